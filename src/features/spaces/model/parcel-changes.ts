import { changedFields, type ParcelChange } from '../contract.ts'

/** What a parcel held after an act; its shape by a mark that is another for another shape. */
export type Held = Record<(typeof changedFields)[number], string | null>
export type Act = Omit<ParcelChange, 'changes'> & { held: Held }

/** What each act changed of the one before, the newest first; of the first, everything that it brought. Acts come oldest first. */
export const changesOf = (acts: readonly Act[]): ParcelChange[] =>
  acts
    .map(({ held, ...act }, at): ParcelChange => {
      const before = acts[at - 1]?.held
      const changes = changedFields.flatMap((field) => {
        const [from, to] = [before?.[field] ?? null, held[field]]
        if (from === to) return []
        return [field === 'shape' ? { field, from: null, to: null } : { field, from, to }]
      })
      return { ...act, changes }
    })
    .reverse()
