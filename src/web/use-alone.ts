import { useEffect } from 'react'
import { api } from './api.ts'
import { standAlone } from './attendance.ts'

/** For a page that reads anew whatever others write: what it asks while nobody is there keeps no session awake. */
export const useAlone = () =>
  useEffect(() => standAlone(() => void api.get('/me').catch(() => undefined)), [])
