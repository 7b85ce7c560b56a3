import { useEffect, useState } from 'react'
import { lastActAt } from '../../../web/attendance.ts'
import { useMe } from '../../../web/session.tsx'

const lookMs = 5_000
const warnedMinutes = 5

/** Minutes until the session ends because nobody is there, told in time; undefined before. */
export function useIdleLeft(): number | undefined {
  const { idleMinutes, wall } = useMe()
  const isKept = wall !== null
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    // Kept signed in, it ends on its date.
    if (isKept) return
    const look = () => {
      const minutes = Math.ceil(idleMinutes - (Date.now() - lastActAt()) / 60_000)
      setLeft(minutes <= warnedMinutes ? Math.max(0, minutes) : undefined)
    }
    const timer = setInterval(look, lookMs)
    addEventListener('keydown', look)
    addEventListener('pointerdown', look)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', look)
      removeEventListener('pointerdown', look)
    }
  }, [idleMinutes, isKept])
  return left
}
