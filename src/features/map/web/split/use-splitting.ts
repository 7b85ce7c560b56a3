import { useEffect, useMemo, useState } from 'react'
import { interiorPoint } from '../../../../engine/geometry/interior-point.ts'
import type { Position } from '../../../../engine/geometry/position.ts'
import type { Drawn } from '../../../../web/map/Overlay.tsx'
import type { Division, ParcelDetail } from '../../../spaces/contract.ts'
import { surfacesOf } from '../../../spaces/model/surfaces-of.ts'
import { useSplitPreview } from '../../../spaces/web/use-parcels.ts'
import type { Tools } from '../use-tools.ts'

export type Splitting = {
  /** That is being split. */
  parcel: ParcelDetail | undefined
  /** Once it is drawn to its end. */
  line: Position[] | undefined
  /** Over the map: the line, and the parts that it makes. */
  lines: readonly Drawn[] | undefined
  begin: (parcel: ParcelDetail) => void
  leave: () => void
}

/** A parcel that is open beside the map, and the line on the map that is to divide it. */
export function useSplitting({ tool, setTool, pressed }: Tools, openId: string | undefined): Splitting {
  const [begun, setBegun] = useState<ParcelDetail>()
  const parcel = tool === 'split' && begun?.id === openId ? begun : undefined
  // Another record was opened, or none is: there is nothing to divide.
  useEffect(() => {
    if (tool === 'split' && !parcel) setTool(undefined)
  }, [tool, parcel, setTool])
  const { points, isDone } = pressed
  const line = parcel && isDone && points.length > 1 ? [...points] : undefined
  const { data } = useSplitPreview(parcel && line && { id: parcel.id, revision: parcel.revision, line })
  const lines = useMemo(
    () =>
      parcel && [
        ...(data && isDone ? data.parts.flatMap(partLines) : []),
        { key: 'split', points, look: 'zt-map-split', hasDots: true },
      ],
    [parcel, data, isDone, points],
  )
  return {
    ...{ parcel, line, lines },
    begin: (one) => {
      setBegun(one)
      setTool('split')
    },
    leave: () => setTool(undefined),
  }
}

/** Each part by its outer edges, with its place in the list. */
function partLines({ boundary }: Division['parts'][number], at: number): Drawn[] {
  return surfacesOf(boundary).flatMap((surface, index) => {
    const [edge] = surface
    const middle = index === 0 ? interiorPoint(surface) : undefined
    if (!edge) return []
    return [
      {
        ...{ key: `part-${at}-${index}`, points: edge, isClosed: true, look: 'zt-map-part' },
        ...(middle ? { label: { text: String(at + 1), at: middle } } : {}),
      },
    ]
  })
}
