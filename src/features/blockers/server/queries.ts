import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import { has } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { BlockerQuery } from '../contract.ts'
import type { BlockerKind } from '../kinds.ts'
import type { BlockerState, Level, StepKind } from '../ladder.ts'
import { commanded } from './policy.ts'

export type BlockerRow = {
  id: string
  projectId: string
  projectName: string
  corpsId: string | null
  officerId: string | null
  officer: string | null
  title: string
  detail: string | null
  kind: BlockerKind
  level: Level
  state: BlockerState
  wantedOn: Day | null
  raisedById: string
  raisedBy: string
  raisedOn: Day
  openedOn: Day
  daysBefore: number
  levelOn: Day
  closedOn: Day | null
  stepCount: number
  revision: number
}
export type StepRow = {
  id: string
  blockerId: string
  kind: StepKind
  fromLevel: Level
  toLevel: Level
  text: string | null
  changes: Record<string, [string | null, string | null]> | null
  madeBy: string
  madeAt: Date
}

const columns = sql`b.id, b.project_id, p.name as project_name, p.corps_id, p.officer_id,
  coalesce(o.name, p.officer) as officer, b.title, b.detail, b.kind, b.level, b.state, b.wanted_on,
  b.raised_by as raised_by_id, raiser.name as raised_by, b.raised_on, b.opened_on, b.days_before, b.level_on,
  b.closed_on, b.steps as step_count, b.revision`

/** A blocker stands behind its project: one of a project out of sight is not there. */
const source = (zoneId: string) => sql`blocker b
  join project p on p.zone_id = ${zoneId} and p.id = b.project_id and p.removed_at is null
  join member raiser on raiser.zone_id = ${zoneId} and raiser.id = b.raised_by
  left join member o on o.zone_id = ${zoneId} and o.id = p.officer_id`

const daysOpen = (today: Day) => sql`b.days_before + (coalesce(b.closed_on, ${today}::date) - b.opened_on)`

/** Open ones first, the highest before all, then the longest; what is closed stands behind, the latest first. */
export async function listOfProject(
  db: Db,
  zoneId: string,
  projectId: string,
  today: Day,
): Promise<BlockerRow[]> {
  const { rows } = await sql<BlockerRow>`
    select ${columns} from ${source(zoneId)}
    where b.zone_id = ${zoneId} and b.project_id = ${projectId}::uuid and b.removed_at is null
    order by b.closed_on desc nulls first, array_position(array['joint', 'zone', 'corps', 'officer'], b.level),
      ${daysOpen(today)} desc, b.id`.execute(db)
  return rows
}

export async function findBlocker(db: Db, zoneId: string, id: string): Promise<BlockerRow> {
  const { rows } = await sql<BlockerRow>`
    select ${columns} from ${source(zoneId)}
    where b.zone_id = ${zoneId} and b.id = ${id}::uuid and b.removed_at is null`.execute(db)
  return found(rows[0], say('卡点', 'blocker'), id)
}

/** Held until the end of the transaction, so that of two who act at once the second sees what the first did. */
export async function holdBlocker(db: Db, zoneId: string, id: string): Promise<BlockerRow> {
  await sql`select id from blocker where zone_id = ${zoneId} and id = ${id}::uuid for update`.execute(db)
  return findBlocker(db, zoneId, id)
}

export async function listSteps(
  db: Db,
  zoneId: string,
  blockerIds: readonly string[],
): Promise<Map<string, StepRow[]>> {
  const { rows } = await sql<StepRow>`
    select s.id, s.blocker_id, s.kind, s.from_level, s.to_level, s.text, s.changes, m.name as made_by, s.made_at
    from blocker_step s join member m on m.zone_id = ${zoneId} and m.id = s.made_by
    where s.zone_id = ${zoneId} and s.blocker_id = any(${[...blockerIds]}::uuid[]) and s.removed_at is null
    order by s.blocker_id, s.position`.execute(db)
  return Map.groupBy(rows, (row) => row.blockerId)
}

/** Everything asked for but the level and the corps, by which the counts are told. */
function asked(actor: Actor, query: BlockerQuery): RawBuilder<unknown> {
  const state = query.waiting ? 'open' : (query.state ?? 'open')
  return sql.join(
    [
      sql`b.zone_id = ${actor.zoneId} and b.removed_at is null and b.state = ${state}`,
      // What stands in the way of a project that was given up is nobody's work any more.
      ...(state === 'open' ? [sql`p.standing in ('ongoing', 'onHold')`] : []),
      ...(query.kind ? [sql`b.kind = ${query.kind}`] : []),
      ...(query.raised ? [sql`b.raised_by = ${actor.memberId}::uuid`] : []),
      ...(query.waiting ? [waits(actor)] : []),
    ],
    sql` and `,
  )
}

/** With this person: as the project's officer or, where the officer has no account, among its corps; as commander; as director. */
function waits(actor: Actor): RawBuilder<unknown> {
  const zone = has(actor, 'director') ? sql` or b.level in ('zone', 'joint')` : sql``
  return sql`((b.level = 'officer' and (p.officer_id = ${actor.memberId}::uuid
      or (p.officer_id is null and p.corps_id = any(${actor.unitIds}::uuid[]))))
    or (b.level = 'corps' and p.corps_id = any(${commanded(actor)}::uuid[]))${zone})`
}

export async function pageOfBlockers(
  db: Db,
  actor: Actor,
  query: BlockerQuery,
  today: Day,
): Promise<BlockerRow[]> {
  const corps =
    query.corps === undefined
      ? sql``
      : query.corps === 'none'
        ? sql`and p.corps_id is null`
        : sql`and p.corps_id = ${query.corps}::uuid`
  const level = query.level ? sql`and b.level = ${query.level}` : sql``
  const longest =
    query.sort === 'level' ? sql`coalesce(b.closed_on, ${today}::date) - b.level_on` : daysOpen(today)
  const { rows } = await sql<BlockerRow>`
    select ${columns} from ${source(actor.zoneId)} where ${asked(actor, query)} ${corps} ${level}
    order by ${longest} desc, b.raised_on, b.id
    limit ${query.limit ?? 100} offset ${query.offset ?? 0}`.execute(db)
  return rows
}

export type CountRow = { corpsId: string | null; level: Level; count: number }

export async function countBlockers(db: Db, actor: Actor, query: BlockerQuery): Promise<CountRow[]> {
  const { rows } = await sql<CountRow>`
    select p.corps_id, b.level, count(*)::int as count from ${source(actor.zoneId)}
    where ${asked(actor, query)} group by p.corps_id, b.level order by p.corps_id, b.level`.execute(db)
  return rows
}
