import { hashOf, type LogRecord, type Seal } from './chain.ts'
import { digest, isAvailable } from './digest.ts'

export type Fault = {
  kind:
    | 'sealMissing'
    | 'sealChanged'
    | 'sealMoved'
    | 'algorithmUnknown'
    | 'recordChanged'
    | 'recordRemoved'
    | 'recordAdded'
    | 'recordsSwapped'
    | 'sealBehind'
    | 'rowChanged'
    | 'rowRemoved'
    | 'rowUnknown'
    | 'fileChanged'
  seal?: number
  position?: number
  /** The other of two that changed places. */
  other?: number
  /** What the record at the position says now. */
  line?: string
  /** Of a table's row: `project 01890…`; of a file: the number of its line. */
  row?: string
}

/** Walks a chain of seals in their order; the first that does not hold is the answer. */
export function checkChain() {
  let previous: Seal | undefined
  return (seal: Seal, records: readonly LogRecord[]): Fault | undefined => {
    const fault = checkLink(previous, seal) ?? checkRecords(seal, records)
    previous = seal
    return fault
  }
}

function checkLink(previous: Seal | undefined, seal: Seal): Fault | undefined {
  const expected = (previous?.number ?? 0) + 1
  if (seal.number > expected) return { kind: 'sealMissing', seal: expected }
  if (seal.number < expected) return { kind: 'sealMoved', seal: seal.number }
  if (!isAvailable(seal.algorithm)) return { kind: 'algorithmUnknown', seal: seal.number }
  if (hashOf(seal, seal.algorithm) !== seal.hash) return { kind: 'sealChanged', seal: seal.number }
  if (seal.previous !== (previous?.hash ?? '') || seal.after !== (previous?.upTo ?? 0))
    return { kind: 'sealMoved', seal: seal.number }
  return undefined
}

/** The seal itself holds, so what differs from it is the record. */
function checkRecords(seal: Seal, records: readonly LogRecord[]): Fault | undefined {
  if (!isAvailable(seal.algorithm)) return { kind: 'algorithmUnknown', seal: seal.number }
  const sealed = new Map(
    seal.records.split('\n').map((leaf) => {
      const [position, hash] = leaf.split(' ')
      return [Number(position), hash ?? '']
    }),
  )
  const seen = new Set<number>()
  const now = new Map(records.map((record) => [record.position, record]))
  const all = [...new Set([...sealed.keys(), ...now.keys()])].sort((a, b) => a - b)
  for (const position of all) {
    const record = now.get(position)
    const at = { seal: seal.number, position }
    if (!record) return { kind: 'recordRemoved', ...at }
    const { line } = record
    if (!sealed.has(position)) return { kind: 'recordAdded', ...at, line }
    const found = digest(seal.algorithm, line)
    if (found === sealed.get(position)) continue
    const other = [...sealed].find(([, hash]) => hash === found)?.[0]
    return other === undefined
      ? { kind: 'recordChanged', ...at, line }
      : { kind: 'recordsSwapped', ...at, other, line }
  }
  // Two records at one place: a position says which is which only if it is one's own.
  for (const { position, line } of records) {
    if (seen.has(position)) return { kind: 'recordAdded', seal: seal.number, position, line }
    seen.add(position)
  }
  return undefined
}
