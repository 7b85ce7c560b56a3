import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Day, daysBetween } from '../../../shared/days.ts'
import { type Precision, whenText } from '../../../shared/when.ts'
import { listDue } from '../../approvals/server/due-list.ts'
import { lifeOrder, type MilestoneKind } from '../../projects/stages.ts'
import type { Late, LateItem, LateQuery } from '../contract.ts'
import { inScopeSql, scopeOf } from './scope.ts'

/** Milestones and approvals whose day is past, the longest late first, with exact counts. */
export async function readLate(
  db: Db,
  actor: Actor,
  { corps, limit = 50, offset = 0 }: LateQuery,
  day: Day,
): Promise<Late> {
  const all = [...(await lateMilestones(db, actor, day)), ...(await lateApprovals(db, actor, day))]
  const wanted = corps ? all.filter(({ corpsId }) => (corpsId ?? 'none') === corps) : all
  wanted.sort((a, b) => b.days - a.days || (key(a) < key(b) ? -1 : 1))
  return {
    scope: scopeOf(actor),
    day,
    ...counts(wanted),
    items: wanted.slice(offset, offset + limit),
    byCorps: [...Map.groupBy(all, ({ corpsId }) => corpsId)].map(([corpsId, own]) => ({
      corpsId,
      ...counts(own),
    })),
  }
}

const key = ({ kind, projectId, approval }: LateItem) => `${kind} ${projectId} ${approval?.name ?? ''}`
const counts = (items: readonly LateItem[]) => {
  const projects = items.filter(({ kind }) => kind === 'milestone').length
  return { projects, approvals: items.length - projects }
}

type LateRow = {
  projectId: string
  projectName: string
  corpsId: string | null
  kind: MilestoneKind
  due: Day
  precision: Precision
  count: number
}

/** Of projects that go on: events after the stage reached that were expected and have not happened. The newest word counts. */
async function lateMilestones(db: Db, actor: Actor, day: Day): Promise<LateItem[]> {
  const due = sql`coalesce(m.forecast_on, m.plan_on)`
  const place = (of: string) => sql`array_position(${[...lifeOrder]}::text[], ${sql.ref(of)})`
  const { rows } = await sql<LateRow>`
    select distinct on (p.id) p.id as project_id, p.name as project_name, p.corps_id, m.kind, ${due} as due,
      case when m.forecast_on is null then m.plan_precision else m.forecast_precision end as precision,
      count(*) over (partition by p.id)::int as count
    from project p join milestone m on m.zone_id = ${actor.zoneId} and m.project_id = p.id
    where p.zone_id = ${actor.zoneId} and p.removed_at is null and p.standing = 'ongoing' and ${inScopeSql(actor)}
      and m.removed_at is null and m.actual_on is null and ${due} < ${day}::date and ${place('m.kind')} > ${place('p.stage')}
    order by p.id, ${due}, ${place('m.kind')}`.execute(db)
  return rows.map(({ kind, due, precision, count, ...project }) => ({
    ...project,
    kind: 'milestone',
    milestone: kind,
    approval: null,
    due: whenText({ day: due, precision }),
    days: daysBetween(due, day),
    others: count - 1,
  }))
}

async function lateApprovals(db: Db, actor: Actor, day: Day): Promise<LateItem[]> {
  const { items } = await listDue(db, actor.zoneId, { due: 'overdue', limit: Number.MAX_SAFE_INTEGER }, day)
  if (items.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where p.zone_id = ${actor.zoneId} and ${inScopeSql(actor)}
      and p.id = any(${items.map(({ projectId }) => projectId)}::uuid[])`.execute(db)
  const inScope = new Set(rows.map(({ id }) => id))
  return items
    .filter(({ projectId }) => inScope.has(projectId))
    .map(({ projectId, projectName, corpsId, item, name, left, dueOn }) => ({
      ...{ kind: 'approval', projectId, projectName, corpsId, milestone: null },
      approval: { item, name },
      due: dueOn,
      days: -(left ?? 0),
      others: 0,
    }))
}
