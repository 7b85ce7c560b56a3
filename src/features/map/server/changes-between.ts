import type { DifferingField, MapDifference } from '../differences-contract.ts'

export type Change = MapDifference['changes'][number]

/** What two images of one thing say otherwise, of the fields named and by the keys that hold them. */
export const changesBetween = <T>(
  was: T,
  is: T,
  fields: readonly (readonly [DifferingField, keyof T])[],
): Change[] =>
  fields.flatMap(([field, key]) => {
    const [from, to] = [textOf(was[key]), textOf(is[key])]
    return from === to ? [] : [{ field, from, to }]
  })

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value)
