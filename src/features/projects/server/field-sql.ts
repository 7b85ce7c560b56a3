import { type RawBuilder, sql } from 'kysely'
import { constant } from '../../../server/database/compile-sql.ts'
import { type Field, fields } from '../fields.ts'
import { lights, milestoneDates } from '../stages.ts'

type Expression = RawBuilder<unknown>

/** Joined only where a statement speaks of it: `m_started`, or `g` for the newest progress. */
export type Join = { alias: string; text: Expression }

const column = (alias: string, name: string) => sql.ref(`${alias}.${name}`)
const mu = sql`(p.land_area * 0.0015)` // 亩 = ㎡ × 0.0015

const computed: Record<string, { value: Expression; progress: boolean }> = {
  investmentIntensity: { value: sql`round(p.fixed_asset_investment / nullif(${mu}, 0), 2)`, progress: false },
  taxPerMu: { value: sql`round(p.expected_tax / nullif(${mu}, 0), 2)`, progress: false },
  stageProof: {
    value: sql`case when p.proven_stage = p.stage then 'proven' else 'none' end`,
    progress: false,
  },
  completionRate: { value: sql`round(g.year_done / nullif(g.annual_plan, 0), 4)`, progress: true },
}

/** Computed from the project's own row alone. */
export const ofOwnRow = ({ key }: Field) => computed[key]?.progress === false

const milestoneAlias = (kind: string) => `m_${kind.toLowerCase()}`

/** The typed value of a field over `project p` and its joins: a number, day or text that sorts and compares. */
export function typedOf({ key, store }: Field): Expression {
  if (store.in === 'project') return column('p', store.column)
  if (store.in === 'progress') return column('g', store.column)
  if (store.in === 'milestone') return column(milestoneAlias(store.kind), `${store.date}_on`)
  const entry = computed[key]
  if (!entry) throw new Error(`The computed field ${key} has no expression: add one to field-sql.ts.`)
  return entry.value
}

/** Progress of the newest month, or of the month given. */
export const progressJoin = (zoneId: string, period?: string): Join => ({
  alias: 'g',
  text: sql`left join lateral (
    select * from progress where zone_id = ${zoneId} and project_id = p.id and removed_at is null
    ${period ? sql`and period = ${`${period}-01`}::date` : sql``} order by period desc limit 1) g on true`,
})

export function joinOf({ key, store }: Field, zoneId: string): Join | undefined {
  if (store.in === 'progress' || computed[key]?.progress) return progressJoin(zoneId)
  if (store.in !== 'milestone') return undefined
  const alias = milestoneAlias(store.kind)
  return {
    alias,
    text: sql`left join milestone ${sql.ref(alias)} on ${column(alias, 'zone_id')} = ${zoneId} and ${column(alias, 'project_id')} = p.id
      and ${column(alias, 'kind')} = ${store.kind} and ${column(alias, 'removed_at')} is null`,
  }
}

/** What a list sorted by the field goes by: stages and lights by their order, corps by their place in the zone. */
export function sortOf(field: Field, zoneId: string): Expression {
  const value = typedOf(field)
  if (field.kind === 'corps')
    return sql`(select position from unit where zone_id = ${zoneId} and id = ${value})`
  if (field.kind === 'choice') {
    const order =
      field.key === 'light' ? [...lights].reverse() : (field.choices ?? []).map((choice) => choice.value)
    return sql`array_position(${order}::text[], ${value})`
  }
  return value
}

const exact = ['money', 'foreign', 'area', 'floorArea', 'perMu', 'percent']
export const isExact = (field: Field) => exact.includes(field.kind)

/** A field as it stands in JSON: exact text. */
export const textOf = (field: Field): Expression =>
  field.key === 'period'
    ? sql`to_char(g.period, 'YYYY-MM')`
    : isExact(field)
      ? sql`trim_scale(${typedOf(field)})::text`
      : sql`${typedOf(field)}::text`

/** `2022-03-05`, `2022-03-T1`, `2022-03`, `2022-Q1`, `2022-H1`, `2022`: as shared/when.ts writes them. */
export const whenSql = (day: Expression, precision: Expression) => sql`case ${precision}
  when 'day' then to_char(${day}, 'YYYY-MM-DD')
  when 'tenDays' then to_char(${day}, 'YYYY-MM') || '-T' || least(3, ceil(extract(day from ${day}) / 10))
  when 'month' then to_char(${day}, 'YYYY-MM')
  when 'quarter' then to_char(${day}, 'YYYY"-Q"Q')
  when 'halfYear' then to_char(${day}, 'YYYY') || case when extract(month from ${day}) <= 6 then '-H1' else '-H2' end
  else to_char(${day}, 'YYYY') end`

/** A field as an export reads it: the same text as in JSON, dates with their precision, from `datesJoin`. */
export const exportText = (field: Field): Expression =>
  field.store.in === 'milestone' ? sql.id('dates', field.key) : textOf(field)

/** All dates of a project that are asked for, from one look at its milestones. */
export function datesJoin(zoneId: string, wanted: readonly Field[]): Expression {
  const dates = wanted.flatMap(({ key, store }) => {
    if (store.in !== 'milestone') return []
    const when = whenSql(sql.ref(`${store.date}_on`), sql.ref(`${store.date}_precision`))
    return [sql`max(${when}) filter (where kind = ${store.kind}) as ${sql.id(key)}`]
  })
  if (dates.length === 0) return sql``
  return sql`cross join lateral (
    select ${sql.join(dates)} from milestone where zone_id = ${zoneId} and project_id = p.id and removed_at is null) dates`
}

const pairs = (of: (field: Field) => boolean) =>
  sql.join(fields.filter(of).flatMap((field) => [sql.lit(field.key), textOf(field)]))

/** A project's whole ledger line as jsonb over `project p` and progress `g`; fields without a value are left out. */
export const line: Expression = constant(sql`(
  jsonb_strip_nulls(
    jsonb_build_object('id', p.id, ${pairs(({ store }) => store.in === 'project')})
    || jsonb_build_object(${pairs(({ key, store }) => key !== 'period' && (store.in === 'progress' || store.in === 'computed'))}))
  || jsonb_build_object('period', to_char(g.period, 'YYYY-MM'))
  || coalesce((
    select jsonb_object_agg(m.kind || '.' || d.date, ${whenSql(sql`d.day`, sql`d.precision`)})
    from milestone m, lateral (values ${sql.join(
      milestoneDates.map(
        (date) => sql`(${sql.lit(date)}, ${column('m', `${date}_on`)}, ${column('m', `${date}_precision`)})`,
      ),
    )}) d(date, day, precision)
    where m.zone_id = p.zone_id and m.project_id = p.id and m.removed_at is null and d.day is not null), '{}'))`)
