import { type BuildingKind, buildingKinds, type RoomState, roomStates } from '../words.ts'

export const pageSize = 100
type Search = Readonly<Record<string, string | undefined>>

/** What both lists are narrowed by; all of it stands in the address. */
export type Asked = {
  q: string | undefined
  kind: BuildingKind | undefined
  unitId: string | undefined
  free: string | undefined
  minArea: string | undefined
  minHeight: string | undefined
  minLoad: string | undefined
  buildingId: string | undefined
  /** A lasso drawn on the map. */
  within: string | undefined
  states: readonly RoomState[]
  sort: string | undefined
  /** From 1. */
  page: number
}

const frees = ['0', '3', '6', '12']
const figure = (text: string | undefined) => (text && /^\d{1,10}(\.\d{1,2})?$/.test(text) ? text : undefined)

export function askedOf(search: Search): Asked {
  const page = Number(search['page'])
  const states = search['state']?.split(',') ?? []
  return {
    q: search['q']?.trim() || undefined,
    kind: buildingKinds.find((one) => one === search['kind']),
    unitId: search['corps'] || undefined,
    free: frees.find((one) => one === search['free']),
    minArea: figure(search['area']),
    minHeight: figure(search['height']),
    minLoad: figure(search['load']),
    buildingId: search['building'] || undefined,
    within: search['within'] || undefined,
    states: roomStates.filter((state) => states.includes(state)),
    sort: search['sort'] || undefined,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** For the server; what is not asked for is left out. */
const given = (query: Record<string, string | number | readonly string[] | undefined>) =>
  Object.fromEntries(
    Object.entries(query).filter(
      ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
    ),
  ) as Record<string, string | number | readonly string[]>

const shared = ({ q, kind, unitId, free, minArea, minHeight, minLoad, within }: Asked) => ({
  q,
  kind: kind && [kind],
  unitId,
  free,
  minArea,
  minHeight,
  minLoad,
  within,
})
const oneOf = (sort: string | undefined, known: readonly string[]) => known.find((one) => one === sort)

export const buildingFilter = (asked: Asked) =>
  given({ ...shared(asked), sort: oneOf(asked.sort, ['name', '-vacant', '-share', 'end', '-area']) })
export const buildingQuery = (asked: Asked) => ({
  ...buildingFilter(asked),
  limit: pageSize,
  offset: (asked.page - 1) * pageSize,
})
export const roomQuery = (asked: Asked) => ({
  ...given({
    ...shared(asked),
    buildingId: asked.buildingId,
    state: asked.states,
    sort: oneOf(asked.sort, ['place', '-area', 'free', 'end']),
  }),
  limit: pageSize,
  offset: (asked.page - 1) * pageSize,
})

export const isNarrowed = ({
  q,
  kind,
  unitId,
  free,
  minArea,
  minHeight,
  minLoad,
  buildingId,
  within,
  states,
}: Asked) =>
  Boolean(
    q ||
      kind ||
      unitId ||
      free ||
      minArea ||
      minHeight ||
      minLoad ||
      buildingId ||
      within ||
      states.length > 0,
  )

/** The address’s words for these states with one put in or taken out. */
export function toggled(states: readonly RoomState[], one: RoomState): string | undefined {
  const next = roomStates.filter((state) => states.includes(state) !== (state === one))
  return next.length > 0 ? next.join(',') : undefined
}
