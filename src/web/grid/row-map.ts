import type { GridGroup } from './grid-types.ts'

/** One line of the grid: a data row, or the header of a group. */
export type Line = { kind: 'row'; index: number } | { kind: 'group'; group: number }

export type RowMap = {
  /** Lines in all, group headers included, rows of collapsed groups not. */
  count: number
  at: (line: number) => Line | undefined
  /** Line of a data row; undefined when its group is collapsed. */
  lineOf: (index: number) => number | undefined
  /** The data rows on lines from..to (inclusive) as ascending runs; `to` of a run is exclusive. */
  runs: (from: number, to: number) => { from: number; to: number }[]
}

type Segment = { line: number; lines: number; from: number; group: number }

/** Lays groups over rows. Costs the number of groups, not of rows. */
export function rowMap(
  total: number,
  groups: readonly GridGroup[] = [],
  collapsed: ReadonlySet<string> = new Set(),
): RowMap {
  const segments: Segment[] = []
  let line = 0
  let next = 0
  const plain = (to: number) => {
    if (to > next) segments.push({ line, lines: to - next, from: next, group: -1 })
    line += Math.max(0, to - next)
    next = Math.max(next, to)
  }
  for (const [group, { from, count, label }] of groups.entries()) {
    plain(Math.min(from, total))
    segments.push({ line, lines: 1, from: next, group })
    line += 1
    if (collapsed.has(label)) next = Math.min(total, next + count)
    else plain(Math.min(total, from + count))
  }
  plain(total)

  /** Last segment whose start, by the given measure, is not after the value. */
  const search = (value: number, start: (segment: Segment) => number): Segment | undefined => {
    let low = 0
    let high = segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const segment = segments[middle]
      if (segment && start(segment) <= value) low = middle
      else high = middle - 1
    }
    return segments[low]
  }

  const at = (wanted: number): Line | undefined => {
    if (wanted < 0 || wanted >= line) return undefined
    const segment = search(wanted, (s) => s.line)
    if (!segment) return undefined
    if (segment.group >= 0) return { kind: 'group', group: segment.group }
    return { kind: 'row', index: segment.from + wanted - segment.line }
  }

  const lineOf = (index: number): number | undefined => {
    const segment = search(index, (s) => s.from)
    if (!segment || segment.group >= 0 || index < segment.from || index >= segment.from + segment.lines)
      return undefined
    return segment.line + index - segment.from
  }

  const runs = (from: number, to: number) => {
    const found: { from: number; to: number }[] = []
    for (const segment of segments) {
      if (segment.group >= 0) continue
      const first = Math.max(from, segment.line)
      const last = Math.min(to, segment.line + segment.lines - 1)
      if (first > last) continue
      const run = { from: segment.from + first - segment.line, to: segment.from + last - segment.line + 1 }
      const before = found.at(-1)
      if (before?.to === run.from) before.to = run.to
      else found.push(run)
    }
    return found
  }

  return { count: line, at, lineOf, runs }
}
