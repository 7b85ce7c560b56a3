import type { RowChange } from '../import-contract.ts'
import { type Facts, finding, type Line } from './line.ts'

/** A record as an import would leave it: one that is there, with what changes, or a new one. */
export type Draft = {
  of: RowChange['of']
  /** By which rows find it: of a building, of one and a level, of one and a room. */
  key: string
  /** Null: new. */
  id: string | null
  revision: number | null
  /** What it holds, with what the rows before have changed. */
  facts: Record<string, string | null>
  /** What is to be written. */
  set: Record<string, string | null>
  /** What rows of this file have said: a later one that says otherwise is told, and not taken. */
  told: Record<string, string>
  /** The drafts it stands in: a floor in its building, a room on its floor, a lease of its room. */
  building?: Draft
  floor?: Draft
  room?: Draft
}

export const newDraft = (
  of: Draft['of'],
  key: string,
  within: Pick<Draft, 'building' | 'floor' | 'room'> = {},
): Draft => ({
  of,
  key,
  id: null,
  revision: null,
  facts: {},
  set: {},
  told: {},
  ...within,
})

export type Change = {
  draft: Draft
  field: string
  to: string | null
  /** Of a room that moves. */
  floor?: Draft
  /** In the place of ids. */
  shown?: [string | null, string | null]
}

/** What these facts would change of a draft; nothing is changed yet. */
export function changesOf(draft: Draft, facts: Facts, line: Line): Change[] {
  return Object.entries(facts).flatMap(([field, to]) => {
    const before = draft.told[field]
    if (before !== undefined && before !== to) {
      line.findings.push(finding('told_twice', 'warn', null, to, { field: `${draft.of}.${field}`, before }))
      return []
    }
    return draft.facts[field] === to ? [] : [{ draft, field, to }]
  })
}

export function make({ draft, field, to, floor }: Change) {
  if (floor) draft.floor = floor
  draft.facts[field] = to
  draft.set[field] = to
  if (to !== null) draft.told[field] = to
}

export const shown = ({ draft, field, to, shown: words }: Change): RowChange => ({
  of: draft.of,
  field,
  from: words ? words[0] : (draft.facts[field] ?? null),
  to: words ? words[1] : to,
})
