import { useEffect, useState } from 'react'

const restMs = 3_000

/** True while the mouse rests: its pointer is then not seen. */
export function usePointerRests(): boolean {
  const [rests, setRests] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setRests(true), restMs)
    const move = () => {
      setRests(false)
      clearTimeout(timer)
      timer = setTimeout(() => setRests(true), restMs)
    }
    addEventListener('pointermove', move)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', move)
    }
  }, [])
  return rests
}

/** The screen does not go to sleep while the wall is seen, where the browser lets a page ask for it. */
export function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let isOver = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      const held = await navigator.wakeLock?.request('screen').catch(() => undefined)
      if (isOver) void held?.release()
      else lock = held
    }
    void hold()
    // A browser lets go of it whenever the page is out of sight.
    document.addEventListener('visibilitychange', hold)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}

/** How much larger everything is than on a screen of 1920 × 1080. */
const factor = () => Math.min(innerWidth / 1920, innerHeight / 1080)

export function useFactor(): number {
  const [now, setNow] = useState(factor)
  useEffect(() => {
    const measure = () => setNow(factor())
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  return now
}
