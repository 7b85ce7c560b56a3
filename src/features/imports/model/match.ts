import { type Identity, type Keys, keysOf } from '../../../engine/text/identity.ts'
import type { Candidate } from '../contract.ts'
import {
  agree,
  type Finding,
  type KnownProject,
  LedgerLookup,
  placesBy,
  type Reason,
} from './ledger-lookup.ts'

/** A row by what identifies it. `taken`: the project that it is said to be, which is no other row's then; null: said to be none. */
export type RowIdentity = Identity & { taken?: string | null | undefined }

export type Match =
  | { kind: 'match'; projectId: string }
  | { kind: 'new' }
  /** `twin`: the row before it that tells of the same project. */
  | { kind: 'doubt'; candidates: Candidate[]; twin?: Twin }

/** A row by its place in the list, and what it has in common. */
export type Twin = { at: number; by: 'name' | 'code' }

/**
 * Says of each row which project of the ledger it tells of: by code, then by name and investor. Whatever has two
 * readings is in doubt, and a project gets at most one row.
 */
export function matchRows(rows: readonly RowIdentity[], projects: readonly KnownProject[]): Match[] {
  const ledger = new LedgerLookup(projects)
  const keys = rows.map(keysOf)
  const twins = twinsOf(keys)
  const findings = rows.map(
    (row, at): Finding => (row.taken === undefined ? ledger.find(keys[at] as Keys) : { kind: 'none' }),
  )
  const owners = ownersOf(rows, findings, twins, ledger)
  return rows.map((row, at): Match => {
    if (row.taken === null) return { kind: 'new' }
    if (row.taken !== undefined) return { kind: 'match', projectId: row.taken }
    const finding = findings[at] ?? { kind: 'none' }
    const own = keys[at] as Keys
    if (finding.kind === 'one' && owners.get(ledger.idOf(finding.index)) === at)
      return { kind: 'match', projectId: ledger.idOf(finding.index) }
    const twin = twins.get(at)
    if (finding.kind !== 'none' || twin !== undefined)
      return {
        kind: 'doubt',
        candidates: ledger.candidates(foundIn(finding), own),
        ...(twin === undefined ? {} : { twin }),
      }
    const similar = ledger.findSimilar(own).filter(([index]) => !owners.has(ledger.idOf(index)))
    return similar.length > 0
      ? { kind: 'doubt', candidates: ledger.candidates(similar, own) }
      : { kind: 'new' }
  })
}

const foundIn = (finding: Finding): [number, Reason][] =>
  finding.kind === 'one' ? [[finding.index, finding.reason]] : finding.kind === 'several' ? finding.found : []

/** Nobody: several rows claim the project with equal right. */
const contested = -1

/** Which row each project goes to: what a person said, then the surest claim; of a row and its twins, the first. */
function ownersOf(
  rows: readonly RowIdentity[],
  findings: readonly Finding[],
  twins: ReadonlyMap<number, Twin>,
  ledger: LedgerLookup,
) {
  const owners = new Map<string, number>()
  const strengths = new Map<string, number>()
  findings.forEach((finding, at) => {
    if (finding.kind !== 'one') return
    const id = ledger.idOf(finding.index)
    const before = strengths.get(id) ?? 0
    if (finding.strength < before) return
    if (finding.strength > before) {
      owners.set(id, at)
      strengths.set(id, finding.strength)
    } else if (!isTwin(at, owners.get(id), twins)) owners.set(id, contested)
  })
  rows.forEach((row, at) => {
    if (typeof row.taken === 'string') owners.set(row.taken, at)
  })
  return owners
}

/** Rows with another name under the same code are no twins in this: which of them the project is, nobody knows. */
const isTwin = (at: number, owner: number | undefined, twins: ReadonlyMap<number, Twin>) => {
  let twin = twins.get(at)
  while (twin && twin.by === 'name' && twin.at !== owner) twin = twins.get(twin.at)
  return twin?.by === 'name' && twin.at === owner
}

/** Rows that tell of the same project as a row before them: the same name by the same investor, or the same code. */
function twinsOf(rows: readonly Keys[]): Map<number, Twin> {
  const twins = new Map<number, Twin>()
  const byName = placesBy(rows, (keys) => keys.name)
  const byCode = placesBy(rows, (keys) => keys.code)
  rows.forEach((keys, at) => {
    if (keys.name === '') return
    const named = firstBefore(byName.get(keys.name), at, (other) => sameTold(rows[other], keys))
    if (named !== undefined) {
      twins.set(at, { at: named, by: 'name' })
      return
    }
    const coded = firstBefore(byCode.get(keys.code), at, (other) => rows[other]?.name !== '')
    if (coded !== undefined) twins.set(at, { at: coded, by: 'code' })
  })
  return twins
}

const sameTold = (there: Keys | undefined, { investor, code }: Keys) =>
  there !== undefined && agree(there.investor, investor) && agree(there.code, code)

function firstBefore(
  places: readonly number[] | undefined,
  at: number,
  fits: (other: number) => boolean,
): number | undefined {
  for (const other of places ?? []) {
    if (other >= at) return undefined
    if (fits(other)) return other
  }
  return undefined
}
