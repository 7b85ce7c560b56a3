import { type Algorithm, digest } from './digest.ts'

/** One record of the log: its place in the order, and all that it says as one line of JSON. */
export type LogRecord = { position: number; line: string }

/** A batch of the log, tied to the one before. Times are text to the microsecond, as the database keeps them. */
export type Seal = {
  zoneId: string
  number: number
  after: number
  upTo: number
  count: number
  /** `position digest`, a line for each record, in order. */
  records: string
  algorithm: string
  previous: string
  hash: string
  sealedAt: string
}

const leaf = (algorithm: Algorithm, { position, line }: LogRecord) => `${position} ${digest(algorithm, line)}`

/** The records after `previous`, up to a position behind which nothing can appear any more. */
export function sealRecords(
  zoneId: string,
  previous: Seal | undefined,
  records: readonly LogRecord[],
  upTo: number,
  at: Date,
  algorithm: Algorithm,
): Seal {
  const now = microseconds(at)
  const seal = {
    zoneId,
    number: (previous?.number ?? 0) + 1,
    after: previous?.upTo ?? 0,
    upTo,
    count: records.length,
    records: records.map((record) => leaf(algorithm, record)).join('\n'),
    algorithm,
    previous: previous?.hash ?? '',
    // The clock of a server may be set back; the order of seals may not.
    sealedAt: previous && previous.sealedAt > now ? previous.sealedAt : now,
  }
  return { ...seal, hash: hashOf(seal, algorithm) }
}

export const hashOf = (seal: Omit<Seal, 'hash'>, algorithm: Algorithm) =>
  digest(
    algorithm,
    JSON.stringify([
      seal.zoneId,
      seal.number,
      seal.after,
      seal.upTo,
      seal.count,
      seal.algorithm,
      seal.previous,
      seal.sealedAt,
      seal.records,
    ]),
  )

/** `2022-03-01T01:02:03.456000Z`, as PostgreSQL's to_char gives it. */
export const microseconds = (at: Date) => at.toISOString().replace('Z', '000Z')
