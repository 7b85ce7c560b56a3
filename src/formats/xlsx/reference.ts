/** `AB12` → column 27, row 12; undefined if it is none. Dollar signs do not matter. */
export const parseReference = (reference: string): { column: number; row: number } | undefined => {
  let column = 0
  let row = 0
  let digits = 0
  for (let index = 0; index < reference.length; index++) {
    const code = reference.charCodeAt(index)
    if (code === 36) continue
    const letter = code >= 97 ? code - 96 : code - 64
    if (code >= 48 && code <= 57) {
      row = row * 10 + code - 48
      digits++
    } else if (digits === 0 && letter >= 1 && letter <= 26) column = column * 26 + letter
    else return undefined
  }
  return column > 0 && row > 0 && column <= 18_278 && digits < 8 ? { column: column - 1, row } : undefined
}

/** `A1:C3`, or one cell as a range of itself; corners in any order. */
export const parseRange = (range: string) => {
  const [first = '', second = first] = range.split(':')
  const from = parseReference(first)
  const to = parseReference(second)
  if (from === undefined || to === undefined) return undefined
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}
