/** Sheets of ISO 216, by their short and long side in millimetres. */
export const papers = ['a4', 'a3', 'a2', 'a1', 'a0'] as const
export type Paper = (typeof papers)[number]
export const turns = ['across', 'upright'] as const
export type Turn = (typeof turns)[number]
/** Dots to the inch. */
export const fineness = [150, 200, 300] as const
export type Dpi = (typeof fineness)[number]

const sides: Record<Paper, readonly [short: number, long: number]> = {
  a4: [210, 297],
  a3: [297, 420],
  a2: [420, 594],
  a1: [594, 841],
  a0: [841, 1189],
}

/**
 * Millimetres of one unit, in which a sheet is laid out as a screen is in pixels: a letter of 12 units is 8 points on A4.
 * Larger sheets are read from farther away; how fine they are drawn changes no size.
 */
const unitMm: Record<Paper, number> = { a4: 0.24, a3: 0.265, a2: 0.32, a1: 0.4, a0: 0.5 }
const mmPerInch = 25.4

export type SheetSize = {
  /** Millimetres. */
  mm: { width: number; height: number }
  unitMm: number
  /** Units. */
  width: number
  height: number
}

export function sheetSize(paper: Paper, turn: Turn): SheetSize {
  const [short, long] = sides[paper]
  const [width, height] = turn === 'across' ? [long, short] : [short, long]
  const unit = unitMm[paper]
  return { mm: { width, height }, unitMm: unit, width: width / unit, height: height / unit }
}

export const dotsOf = (mm: number, dpi: number) => Math.round((mm / mmPerInch) * dpi)
/** Dots to a unit. */
export const dotsPerUnit = ({ unitMm }: Pick<SheetSize, 'unitMm'>, dpi: number) => (unitMm / mmPerInch) * dpi
export const pointsOf = (mm: number) => (mm / mmPerInch) * 72
