import type { SheetSize } from './paper.ts'

export type Frame = { x: number; y: number; width: number; height: number }
export type SheetLayout = {
  title: Frame
  map: Frame
  /** Beside the map where the sheet lies across, below it where it stands; undefined without a legend. */
  legend: Frame | undefined
  foot: Frame
}

const margin = 36
const titleHeight = 62
const footHeight = 46
const gap = 16
const legendWidth = 224
const legendHeight = 262

/** Where everything stands on a sheet, in its units. The map’s sides are whole, as a renderer takes them. */
export function layOut(
  { width, height }: Pick<SheetSize, 'width' | 'height'>,
  hasLegend: boolean,
): SheetLayout {
  const inner = { width: width - 2 * margin, height: height - 2 * margin }
  const isAcross = width > height
  const beside = hasLegend && isAcross ? legendWidth + gap : 0
  const below = hasLegend && !isAcross ? legendHeight + gap : 0
  const map = {
    x: margin,
    y: margin + titleHeight,
    width: Math.floor(inner.width - beside),
    height: Math.floor(inner.height - titleHeight - footHeight - below),
  }
  const legend = isAcross
    ? { x: map.x + map.width + gap, y: map.y, width: legendWidth, height: map.height }
    : { x: margin, y: map.y + map.height + gap, width: inner.width, height: legendHeight }
  return {
    title: { x: margin, y: margin, width: inner.width, height: titleHeight },
    map,
    legend: hasLegend ? legend : undefined,
    foot: { x: margin, y: height - margin - footHeight, width: inner.width, height: footHeight },
  }
}
