import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Goal } from '../contract.ts'

export type StoredGoal = Pick<
  Goal,
  'id' | 'unitId' | 'measure' | 'period' | 'fromOn' | 'toOn' | 'value' | 'note' | 'provenance' | 'revision'
> & { setBy: string | null; setAt: Date }

const columns = sql`g.id, g.unit_id, g.measure, g.period, g.from_on, g.to_on, trim_scale(g.value)::text as value,
  g.note, g.provenance, g.revision, g.set_by, g.set_at`

/** Goals for a period, ended ones too. */
export async function listGoals(db: Db, zoneId: string, period: string): Promise<StoredGoal[]> {
  const { rows } = await sql<StoredGoal>`select ${columns} from goal g
    where g.zone_id = ${zoneId} and g.period = ${period} and g.removed_at is null order by g.from_on, g.id`.execute(
    db,
  )
  return rows
}

export async function findGoal(db: Db, zoneId: string, id: string): Promise<StoredGoal | undefined> {
  const { rows } = await sql<StoredGoal>`select ${columns} from goal g
    where g.zone_id = ${zoneId} and g.id = ${id}::uuid and g.removed_at is null`.execute(db)
  return rows[0]
}

/** Periods for which there are goals, the newest first. */
export async function listPeriods(db: Db, zoneId: string): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select distinct period from goal where zone_id = ${zoneId} and removed_at is null order by period desc`.execute(
    db,
  )
  return rows.map(({ period }) => period)
}

/** The values and days that a goal had, newest first, as the log tells them. */
export async function listVersions(db: Db, zoneId: string, id: string) {
  const { rows } = await sql<{ at: Date; by: string | null; value: string; toOn: string }>`
    select c.recorded_from as at, (select name from member m where m.zone_id = ${zoneId} and m.id = c.actor_id) as by,
      trim_scale((c.image ->> 'value')::numeric)::text as value, c.image ->> 'to_on' as to_on
    from change c where c.zone_id = ${zoneId} and c.entity = 'goal' and c.row_id = ${id}::uuid
    order by c.revision desc`.execute(db)
  return rows
}
