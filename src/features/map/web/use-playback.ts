import { useEffect, useState } from 'react'

/** A step of the playback stands so long once it is drawn. */
const standMs = 700

/** One step after another until the last; from the last it begins at `first`. Each waits until the one before is drawn. */
export function usePlayback(
  { shown, first, last, isDrawn }: { shown: number; first: number; last: number; isDrawn: boolean },
  goTo: (step: number) => void,
): { isPlaying: boolean; play: () => void; stop: () => void } {
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    // At the end: the first step is on its way, and playback waits for it.
    if (!isPlaying || !isDrawn || shown >= last) return
    const timer = setTimeout(() => {
      if (shown + 1 >= last) setPlaying(false)
      goTo(shown + 1)
    }, standMs)
    return () => clearTimeout(timer)
  }, [isPlaying, isDrawn, shown, last, goTo])
  return {
    isPlaying,
    play: () => {
      setPlaying(!isPlaying)
      if (!isPlaying && shown >= last) goTo(first)
    },
    stop: () => setPlaying(false),
  }
}
