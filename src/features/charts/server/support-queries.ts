import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import { joinsSql, select } from '../../projects/server/ledger-query.ts'
import { prepareQuery } from '../../projects/server/prepare-query.ts'
import type { Stage, Standing } from '../../projects/stages.ts'
import type { SupportQuery } from '../support-contract.ts'
import { type SupportKind, supportKinds } from '../support-kinds.ts'
import { ledgerAsk } from './ledger-ask.ts'

export type SupportRow = {
  id: string
  kind: SupportKind
  what: string
  ofUnitId: string | null
  ofWhom: string
  dueOn: Day
  metOn: Day | null
  note: string | null
  askedBy: string | null
  revision: number
  /** Null, and all of the project with it, where the reader may not know of the project. */
  projectId: string | null
  projectName: string
  corpsId: string | null
  officerId: string | null
  officer: string | null
  stage: Stage
  standing: Standing
  illustrative: boolean
}

const columns = sql`s.id, s.kind, s.what, s.of_unit_id, coalesce(u.name, s.of_whom) as of_whom, s.due_on, s.met_on, s.note,
  asker.name as asked_by, s.revision, p.id as project_id, p.name as project_name, p.corps_id, p.officer_id,
  coalesce(o.name, p.officer) as officer, p.stage, p.standing,
  p.provenance is not distinct from 'illustrative' as illustrative`

const source = (zoneId: string) => sql`support s
  left join project p on p.zone_id = ${zoneId} and p.id = s.project_id and p.removed_at is null
  left join unit u on u.zone_id = ${zoneId} and u.id = s.of_unit_id
  left join member asker on asker.zone_id = ${zoneId} and asker.id = s.asked_by
  left join member o on o.zone_id = ${zoneId} and o.id = p.officer_id`

/** Behind a project that is known; or asked of one's own units by one that is not, which those who know all never are. */
const visible = (actor: Actor) =>
  actor.reach === 'zone'
    ? sql`p.id is not null`
    : sql`(p.id is not null or s.of_unit_id = any(${[...actor.reach.unitIds]}::uuid[]))`

const inKindOrder = sql`array_position(${[...supportKinds]}::text[], s.kind)`

/** What is asked for, whatever its state and whomever it is asked of: corps in their order, then projects by name. */
export async function listSupports(db: Db, actor: Actor, query: SupportQuery): Promise<SupportRow[]> {
  const { zoneId } = actor
  const { corps, kind, q } = query
  const known = await prepareQuery(db, actor, ledgerAsk({ ...(corps ? { corps } : {}), ...(q ? { q } : {}) }))
  const selection = select(zoneId, known)
  const words = q?.trim().toLowerCase()
  const named = words
    ? sql`or strpos(lower(s.what || ' ' || coalesce(u.name, s.of_whom)), ${words}) > 0`
    : sql``
  const ofCorps = corps ? corpsIs(corps) : sql`true`
  const { rows } = await sql<SupportRow>`
    select ${columns} from ${source(zoneId)} ${joinsSql(selection.filterJoins)}
    where s.zone_id = ${zoneId} and s.removed_at is null and ${visible(actor)}
      -- Nobody waits any more for what a project that was given up has asked for.
      and (s.met_on is not null or p.id is null or p.standing in ('ongoing', 'onHold'))
      and (${corps || words ? sql`(${selection.where}) ${named}` : sql`true`}) and ${ofCorps}
      ${kind ? sql`and s.kind = ${kind}` : sql``}
    order by p.id is null, (select position from unit c where c.zone_id = ${zoneId} and c.id = p.corps_id) nulls last,
      p.name, p.id, ${inKindOrder}, s.due_on, s.id`.execute(db)
  return rows
}

const corpsIs = (corps: string): RawBuilder<unknown> =>
  corps === 'none' ? sql`p.id is not null and p.corps_id is null` : sql`p.corps_id = ${corps}::uuid`

/** A project's own, those not met first. */
export async function supportsOf(db: Db, actor: Actor, projectId: string): Promise<SupportRow[]> {
  const { zoneId } = actor
  const { rows } = await sql<SupportRow>`
    select ${columns} from ${source(zoneId)}
    where s.zone_id = ${zoneId} and s.project_id = ${projectId}::uuid and s.removed_at is null and p.id is not null
    order by s.met_on desc nulls first, s.due_on, s.id`.execute(db)
  return rows
}

export async function findSupport(db: Db, actor: Actor, id: string): Promise<SupportRow | undefined> {
  const { zoneId } = actor
  const { rows } = await sql<SupportRow>`
    select ${columns} from ${source(zoneId)}
    where s.zone_id = ${zoneId} and s.id = ${id}::uuid and s.removed_at is null and ${visible(actor)}`.execute(
    db,
  )
  return rows[0]
}
