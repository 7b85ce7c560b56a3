/**
 * The best whole assignment of rows to columns: each to at most one, the sum of weights as large as can be
 * (Hungarian method, O(rows² × columns)). Weights of 0 or less assign nothing. Answers the column of each row, or -1.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length
  const columns = Math.max(0, ...weights.map((row) => row.length))
  if (rows === 0 || columns === 0) return weights.map(() => -1)
  // Every row also has a place of its own that costs nothing, for staying unassigned.
  const width = columns + rows
  const cost = (row: number, column: number) =>
    column < columns ? -Math.max(0, weights[row]?.[column] ?? 0) : column === columns + row ? 0 : 1
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(width + 1)
  const rowOf = new Int32Array(width + 1)
  const way = new Int32Array(width + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    let column = 0
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(width + 1)
    do {
      used[column] = 1
      const at = rowOf[column] ?? 0
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let other = 1; other <= width; other++) {
        if (used[other]) continue
        const reduced = cost(at - 1, other - 1) - (rowPotential[at] ?? 0) - (columnPotential[other] ?? 0)
        if (reduced < (least[other] ?? 0)) {
          least[other] = reduced
          way[other] = column
        }
        if ((least[other] ?? 0) < delta) {
          delta = least[other] ?? 0
          next = other
        }
      }
      for (let other = 0; other <= width; other++) {
        if (used[other]) {
          const owner = rowOf[other] ?? 0
          rowPotential[owner] = (rowPotential[owner] ?? 0) + delta
          columnPotential[other] = (columnPotential[other] ?? 0) - delta
        } else least[other] = (least[other] ?? 0) - delta
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const before = way[column] ?? 0
      rowOf[column] = rowOf[before] ?? 0
      column = before
    }
  }
  const answer = new Array<number>(rows).fill(-1)
  for (let column = 1; column <= columns; column++) {
    const row = (rowOf[column] ?? 0) - 1
    if (row >= 0 && (weights[row]?.[column - 1] ?? 0) > 0) answer[row] = column - 1
  }
  return answer
}
