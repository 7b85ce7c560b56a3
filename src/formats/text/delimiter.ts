import { splitRecords } from './records.ts'

const candidates = ['\t', ',', ';', '|'] as const

/** How many records decide. */
const sampleRecords = 100

/**
 * The separator under which most records of the sample agree on their number of fields; a comma if none divides
 * anything. `sep=;` in the first line settles it, as Excel does.
 */
export const findDelimiter = (sample: string): string => {
  const stated = /^sep=(.)\r?\n/i.exec(sample)?.[1]
  if (stated !== undefined) return stated
  const scored = candidates.map((delimiter) => ({ delimiter, score: agreement(sample, delimiter) }))
  const best = scored.reduce((one, next) => (next.score > one.score ? next : one))
  return best.score > 0 ? best.delimiter : ','
}

/** Records with the commonest number of fields; one field says nothing, many say a little more. */
const agreement = (sample: string, delimiter: string) => {
  const counts = new Map<number, number>()
  let records = 0
  for (const fields of splitRecords(sample, delimiter)) {
    counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
    if (++records === sampleRecords) break
  }
  const scores = [...counts].map(([fields, times]) => (fields > 1 ? times + Math.min(fields, 200) / 1000 : 0))
  return Math.max(0, ...scores)
}
