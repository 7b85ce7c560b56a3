/** What a value was before it changed, and when it was seen to. */
export type Mark = { before: string; at: number }
export type Values = ReadonlyMap<string, string>

/** Whoever looks up within a minute sees what is not as it was. */
export const markMs = 60_000

/**
 * The marks after another reading. What changes again keeps the value that it had first, what came to be has none; what
 * is as it was before its mark, what is gone, and what has been marked for a minute is not marked.
 */
export function nextMarks(
  marks: ReadonlyMap<string, Mark>,
  before: Values,
  values: Values,
  now: number,
): ReadonlyMap<string, Mark> {
  const next = new Map<string, Mark>()
  for (const [key, value] of values) {
    const mark = marks.get(key)
    const known = mark && now - mark.at < markMs ? mark : undefined
    const first = known?.before ?? before.get(key) ?? ''
    if (before.get(key) !== value) {
      if (first !== value) next.set(key, { before: first, at: now })
    } else if (known) next.set(key, known)
  }
  return next
}

/** Milliseconds until the first mark is to be taken away; undefined where there is none. */
export function nextEnd(marks: ReadonlyMap<string, Mark>, now: number): number | undefined {
  if (marks.size === 0) return undefined
  return Math.max(0, Math.min(...[...marks.values()].map(({ at }) => at)) + markMs - now)
}
