import { addDays, type Day } from '../../../shared/days.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import type { Role, UnitKind } from '../contract.ts'

export type UnitNow = {
  id: string
  parentId: string | null
  kind: UnitKind
  name: string
  position: number
  fromOn: Day
  toOn: Day | null
}
export type PostNow = {
  id: string
  memberId: string
  unitId: string
  role: Role
  fromOn: Day
  toOn: Day | null
}
export type ProjectNow = { id: string; corpsId: string | null; standing: string }
/** A unit's hold on an area. */
export type HoldingNow = { id: string; territoryId: string; unitId: string; fromOn: Day; toOn: Day | null }
export type GoalNow = {
  id: string
  unitId: string
  measure: string
  period: string
  value: Decimal
  provenance: string | null
  fromOn: Day
  toOn: Day
}

/** The organisation as far as a reorganisation can change it. */
export type State = {
  units: Map<string, UnitNow>
  posts: Map<string, PostNow>
  projects: Map<string, ProjectNow>
  holdings: Map<string, HoldingNow>
  goals: Map<string, GoalNow>
}

/** A part of a post or of a holding that begins somewhere else. */
export type Piece = { id: string; fromOn: Day; toOn: Day | null }

/** One thing that a reorganisation does, with what stood before: enough to carry it out, to show it and to take it back. */
export type Move =
  | { what: 'open'; id: string; kind: UnitKind; name: string; parentId: string | null; position: number }
  | { what: 'rename'; id: string; from: string; to: string }
  | { what: 'place'; id: string; from: string | null; to: string | null }
  /** `removed`: it had not begun yet, so nothing of it stays. */
  | { what: 'close'; unit: UnitNow; removed: boolean }
  | { what: 'reopen'; id: string; parentId: string | null; name: string; toOn: Day | null }
  | {
      what: 'hand_post'
      post: PostNow
      /** Null: it ends. */
      to: string | null
      removed: boolean
      begins: Piece[]
    }
  | { what: 'appoint'; post: PostNow }
  | { what: 'hand_project'; id: string; from: string | null; to: string | null; standing: [string, string] }
  | { what: 'hand_territory'; holding: HoldingNow; to: string | null; removed: boolean; begins: Piece[] }
  | { what: 'hold'; holding: HoldingNow }
  /** `sets`: what the goals that end become together; none: they end. */
  | { what: 'hand_goals'; ends: { goal: GoalNow; removed: boolean }[]; sets: GoalNow | null }

export const copyOf = ({ units, posts, projects, holdings, goals }: State): State => ({
  units: new Map([...units].map(([id, one]) => [id, { ...one }])),
  posts: new Map([...posts].map(([id, one]) => [id, { ...one }])),
  projects: new Map([...projects].map(([id, one]) => [id, { ...one }])),
  holdings: new Map([...holdings].map(([id, one]) => [id, { ...one }])),
  goals: new Map([...goals].map(([id, one]) => [id, { ...one }])),
})

export const standsOn = ({ fromOn, toOn }: { fromOn: Day; toOn: Day | null }, day: Day) =>
  fromOn <= day && (toOn === null || toOn >= day)
/** Not over on the day, though it may begin later. */
export const lastsTo = ({ toOn }: { toOn: Day | null }, day: Day) => toOn === null || toOn >= day

type Span = { fromOn: Day; toOn: Day | null }
const forEver = '9999-12-31'

/** What is left of a span when others are taken out of it. */
export function spanWithout(span: Span, taken: readonly Span[]): Span[] {
  let rest = [span]
  for (const one of taken)
    rest = rest.flatMap((part) => {
      if (!overlaps(part, one)) return [part]
      const before = { fromOn: part.fromOn, toOn: part.fromOn < one.fromOn ? addDays(one.fromOn, -1) : null }
      const after =
        one.toOn !== null && lastsTo(part, addDays(one.toOn, 1))
          ? [{ fromOn: addDays(one.toOn, 1), toOn: part.toOn }]
          : []
      return before.toOn === null ? after : [before, ...after]
    })
  return rest
}

export const overlaps = (a: Span, b: Span) =>
  a.fromOn <= (b.toOn ?? forEver) && b.fromOn <= (a.toOn ?? forEver)

/** Goals for the same thing: of one unit no two of them stand on one day. */
export const sameGoal = (
  a: Span & { unitId: string; measure: string; period: string },
  b: Span & { unitId: string; measure: string; period: string },
) => a.unitId === b.unitId && a.measure === b.measure && a.period === b.period && overlaps(a, b)

/** Posts that are the same member's same post at the same time. */
export const samePost = (
  a: Span & { memberId: string; unitId: string; role: string },
  b: Span & { memberId: string; unitId: string; role: string },
) => a.memberId === b.memberId && a.unitId === b.unitId && a.role === b.role && overlaps(a, b)
