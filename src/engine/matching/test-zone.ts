import type { MatchInput } from './input.ts'
import type { Need, Project } from './project.ts'
import type { Parcel, Room } from './space.ts'

/** Builders for tests: what is left out is plain and binds nothing. */
export const aParcel = (id: string, areaM2: number, more: Partial<Omit<Parcel, 'kind'>> = {}): Parcel => ({
  kind: 'parcel',
  id,
  areaM2,
  readyOn: '2026-01-01',
  position: [0, 0],
  figures: {},
  reservations: [],
  neighbours: [],
  leastPartM2: null,
  ...more,
})
export const aRoom = (id: string, areaM2: number, more: Partial<Omit<Room, 'kind'>> = {}): Room => ({
  kind: 'room',
  id,
  areaM2,
  readyOn: '2026-01-01',
  position: [0, 0],
  figures: {},
  reservations: [],
  floor: 'A-1',
  loadTPerM2: 1,
  heightM: 5,
  ...more,
})
export const aProject = (
  id: string,
  need: Partial<Need> = {},
  more: Partial<Omit<Project, 'need'>> = {},
): Project => ({
  id,
  corps: 'one',
  gain: 100,
  figures: {},
  partners: [],
  ...more,
  need: {
    kinds: ['parcel'],
    areaM2: 1000,
    leastM2: 800,
    mostM2: 1200,
    on: '2026-01-01',
    latestOn: null,
    days: null,
    loadTPerM2: null,
    heightM: null,
    ...need,
  },
})
export const anInput = (more: Partial<MatchInput> = {}): MatchInput => ({
  projects: [],
  spaces: [],
  rules: [],
  criteria: [],
  quotas: [],
  acceptUnknown: false,
  ...more,
})
export const areaFit = { id: 'area', kind: 'areaFit', weight: 1, zero: 0.5, one: 0 } as const
