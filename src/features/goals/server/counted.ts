import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { addDays, type Day } from '../../../shared/days.ts'
import { type Decimal, sumDecimal } from '../../../shared/decimal.ts'
import { isUnsigned, stages } from '../../projects/stages.ts'
import { type Measure, type MeasureKey, measureKeys, measures } from '../measures.ts'

type Expression = RawBuilder<unknown>
/** What happened in which days, and on which day it is asked whose project it was; `isNow`: the records say so themselves. */
export type Counting = { fromOn: Day; toOn: Day; countedOn: Day; isNow: boolean }

const unsigned = stages.filter(isUnsigned)
const kinds = [...new Set(measureKeys.flatMap((key) => (measures[key] as Measure).milestone ?? []))]
const every: Record<MeasureKey, Measure> = measures

/** The corps and standing of `p` at the end of the day; of a project entered later, its first version speaks. */
function heldOn(zoneId: string, { countedOn, isNow }: Counting): Expression {
  if (isNow) return sql`(select p.corps_id, p.standing)`
  const end = new Date(`${addDays(countedOn, 1)}T00:00:00+08:00`)
  return sql`(select (c.image ->> 'corps_id')::uuid as corps_id, c.image ->> 'standing' as standing
    from change c where c.zone_id = ${zoneId} and c.entity = 'project' and c.row_id = p.id
    order by c.recorded_from < ${end} desc, case when c.recorded_from < ${end} then -c.revision else c.revision end limit 1)`
}

/**
 * Every event and every sum of a year that a measure can count, as `f`, its project `p` and whose it was, `h`. Whoever
 * asks gets one answer: projects that only some may know of are left out for all.
 */
const counted = (zoneId: string, counting: Counting) => sql`
  from (
    select m.project_id, m.kind, m.actual_on as on_day, null::numeric as done from milestone m
    where m.zone_id = ${zoneId} and m.removed_at is null and m.kind = any(${kinds}::text[])
      and m.actual_on between ${counting.fromOn}::date and ${counting.toOn}::date
    union all
    (select distinct on (g.project_id) g.project_id, 'yearDone', null, g.year_done from progress g
    where g.zone_id = ${zoneId} and g.removed_at is null and g.year_done is not null
      and g.period between ${counting.fromOn}::date and ${counting.toOn}::date
    order by g.project_id, g.period desc)) f
  join project p on p.zone_id = ${zoneId} and p.id = f.project_id and p.removed_at is null and p.stage <> all(${unsigned}::text[])
  cross join lateral ${heldOn(zoneId, counting)} h
  where h.standing in ('ongoing', 'onHold')`

const belongs = ({ milestone, atLeast }: Measure): Expression =>
  sql`f.kind = ${milestone ?? 'yearDone'}${atLeast ? sql` and p.total_investment >= ${atLeast}::numeric` : sql``}`

const amountOf = ({ adds }: Measure): Expression =>
  adds === 'one' ? sql`1` : adds === 'yearDone' ? sql`f.done` : sql`coalesce(p.total_investment, 0)`

export type Tally = Record<MeasureKey, Decimal>

/** Each measure by corps (null: of none), exact. */
export async function tallyByCorps(
  db: Db,
  zoneId: string,
  counting: Counting,
): Promise<Map<string | null, Tally>> {
  const figures = measureKeys.map(
    (key) =>
      sql`trim_scale(coalesce(sum(${amountOf(every[key])}) filter (where ${belongs(every[key])}), 0))::text as ${sql.id(key)}`,
  )
  const { rows } = await sql<Tally & { corpsId: string | null }>`
    select h.corps_id as "corpsId", ${sql.join(figures)} ${counted(zoneId, counting)} group by h.corps_id`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.corpsId, row]))
}

/** A corps' figure, or the whole zone's. */
export const figureOf = (
  tally: ReadonlyMap<string | null, Tally>,
  key: MeasureKey,
  corpsId: string | 'zone',
) =>
  corpsId === 'zone'
    ? sumDecimal([...tally.values()].map((row) => row[key]))
    : (tally.get(corpsId)?.[key] ?? '0')

/** The projects behind one figure. */
export async function listCounted(
  db: Db,
  zoneId: string,
  counting: Counting,
  key: MeasureKey,
  corpsId: string | 'zone',
) {
  const measure = every[key]
  const { rows } = await sql<{ projectId: string; name: string; on: Day | null; amount: Decimal | null }>`
    select p.id as project_id, p.name, f.on_day as on,
      ${measure.adds === 'one' ? sql`trim_scale(p.total_investment)::text` : sql`trim_scale(${amountOf(measure)})::text`} as amount
    ${counted(zoneId, counting)} and ${belongs(measure)} ${corpsId === 'zone' ? sql`` : sql`and h.corps_id = ${corpsId}::uuid`}
    order by f.on_day desc nulls last, p.name, p.id`.execute(db)
  return rows
}
