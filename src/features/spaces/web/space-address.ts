import type { ParcelQuery } from '../contract.ts'
import { type ParcelStatus, parcelStatuses } from '../statuses.ts'

export const pageSize = 100
const sorts = ['number', 'area', '-area', 'status'] as const
export type ParcelSort = (typeof sorts)[number]

/** What the list shows; all of it stands in the address. */
export type SpaceAsked = {
  q: string | undefined
  statuses: readonly ParcelStatus[]
  unitId: string | undefined
  /** A lasso drawn on the map. */
  within: string | undefined
  hasEnded: boolean
  sort: ParcelSort
  /** From 1. */
  page: number
}

export function askedOf(search: Readonly<Record<string, string | undefined>>): SpaceAsked {
  const page = Number(search['page'])
  const asked = search['status']?.split(',') ?? []
  return {
    q: search['q']?.trim() || undefined,
    statuses: parcelStatuses.filter((status) => asked.includes(status)),
    unitId: search['corps'] || undefined,
    within: search['within'] || undefined,
    hasEnded: search['ended'] === '1',
    sort: sorts.find((one) => one === search['sort']) ?? 'number',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

export type Filter = Pick<ParcelQuery, 'q' | 'status' | 'unitId' | 'within' | 'ended' | 'sort'>

/** What narrows and orders the list, for the server; the same for exports. */
export const filterOf = (asked: SpaceAsked): Filter => ({
  ...(asked.q ? { q: asked.q } : {}),
  ...(asked.statuses.length > 0 ? { status: [...asked.statuses] } : {}),
  ...(asked.unitId ? { unitId: asked.unitId } : {}),
  ...(asked.within ? { within: asked.within } : {}),
  ...(asked.hasEnded ? { ended: true } : {}),
  sort: asked.sort,
})

export const queryOf = (asked: SpaceAsked) => ({
  ...filterOf(asked),
  limit: pageSize,
  offset: (asked.page - 1) * pageSize,
})

export const isNarrowed = ({ q, statuses, unitId, within }: SpaceAsked) =>
  Boolean(q || statuses.length > 0 || unitId || within)

/** The address’s words for these statuses with one put in or taken out. */
export function toggled(statuses: readonly ParcelStatus[], one: ParcelStatus): string | undefined {
  const next = parcelStatuses.filter((status) => statuses.includes(status) !== (status === one))
  return next.length > 0 ? next.join(',') : undefined
}
