import { useEffect, useRef, useSyncExternalStore } from 'react'
import { api } from './api.ts'
import { type LineState, LiveLine, type Wire, type Written } from './live-line.ts'

const line = new LiveLine({
  connect: () => new EventSource('/api/live') as unknown as Wire,
  // Nobody signed in any more shows the sign-in page, as every refused request does.
  askWhoIsThere: () => void api.get('/me').catch(() => undefined),
})
document.addEventListener('visibilitychange', () => line.see(document.visibilityState === 'visible'))

/** Hears, while `isWanted`, which tables of the zone were written by anybody; undefined: any, the line was broken. */
export function useLive(listener: (written: Written) => void, isWanted = true) {
  const latest = useRef(listener)
  latest.current = listener
  useEffect(() => (isWanted ? line.subscribe((written) => latest.current(written)) : undefined), [isWanted])
}

export const useLineState = (): LineState => useSyncExternalStore(line.watch, line.state)
