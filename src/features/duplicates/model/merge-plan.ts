import { fields } from '../../projects/fields.ts'
import { masked } from '../../projects/personal.ts'
import type { Fact } from '../contract.ts'

export type Place = { field: string; period: string | null }
/** What a project says, by place. */
export type Values = ReadonlyMap<string, { place: Place; value: string }>
export type MergeWrite = { period: string | null; set: Record<string, string> }

export const placeKey = ({ field, period }: Place) => `${period ?? ''} ${field}`

const order = new Map(fields.map((field, at) => [field.key, at]))

/** Every place in which at least one of two projects says something: fields in the ledger's order, then months, newest first. */
export function factsOf(first: Values, second: Values): Fact[] {
  const places = new Map([...first, ...second].map(([key, { place }]) => [key, place]))
  const facts = [...places].map(([key, place]) => ({
    ...place,
    first: first.get(key)?.value ?? null,
    second: second.get(key)?.value ?? null,
  }))
  const periodsDown = (a: Place, b: Place) =>
    a.period === b.period ? 0 : (a.period ?? '~') < (b.period ?? '~') ? 1 : -1
  return facts.sort(
    (a, b) => periodsDown(a, b) || (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0),
  ) as Fact[]
}

/** Both say something, and not the same: a person chooses. */
export const isContested = ({ first, second, masksAlike }: Pick<Fact, 'first' | 'second' | 'masksAlike'>) =>
  first !== null && second !== null && (first !== second || masksAlike === true)

/** The same with people's names and numbers masked. */
export function maskFact(fact: Fact): Fact {
  const first = masked(fact.field, fact.first)
  const second = masked(fact.field, fact.second)
  const masksAlike = first !== null && first === second && fact.first !== fact.second
  return { ...fact, first, second, ...(masksAlike ? { masksAlike } : {}) }
}

/**
 * What is written into the project kept: the lost one's value where the kept one says nothing or where it is chosen.
 * Choices of places in which the lost one says nothing come back as `unknown`.
 */
export function planMerge(
  kept: Values,
  lost: Values,
  takeLost: readonly Place[],
): { writes: MergeWrite[]; unknown: Place[] } {
  const chosen = new Set(takeLost.map(placeKey))
  const taken = [...lost]
    .filter(([key, { value }]) => {
      const own = kept.get(key)?.value
      return own === undefined || (chosen.has(key) && own !== value)
    })
    .map(([, told]) => told)
  const writes = [...Map.groupBy(taken, ({ place }) => place.period)].map(([period, part]) => ({
    period,
    set: Object.fromEntries(part.map(({ place, value }) => [place.field, value])),
  }))
  return { writes, unknown: takeLost.filter((place) => !lost.has(placeKey(place))) }
}
