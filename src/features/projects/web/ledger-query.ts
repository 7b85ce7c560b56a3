import { type LedgerState, parseSort, sortText } from './ledger-state.ts'

/** What the server is asked, without the window: the key under which answers are remembered. `by` asks for groups. */
export type LedgerAsk = { q?: string; where?: string; sort?: string; by?: string; within?: string }

/** Rows of one group must stand together, so the group leads the sort. */
export function sortWithGroup(state: Pick<LedgerState, 'sort' | 'group'>): string {
  if (state.group === null) return sortText(state.sort)
  const own = state.sort.find((part) => part.field === state.group)
  const rest = state.sort.filter((part) => part.field !== state.group)
  return sortText([{ field: state.group, descending: own?.descending ?? false }, ...rest])
}

export function askOf(state: LedgerState): LedgerAsk {
  const q = state.q.trim()
  const sort = sortWithGroup(state)
  return {
    ...(q === '' ? {} : { q }),
    ...(state.where.length === 0 ? {} : { where: JSON.stringify(state.where) }),
    ...(parseSort(sort).length === 0 ? {} : { sort }),
    ...(state.group === null ? {} : { by: state.group }),
    ...(state.within === null ? {} : { within: state.within }),
  }
}

/**
 * True when edits of these fields may move rows between groups or out of the list. A grouped list is then asked anew,
 * for its headers count rows; an ungrouped one stays as it stands, so that nothing jumps under the cursor.
 */
export const movesGroups = ({ q, where, by }: LedgerAsk, edited: ReadonlySet<string>): boolean =>
  by !== undefined &&
  (q !== undefined ||
    [by, ...[...edited].filter((field) => where?.includes(`"field":"${field}"`))].some((field) =>
      edited.has(field),
    ))
