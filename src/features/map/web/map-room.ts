import type { Cover, Placed } from '../../../web/map/start-map.ts'

/** Where a zone without anything drawn begins: the lower Yangtze. */
export const nowhere: Placed = { lon: 120.3, lat: 30.2, zoom: 9 }
export const panelWidth = 400
const legendWidth = 292
/** The strip of time, and on the phone the legend’s head below it. */
const stripHeight = { desk: 56, phone: 124 }
const sheetShare = 0.5

type Standing = { isPhone: boolean; hasPanel: boolean; isCompared: boolean; height?: number | undefined }

/** What of the map lies under legend, panel and strip, and is not where something is to be shown. */
export function coverOf({ isPhone, hasPanel, isCompared, height = 0 }: Standing): Cover {
  // Two maps stand beside what else lies over one.
  if (isCompared && !isPhone) return { bottom: stripHeight.desk }
  if (isPhone) return { bottom: hasPanel ? height * sheetShare : stripHeight.phone }
  return { left: legendWidth, right: hasPanel ? panelWidth : 0, bottom: stripHeight.desk }
}
