import { addDays, type Day } from '../../../shared/days.ts'
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

/** The organisation as far as a reorganisation can change it. */
export type State = {
  units: Map<string, UnitNow>
  posts: Map<string, PostNow>
  projects: Map<string, ProjectNow>
}

/** A part of a post that begins somewhere else. */
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

export const copyOf = ({ units, posts, projects }: State): State => ({
  units: new Map([...units].map(([id, one]) => [id, { ...one }])),
  posts: new Map([...posts].map(([id, one]) => [id, { ...one }])),
  projects: new Map([...projects].map(([id, one]) => [id, { ...one }])),
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

/** Posts that are the same member's same post at the same time. */
export const samePost = (
  a: Span & { memberId: string; unitId: string; role: string },
  b: Span & { memberId: string; unitId: string; role: string },
) => a.memberId === b.memberId && a.unitId === b.unitId && a.role === b.role && overlaps(a, b)
