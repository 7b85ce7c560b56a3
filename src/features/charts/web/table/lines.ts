/** One line of the chart: the head of a group, or a project by its place among all. */
export type Line = { kind: 'group'; group: number } | { kind: 'row'; index: number }
export type Lines = {
  count: number
  at: (line: number) => Line
  top: (line: number) => number
  height: number
}

export const groupHeight = 30
export const rowHeight = 48

/** Where groups and their projects stand, from the groups' counts alone, before the rows have come. */
export function layLines(groups: readonly { projects: number }[]): Lines {
  const lines: Line[] = []
  const tops: number[] = []
  let top = 0
  let index = 0
  const add = (line: Line, height: number) => {
    lines.push(line)
    tops.push(top)
    top += height
  }
  for (const [group, { projects }] of groups.entries()) {
    add({ kind: 'group', group }, groupHeight)
    for (let own = 0; own < projects; own++) add({ kind: 'row', index: index++ }, rowHeight)
  }
  tops.push(top)
  return {
    count: lines.length,
    at: (line) => lines[line] ?? { kind: 'row', index: -1 },
    top: (line) => tops[Math.max(0, Math.min(line, lines.length))] ?? 0,
    height: top,
  }
}

/** The line that stands at a height. */
export function lineAt({ count, top }: Lines, y: number): number {
  let low = 0
  let high = Math.max(0, count - 1)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (top(middle) <= y) low = middle
    else high = middle - 1
  }
  return low
}

/** In the order of lines: which line a project stands on. */
export function lineOfRow(groups: readonly { projects: number }[], index: number): number {
  let line = 0
  let before = 0
  for (const { projects } of groups) {
    line++
    if (index < before + projects) return line + index - before
    line += projects
    before += projects
  }
  return line
}

/** As far as a browser draws ahead, so that it draws a piece of the chart once, not anew with every line that comes. */
const around = 12
/** So many lines come at once: each time costs more than each line. */
const atOnce = 4

/** What is drawn: the lines in sight and a few around, in steps, so that not every pixel draws anew. */
export function windowOf(lines: Lines, scrollTop: number, height: number): { from: number; to: number } {
  const first = lineAt(lines, scrollTop)
  const last = lineAt(lines, scrollTop + height)
  const from = Math.max(0, first - around)
  return {
    from: from - (from % atOnce),
    to: Math.min(lines.count, last + around + (atOnce - (last % atOnce))),
  }
}
