import { useEffect } from 'react'
import type { MapLibre } from './start-map.ts'

/** Two maps with one view: whichever is moved, the other goes with it. The second begins where the first is. */
export function useTogether(first: MapLibre | undefined, second: MapLibre | undefined) {
  useEffect(() => {
    if (!first || !second) return
    let isFollowing = false
    const lead = (leader: MapLibre, follower: MapLibre) => () => {
      if (isFollowing) return
      isFollowing = true
      follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() })
      isFollowing = false
    }
    const heard = [first.on('move', lead(first, second)), second.on('move', lead(second, first))]
    lead(first, second)()
    return () => {
      for (const one of heard) one.unsubscribe()
    }
  }, [first, second])
}
