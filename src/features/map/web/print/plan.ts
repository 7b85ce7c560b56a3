import type { Box } from '../../../../web/map/start-map.ts'
import type { MapState } from '../../contract.ts'
import { type SheetSize, sheetSize } from './paper.ts'
import type { PrintAsked } from './print-address.ts'
import { boundsOf, type Framed, fitting, roundScales, type Sight, zoomOf } from './print-scale.ts'
import { layOut, type SheetLayout } from './sheet-layout.ts'

/** A sheet before anything is drawn on it: what stands where, and what of the ground the map on it shows. */
export type Plan = {
  size: SheetSize
  layout: SheetLayout
  frame: Framed
  sight: Sight
  zoom: number
  bounds: Box
  /** Round ones to choose from. */
  scales: number[]
}

const rim = 24

/** Undefined where nothing is drawn that a sheet could show. */
export function planOf(
  asked: PrintAsked,
  { bounds, units }: Pick<MapState, 'bounds' | 'units'>,
): Plan | undefined {
  const own = units.find(({ id }) => id === asked.map.unitId)?.bounds
  const whole = (own ?? bounds) as Box | null
  const wanted = asked.extent === 'zone' ? whole : (asked.sight ?? whole)
  if (!wanted) return undefined
  const size = sheetSize(asked.paper, asked.turn)
  const layout = layOut(size, asked.hasLegend)
  const frame = { width: layout.map.width, height: layout.map.height, unitMm: size.unitMm }
  // What the screen showed may touch the frame; land may not.
  const room = wanted === asked.sight ? 0 : 2 * rim
  const fit = fitting(wanted, { ...frame, width: frame.width - room, height: frame.height - room })
  const sight = typeof asked.extent === 'number' ? { ...fit, scale: asked.extent } : fit
  return {
    size,
    layout,
    frame,
    sight,
    zoom: zoomOf(sight, frame),
    bounds: boundsOf(sight, frame),
    scales: roundScales(fit.scale),
  }
}
