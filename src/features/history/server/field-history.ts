import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { markOf } from '../../projects/correction.ts'
import { type Field, fieldByKey, isEditable } from '../../projects/fields.ts'
import { masked } from '../../projects/personal.ts'
import { type Caused, causeColumns, causeJoins, causeOf } from '../../projects/server/causes.ts'
import { isExact, whenSql } from '../../projects/server/field-sql.ts'
import type { FieldHistoryQuery, FieldVersion } from '../contract.ts'

type Row = Caused & {
  value: string | null
  before: string | null
  period: string | null
  operation: FieldVersion['operation']
  recordedFrom: Date
  until: Date | null
  actor: string | null
  total: number
}

/**
 * Each value that a field of a project ever had, newest first, with who wrote it, through what and why. Of progress,
 * of one month or of all. Only the versions of the rows that hold the field are read, by their index.
 */
export async function listFieldHistory(
  db: Db,
  zoneId: string,
  projectId: string,
  key: string,
  { period, limit = 30, offset = 0 }: FieldHistoryQuery,
): Promise<{ items: FieldVersion[]; total: number }> {
  const field = writtenField(key)
  const { rows } = await sql<Row>`
    with told as (
      select k.id, k.period, c.revision, c.recorded_from, c.operation, c.actor_id, c.cause_kind, c.cause_id,
        case when c.image ->> 'removed_at' is null then ${valueIn(field)} end as value
      from (${rowsOf(field, zoneId, projectId, period)}) k
      join change c on c.zone_id = ${zoneId} and c.entity = ${field.store.in} and c.row_id = k.id
    ), steps as (
      select *, lag(value) over (partition by id order by revision) as before from told
    ), versions as (
      select *, lead(recorded_from) over (partition by id order by revision) as until, count(*) over ()::int as total
      from steps where value is distinct from before
    ), page as (
      select * from versions order by recorded_from desc, revision desc, period desc, id limit ${limit} offset ${offset}
    )
    select v.value, v.before, v.period, v.operation, v.recorded_from, v.until, m.name as actor, ${causeColumns('v')}, v.total
    from page v
    left join member m on m.zone_id = ${zoneId} and m.id = v.actor_id
    ${causeJoins('v', zoneId, projectId)}
    order by v.recorded_from desc, v.revision desc, v.period desc, v.id`.execute(db)
  return { items: rows.map((row) => versionOf(key, row)), total: rows[0]?.total ?? 0 }
}

function versionOf(key: string, row: Row): FieldVersion {
  const mark = markOf(key, row.before, row.value, shanghaiDay(row.recordedFrom))
  return {
    value: masked(key, row.value),
    before: masked(key, row.before),
    period: row.period,
    from: row.recordedFrom.toISOString(),
    until: row.until?.toISOString() ?? null,
    operation: row.operation,
    actor: row.actor,
    cause: causeOf(row),
    ...(mark ? { mark } : {}),
  }
}

function writtenField(key: string): Field {
  const field = fieldByKey.get(key)
  if (field && isEditable(field)) return field
  throw new Problem(
    'invalid_input',
    say(
      `「${field?.zh ?? key}」由系统算出，没有自己的历史；请看它所依据的各列。`,
      `“${field?.en ?? key}” is computed and has no history of its own; look at the fields it is computed from.`,
    ),
  )
}

/** The rows that hold the field: the project's own, one milestone, or the months. */
function rowsOf({ store }: Field, zoneId: string, projectId: string, period: string | null | undefined) {
  if (store.in === 'project') return sql`select ${projectId}::uuid as id, null as period`
  if (store.in === 'milestone')
    return sql`select id, null as period from milestone
      where zone_id = ${zoneId} and project_id = ${projectId}::uuid and kind = ${store.kind}`
  return sql`select id, to_char(period, 'YYYY-MM') as period from progress
    where zone_id = ${zoneId} and project_id = ${projectId}::uuid ${period ? sql`and period = ${`${period}-01`}::date` : sql``}`
}

/** The field as text out of an image, as it stands in JSON everywhere. */
function valueIn(field: Field): RawBuilder<unknown> {
  const { store } = field
  if (store.in === 'computed') throw new Error(`${field.key} stands in no image.`)
  if (store.in === 'milestone')
    return sql`case when c.image ->> ${`${store.date}_on`} is not null
      then ${whenSql(sql`(c.image ->> ${`${store.date}_on`})::date`, sql`(c.image ->> ${`${store.date}_precision`})`)} end`
  const text = sql`(c.image ->> ${store.column})`
  return isExact(field) ? sql`trim_scale(${text}::numeric)::text` : text
}
