import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { parseDecimal } from '../../../shared/decimal.ts'
import { type Precision, whenText } from '../../../shared/when.ts'
import type { TimelineEntry } from '../contract.ts'
import { markOf } from '../correction.ts'
import { type Field, fields, isEditable } from '../fields.ts'
import { masked } from '../personal.ts'
import { type Caused, causeColumns, causeJoins, causeOf } from './causes.ts'

type Image = Record<string, unknown>
type Version = {
  entity: 'project' | 'milestone' | 'progress'
  operation: TimelineEntry['operation']
  recordedFrom: Date
  actor: string | null
  image: string
  before: string | null
} & Caused

/** Database numbers as the exact text they were written in (JSON.parse alone would round them). */
export const parseImage = (text: string): Image =>
  JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? (parseDecimal(context?.source ?? String(value)) ?? String(value)) : value,
  ) as Image

const editableIn = (entity: Version['entity']) =>
  fields.filter((field) => isEditable(field) && field.store.in === entity)
const fieldsOf = {
  project: editableIn('project'),
  milestone: editableIn('milestone'),
  progress: editableIn('progress'),
}

/** A row's image as values of ledger fields, people's names and numbers as they are: whoever answers with them masks them. */
export function valuesOfImage(entity: Version['entity'], image: Image | null): Record<string, string> {
  const values: Record<string, string> = {}
  if (!image || image['removed_at']) return values
  for (const field of fieldsOf[entity]) {
    const value = valueIn(field, image)
    if (value !== null) values[field.key] = value
  }
  return values
}

function valueIn({ store }: Field, image: Image): string | null {
  const text = (name: string) => (typeof image[name] === 'string' ? image[name] : null)
  if (store.in === 'computed') return null
  if (store.in !== 'milestone') return text(store.column)
  if (image['kind'] !== store.kind) return null
  const day = text(`${store.date}_on`)
  return day && whenText({ day, precision: (text(`${store.date}_precision`) ?? 'day') as Precision })
}

/** What happened to a project, newest first: every row change of one act by one person is one entry. */
export async function listTimeline(db: Db, zoneId: string, projectId: string, limit: number, offset: number) {
  const { rows } = await sql<Version & { total: number; act: number }>`
    with rows as (
      select 'project' as entity, ${projectId}::uuid as row_id
      union all select 'milestone', id from milestone where zone_id = ${zoneId} and project_id = ${projectId}::uuid
      union all select 'progress', id from progress where zone_id = ${zoneId} and project_id = ${projectId}::uuid
    ), versions as (
      select c.*, dense_rank() over (order by c.recorded_from desc, c.actor_id, c.cause_id) as act
      from rows join change c on c.zone_id = ${zoneId} and c.entity = rows.entity and c.row_id = rows.row_id
    )
    select v.entity, v.operation, v.recorded_from, m.name as actor, ${causeColumns('v')},
      v.image::text as image, b.image::text as before, v.act, (select max(act) from versions)::int as total
    from versions v
    left join member m on m.zone_id = ${zoneId} and m.id = v.actor_id
    ${causeJoins('v', zoneId, projectId)}
    left join change b on b.zone_id = ${zoneId} and b.entity = v.entity and b.row_id = v.row_id and b.revision = v.revision - 1
    where v.act > ${offset} and v.act <= ${offset + limit}
    order by v.act, v.entity = 'project' desc, v.row_id, v.revision`.execute(db)
  const items = [...Map.groupBy(rows, (row) => row.act).values()].map(entryOf)
  return { items, total: rows[0]?.total ?? 0 }
}

function entryOf(versions: Version[]): TimelineEntry {
  const first = versions[0]
  if (!first) throw new Error('An act without a change.')
  return {
    at: first.recordedFrom.toISOString(),
    actor: first.actor,
    operation: first.entity === 'project' ? first.operation : 'update',
    cause: causeOf(first),
    changes: versions.flatMap((version) => differences(version)),
  }
}

const differences = ({ entity, image, before, recordedFrom }: Version) =>
  fieldDifferences(entity, before, image, shanghaiDay(recordedFrom))

/** The fields that two images of a row tell differently, the earliest day on which they were changed; progress names its month. */
export function fieldDifferences(
  entity: Version['entity'],
  before: string | null,
  after: string | null,
  day: Day,
): TimelineEntry['changes'] {
  const [old, now] = [before ? parseImage(before) : null, after ? parseImage(after) : null]
  const [from, to] = [valuesOfImage(entity, old), valuesOfImage(entity, now)]
  const period = entity === 'progress' ? String((now ?? old)?.['period']).slice(0, 7) : null
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((key) => from[key] !== to[key])
    .map((field) => changeOf(field, period, from[field] ?? null, to[field] ?? null, day))
}

function changeOf(field: string, period: string | null, from: string | null, to: string | null, day: Day) {
  const mark = markOf(field, from, to, day)
  return { field, period, from: masked(field, from), to: masked(field, to), ...(mark ? { mark } : {}) }
}
