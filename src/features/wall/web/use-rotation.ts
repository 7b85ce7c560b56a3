import { useCallback, useEffect, useState } from 'react'
import type { Scene } from '../model/scenes.ts'

export type Rotation = {
  scene: Scene
  index: number
  isPaused: boolean
  step: (by: 1 | -1) => void
  show: (index: number) => void
  toggle: () => void
}

/** One scene after the other, round and round, each as long as it is to stand. */
export function useRotation(scenes: readonly [Scene, ...Scene[]]): Rotation {
  const [turn, setTurn] = useState({ index: 0 })
  const [isPaused, setPaused] = useState(false)
  const count = scenes.length
  // A corps may be closed while its scene stands.
  const index = Math.min(turn.index, count - 1)
  const scene = scenes[index] ?? scenes[0]
  const step = useCallback(
    (by: 1 | -1) => setTurn(({ index: at }) => ({ index: (Math.min(at, count - 1) + by + count) % count })),
    [count],
  )
  const show = useCallback((at: number) => at < count && setTurn({ index: at }), [count])
  const toggle = useCallback(() => setPaused((now) => !now), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn begins its time anew, one to the same scene too
  useEffect(() => {
    if (isPaused || count < 2) return
    const timer = setTimeout(() => step(1), scene.seconds * 1_000)
    return () => clearTimeout(timer)
  }, [isPaused, count, step, turn, scene.seconds])
  return { scene, index, isPaused, step, show, toggle }
}
