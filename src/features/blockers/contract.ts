import { Type } from 'typebox'
import { Abilities, body, Day, Id, nullable, oneOf, type Static, Timestamp } from '../../shared/schema.ts'
import { blockerKinds } from './kinds.ts'
import { acts, blockerStates, levels, stepKinds } from './ladder.ts'

const LevelWord = oneOf(levels)
const Kind = oneOf(blockerKinds)
const Revision = Type.Integer({ minimum: 1 })
const title = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' })
const detail = Type.String({ maxLength: 2000 })

/** One thing done about a blocker, by whom and when; never edited. `text` is the why, the how or what was said. */
export const BlockerStep = Type.Object({
  id: Id,
  kind: oneOf(stepKinds),
  fromLevel: LevelWord,
  toLevel: LevelWord,
  text: nullable(Type.String()),
  /** Of an amendment: what each field held and holds. */
  changes: nullable(
    Type.Array(
      Type.Object({
        field: oneOf(['title', 'detail', 'kind', 'wantedOn'] as const),
        from: nullable(Type.String()),
        to: nullable(Type.String()),
      }),
    ),
  ),
  madeBy: Type.String(),
  madeAt: Timestamp,
})

const facts = {
  id: Id,
  projectId: Id,
  projectName: Type.String(),
  corpsId: nullable(Id),
  title: Type.String(),
  detail: nullable(Type.String()),
  kind: Kind,
  level: LevelWord,
  state: oneOf(blockerStates),
  wantedOn: nullable(Day),
  /** Open after the day by which it should have been solved. */
  late: Type.Boolean(),
  raisedBy: Type.String(),
  raisedOn: Day,
  closedOn: nullable(Day),
  /** Calendar days, the day of raising not counted; times between closing and re-opening left out. */
  daysOpen: Type.Integer(),
  /** Calendar days at this level, up to the day looked at or the day it was closed. */
  daysAtLevel: Type.Integer(),
  /** Those with whom it is now; nobody when it is closed or the post is vacant. */
  holders: Type.Array(Type.String()),
  revision: Revision,
  abilities: Abilities,
}

export const ListedBlocker = Type.Object(facts)
export const Blocker = Type.Object({
  ...facts,
  /** Where it can be moved, up and down; null at either end. */
  above: nullable(LevelWord),
  below: nullable(LevelWord),
  /** The first is that of raising. */
  steps: Type.Array(BlockerStep),
})

/** A project's blockers: open ones first, the highest and the longest before all, then the closed ones. */
export const ProjectBlockers = Type.Object({
  today: Day,
  items: Type.Array(Blocker),
  /** The levels at which this person may raise one. */
  raiseAt: Type.Array(LevelWord),
})

export const BlockerCounts = Type.Object({
  officer: Type.Integer(),
  corps: Type.Integer(),
  zone: Type.Integer(),
  joint: Type.Integer(),
})
export const BlockerList = Type.Object({
  today: Day,
  items: Type.Array(ListedBlocker),
  total: Type.Integer(),
  /** Of all that is asked for, before level and corps are chosen. */
  byCorps: Type.Array(Type.Object({ corpsId: nullable(Id), counts: BlockerCounts })),
})
/** `corps` is a unit's id, or `none` for projects of no corps yet. Open ones, of projects that go on, unless a state is given. */
export const BlockerQuery = body({
  level: Type.Optional(LevelWord),
  corps: Type.Optional(Type.String({ pattern: '^(none|[0-9a-f-]{36})$' })),
  kind: Type.Optional(Kind),
  state: Type.Optional(oneOf(blockerStates)),
  /** Raised by the person who asks. */
  raised: Type.Optional(oneOf(['me'] as const)),
  /** Waiting at the level at which the person who asks acts. */
  waiting: Type.Optional(oneOf(['me'] as const)),
  /** The longest open first, or the longest at its level. */
  sort: Type.Optional(oneOf(['open', 'level'] as const)),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
})

export const BlockerInput = body({
  title,
  detail: Type.Optional(nullable(detail)),
  kind: Kind,
  wantedOn: Type.Optional(nullable(Day)),
  /** At the officer's, unless the person acts higher up. */
  level: Type.Optional(LevelWord),
})
export const BlockerPatch = body({
  revision: Revision,
  title: Type.Optional(title),
  detail: Type.Optional(nullable(detail)),
  kind: Type.Optional(Kind),
  wantedOn: Type.Optional(nullable(Day)),
})
/** `to` says where an `up` or `down` leads: the next level, so that nobody moves it twice by mistake. */
export const StepInput = body({
  revision: Revision,
  act: oneOf(acts),
  to: Type.Optional(LevelWord),
  text: Type.String({ minLength: 1, maxLength: 2000, pattern: '\\S' }),
})

export type BlockerStep = Static<typeof BlockerStep>
export type ListedBlocker = Static<typeof ListedBlocker>
export type Blocker = Static<typeof Blocker>
export type ProjectBlockers = Static<typeof ProjectBlockers>
export type BlockerCounts = Static<typeof BlockerCounts>
export type BlockerList = Static<typeof BlockerList>
export type BlockerQuery = Static<typeof BlockerQuery>
export type BlockerInput = Static<typeof BlockerInput>
export type BlockerPatch = Static<typeof BlockerPatch>
export type StepInput = Static<typeof StepInput>
