import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { Condition } from '../../projects/contract.ts'
import type { Matter, Matters } from '../contract.ts'

/** Matters of one kind for this person as they stand on a day; nothing for those whom the kind never concerns. */
export type Source = (db: Db, actor: Actor, day: Day) => Promise<Matters | undefined>
/** What this person can act on. */
export type WaitingSource = Source
/** What this person put in motion, and where it is. */
export type RaisedSource = Source

/** Shown of each kind; the number is exact all the same. */
export const itemsAtMost = 5
/** What came to its end stays among what was raised for so long. */
export const settledDays = 7

/** A matter needs a name and an address; the rest is said where there is something to say. */
export const matter = (one: Pick<Matter, 'id' | 'name' | 'address'> & Partial<Matter>): Matter => ({
  note: null,
  state: null,
  on: null,
  isLate: false,
  ...one,
})

export const ledgerAddress = (where: readonly Condition[]) =>
  `/ledger?${new URLSearchParams({ where: JSON.stringify(where) })}`

/** The person as of today: in the past everybody only reads, but what waited for them then is still told. */
export const nowOf = ({ asOf: _, ...actor }: Actor): Actor => actor
