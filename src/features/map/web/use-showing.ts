import { useEffect, useRef } from 'react'
import { type Box, type Cover, type MapLibre, type Placed, showBox } from '../../../web/map/start-map.ts'
import type { View } from './map-address.ts'
import { nowhere } from './map-room.ts'

type Showing = {
  /** Where the map begins. */
  first: Placed
  /** Goes there if it is not in sight, or in any case. */
  show: (box: readonly number[], isAlways?: boolean) => void
  /** Where the record is that the address opens: a view in the address was somebody’s choice and stays. */
  showOpened: (box: readonly number[]) => void
}

/** Takes the map to what is to be seen, beside what lies over it. */
export function useShowing(
  map: MapLibre | undefined,
  view: View | undefined,
  bounds: readonly number[] | null,
  cover: () => Cover,
): Showing {
  const first = useRef<Placed>(view ?? (bounds ? { box: bounds as unknown as Box } : nowhere))
  const isUnplaced = useRef(view === undefined)
  const show = (box: readonly number[], isAlways = false) => {
    if (map) showBox(map, box as unknown as Box, cover(), isAlways)
  }
  // The first day on which anything is drawn, coming from one without: there it is.
  const hasBounds = bounds !== null
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when bounds come to be known
  useEffect(() => {
    if (!view && 'lon' in first.current && bounds) show(bounds, true)
  }, [hasBounds])
  return {
    first: first.current,
    show,
    showOpened: (box) => {
      show(box, isUnplaced.current)
      isUnplaced.current = false
    },
  }
}
