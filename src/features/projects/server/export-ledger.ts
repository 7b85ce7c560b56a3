import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type ColumnFormat, type OutputValue, writeXlsx } from '../../../formats/write-xlsx.ts'
import type { Actor } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import { type Language, Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { type Decimal, sumDecimal } from '../../../shared/decimal.ts'
import { showWhen } from '../../../shared/when.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import type { LedgerQuery } from '../contract.ts'
import { type Field, fieldByKey, usualFields } from '../fields.ts'
import { shownOf } from '../personal.ts'
import { type ShownUnit, shownDigits, toShown, unitWord, usualUnit } from '../shown-units.ts'
import { type Trace, traceMarks } from './export-trace.ts'
import { datesJoin, exportText, progressJoin } from './field-sql.ts'
import { prepareQuery } from './prepare-query.ts'
import { listIds } from './queries.ts'

export type Export = {
  zoneName: string
  language: Language
  columns: readonly Field[]
  ids: readonly string[]
  corps: ReadonlyMap<string, string>
  at: Date
  trace: Trace
}

const linesAtOnce = 1000

/** Reads what an export needs before its first byte goes out: which rows, which columns. */
export async function prepareExport(
  db: Db,
  actor: Actor,
  query: LedgerQuery & { columns?: string; language?: Language },
  at: Date,
): Promise<Export> {
  const { zoneId, memberId, name } = actor
  const { login } = await db
    .selectFrom('member')
    .select('login')
    .where('zoneId', '=', zoneId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const zone = await db.selectFrom('zone').select('name').where('id', '=', zoneId).executeTakeFirstOrThrow()
  const corps = new Map((await listUnits(db, zoneId)).map((unit) => [unit.id, unit.name]))
  const wanted = withMonth(query.columns ? query.columns.split(',').map(columnOf) : usualFields)
  const ids = await listIds(db, zoneId, await prepareQuery(db, actor, query))
  const columns = (await anyProvenance(db, zoneId, ids)) ? withProvenance(wanted) : wanted
  return {
    zoneName: zone.name,
    language: query.language ?? 'zh',
    columns,
    corps,
    ids,
    at: actor.asOf ?? at,
    trace: { id: uuidv7(), name, login, at },
  }
}

/** Progress says nothing without its month: the column stands before the first that speaks of it. */
function withMonth(columns: readonly Field[]): readonly Field[] {
  const month = fieldByKey.get('period')
  const at = columns.findIndex((field) => field.store.in === 'progress')
  return month && at >= 0 && !columns.includes(month) ? columns.toSpliced(at, 0, month) : columns
}

/** What is made up, or was only read in a newspaper, says so on paper too. */
function withProvenance(columns: readonly Field[]): readonly Field[] {
  const provenance = fieldByKey.get('provenance')
  return provenance && !columns.includes(provenance) ? [...columns, provenance] : columns
}

async function anyProvenance(db: Db, zoneId: string, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ isTold: boolean }>`
    select exists (select from project where zone_id = ${zoneId} and provenance is not null and removed_at is null
      and id = any(${ids}::uuid[])) as is_told`.execute(db)
  return rows[0]?.isTold ?? false
}

function columnOf(key: string): Field {
  const field = fieldByKey.get(key)
  if (!field)
    throw new Problem('invalid_input', say(`台账没有“${key}”这一列。`, `The ledger has no column “${key}”.`))
  return field
}

/** Streams the rows as a workbook; each part in a transaction of its own, so that a slow reader holds nobody up. */
export async function writeExport(output: Writable, database: Database, actor: Actor, plan: Export) {
  const { language, columns } = plan
  const day = shanghaiDay(plan.at)
  const titles = columns.map((field) => ({
    title: headerOf(field, language),
    width: Math.round(field.width / 8),
    format: formatOf(field),
  }))
  const sums = new Map<number, Decimal>()
  const { custom, ...marks } = traceMarks(plan.trace, language)
  await writeXlsx(
    output,
    [
      {
        name: language === 'zh' ? '项目台账' : 'Ledger',
        titleRows: [
          language === 'zh'
            ? `${plan.zoneName}项目台账（${day}，共 ${plan.ids.length} 项）`
            : `${plan.zoneName}: project ledger (${day}, ${plan.ids.length} projects)`,
        ],
        ...marks,
        columns: titles,
        frozenRows: 3,
        frozenColumns: columns[0]?.key === 'name' ? 1 : 0,
        autoFilter: true,
        rows: rowsOf(database, actor, plan, sums),
        totalRow: () => totalsOf(plan, sums),
      },
    ],
    { title: plan.zoneName, creator: actor.name, created: plan.trace.at, custom },
  )
}

/** Rows as they are written; `sums` grows with them. */
async function* rowsOf(
  database: Database,
  actor: Actor,
  plan: Export,
  sums: Map<number, Decimal>,
): AsyncIterable<OutputValue[]> {
  const cells = plan.columns.map((field) => cellOf(field, plan))
  const added = plan.columns.flatMap((field, index) => (summed.has(field.kind) ? [index] : []))
  for await (const rows of partsOf(database, actor, plan)) {
    for (const index of added) sums.set(index, sumDecimal([sums.get(index) ?? '0', ...valuesAt(rows, index)]))
    for (const row of rows)
      yield row.map((value, index) => (value === null ? null : (cells[index]?.(value) ?? null)))
  }
}

const summed: ReadonlySet<Field['kind']> = new Set(['money', 'foreign', 'area', 'floorArea'])
const valuesAt = (rows: readonly Line[], index: number) =>
  rows.flatMap((row) => (typeof row[index] === 'string' ? [row[index]] : []))

/** The word stands under the names, where an import finds it and takes the row for what it is: no project. */
function totalsOf({ columns, ids, language }: Export, sums: ReadonlyMap<number, Decimal>) {
  const place = columns.findIndex((field) => field.key === 'name')
  if (place < 0 || ids.length === 0 || sums.size === 0) return undefined
  return columns.map((field, index): OutputValue => {
    if (index === place) return language === 'zh' ? '合计' : 'Total'
    const unit = usualUnit(field)
    const sum = sums.get(index)
    return unit && sum !== undefined ? { decimal: toShown(sum, unit) } : null
  })
}

/** One part ahead of the writing, so that the database and the writer work at the same time. */
async function* partsOf(database: Database, actor: Actor, { ids, columns }: Export): AsyncIterable<Line[]> {
  const read = (start: number) =>
    database.within(actor, (db) => readPart(db, actor.zoneId, ids.slice(start, start + linesAtOnce), columns))
  let next = read(0)
  for (let start = 0; start < ids.length; start += linesAtOnce) {
    const rows = await next
    if (start + linesAtOnce < ids.length) next = read(start + linesAtOnce)
    next.catch(() => undefined) // told when its turn comes, if anybody still reads
    yield rows
  }
}

type Line = (string | null)[]

/**
 * Every table is looked up project by project through its own key: a `limit 1` or a sum leaves the planner nothing to
 * guess. Without statistics, as after a first import, it would read a zone's milestones anew for every part; and with
 * `removed_at` beside the id it would read a partial index of the whole zone. One JSON text is the quickest to take in,
 * and an array holds more columns than a function takes arguments.
 */
async function readPart(
  db: Db,
  zoneId: string,
  ids: readonly string[],
  columns: readonly Field[],
): Promise<Line[]> {
  const { rows } = await sql<{ lines: string }>`
    select coalesce(json_agg(array[${sql.join(columns.map(exportText))}]::text[] order by wanted.place), '[]')::text as lines
    from unnest(${ids}::uuid[]) with ordinality wanted(id, place)
    cross join lateral (select * from project where zone_id = ${zoneId} and id = wanted.id limit 1) p
    ${progressJoin(zoneId).text} ${datesJoin(zoneId, columns)}
    where p.removed_at is null`.execute(db)
  return JSON.parse(rows[0]?.lines ?? '[]')
}

/** `总投资（亿元）`: the unit stands in the header, so that an import reads the same amounts. */
export function headerOf(field: Field, language: Language): string {
  const unit = usualUnit(field)
  if (!unit) return field[language]
  return language === 'zh' ? `${field.zh}（${unit}）` : `${field.en} (${unitWord(unit, language)})`
}

const formatOf = (field: Field): ColumnFormat => {
  const unit = usualUnit(field)
  if (field.kind === 'when') return 'date'
  return unit === undefined ? 'text' : (formatOfDigits[shownDigits(unit)] ?? 'general')
}
/** As on screen; the cell keeps every digit. */
const formatOfDigits: readonly ColumnFormat[] = ['grouped', 'decimal1', 'decimal2']

const day = /^\d{4}-\d{2}-\d{2}$/
/** Shown in the unit that they are kept in: the text that PostgreSQL gives is the number already. */
const asKept: ReadonlySet<ShownUnit> = new Set(['万元', '万美元', '㎡', '万元/亩'])

function cellOf(field: Field, { language, corps }: Export): (value: string) => OutputValue {
  const unit: ShownUnit | undefined = usualUnit(field)
  if (unit && asKept.has(unit)) return (decimal) => ({ decimal })
  if (unit) return (value) => ({ decimal: toShown(value, unit) })
  if (field.kind === 'when') return (value) => (day.test(value) ? { date: value } : showWhen(value, language))
  if (field.kind === 'corps') return (value) => corps.get(value) ?? null
  if (field.kind === 'choice') {
    const labels = new Map((field.choices ?? []).map((choice) => [choice.value, choice[language]]))
    return (value) => labels.get(value) ?? value
  }
  return (value) => shownOf(field, value)
}

/** A name for the file that says what it is and when, safe in every file system. */
export const exportFileName = ({ zoneName, at, language }: Export) =>
  `${zoneName}${language === 'zh' ? '项目台账' : ' ledger'} ${shanghaiDay(at)}.xlsx`.replaceAll(
    /[\\/:*?"<>|]/g,
    ' ',
  )
