import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import { type ColumnFormat, type OutputValue, writeXlsx } from '../../../formats/write-xlsx.ts'
import type { Actor } from '../../../server/access.ts'
import type { Database, Db } from '../../../server/database/connect.ts'
import { type Language, Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { showWhen } from '../../../shared/when.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import type { LedgerQuery } from '../contract.ts'
import { type Field, fieldByKey, usualFields } from '../fields.ts'
import { type ShownUnit, toShown, unitWord, usualUnit } from '../shown-units.ts'
import type { MilestoneKind } from '../stages.ts'
import { exportText, type Join, milestoneAlias, progressJoin } from './field-sql.ts'
import { joinsSql } from './ledger-query.ts'
import { listIds } from './queries.ts'

export type Export = {
  zoneName: string
  language: Language
  columns: readonly Field[]
  ids: readonly string[]
  corps: ReadonlyMap<string, string>
  at: Date
}

const linesAtOnce = 2000

/** Reads what an export needs before its first byte goes out: which rows, which columns. */
export async function prepareExport(
  db: Db,
  actor: Actor,
  query: LedgerQuery & { columns?: string; language?: Language },
  at: Date,
): Promise<Export> {
  const { zoneId } = actor
  const zone = await db.selectFrom('zone').select('name').where('id', '=', zoneId).executeTakeFirstOrThrow()
  const corps = new Map((await listUnits(db, zoneId)).map((unit) => [unit.id, unit.name]))
  const columns = withMonth(query.columns ? query.columns.split(',').map(columnOf) : usualFields)
  return {
    zoneName: zone.name,
    language: query.language ?? 'zh',
    columns,
    corps,
    ids: await listIds(db, zoneId, query),
    at,
  }
}

/** Progress says nothing without its month: the column stands before the first that speaks of it. */
function withMonth(columns: readonly Field[]): readonly Field[] {
  const month = fieldByKey.get('period')
  const at = columns.findIndex((field) => field.store.in === 'progress')
  return month && at >= 0 && !columns.includes(month) ? columns.toSpliced(at, 0, month) : columns
}

function columnOf(key: string): Field {
  const field = fieldByKey.get(key)
  if (!field)
    throw new Problem(
      'invalid_input',
      say(`台账没有「${key}」这一列。`, `The ledger has no column “${key}”.`),
    )
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
        columns: titles,
        frozenRows: 2,
        frozenColumns: columns[0]?.key === 'name' ? 1 : 0,
        autoFilter: true,
        rows: rowsOf(database, actor, plan),
      },
    ],
    { title: plan.zoneName, creator: actor.name, created: plan.at },
  )
}

async function* rowsOf(database: Database, actor: Actor, plan: Export): AsyncIterable<OutputValue[]> {
  const cells = plan.columns.map((field) => cellOf(field, plan))
  for (let start = 0; start < plan.ids.length; start += linesAtOnce) {
    const part = plan.ids.slice(start, start + linesAtOnce)
    const rows = await database.within(actor, (db) => readPart(db, actor.zoneId, part, plan.columns))
    for (const row of rows)
      yield row.map((value, index) => (value === null ? null : (cells[index]?.(value) ?? null)))
  }
}

/**
 * Every table is looked up project by project through its own key: a `limit 1` leaves the planner nothing to guess.
 * Without statistics, as after a first import, it would read a zone's milestones anew for every part; and with
 * `removed_at` beside the id it would read a partial index of the whole zone.
 */
async function readPart(
  db: Db,
  zoneId: string,
  ids: readonly string[],
  columns: readonly Field[],
): Promise<(string | null)[][]> {
  const joins = new Map<string, Join>()
  for (const { store } of columns)
    if (store.in === 'milestone') joins.set(store.kind, milestoneJoin(zoneId, store.kind))
  const { rows } = await sql<{ line: (string | null)[] }>`
    select array[${sql.join(columns.map(exportText))}]::text[] as line
    from unnest(${ids}::uuid[]) with ordinality wanted(id, place)
    cross join lateral (select * from project where zone_id = ${zoneId} and id = wanted.id limit 1) p
    ${progressJoin(zoneId).text} ${joinsSql(joins)}
    where p.removed_at is null order by wanted.place`.execute(db)
  return rows.map((row) => row.line)
}

function milestoneJoin(zoneId: string, kind: MilestoneKind): Join {
  const alias = milestoneAlias(kind)
  return {
    alias,
    text: sql`left join lateral (
      select * from milestone where zone_id = ${zoneId} and project_id = p.id and kind = ${kind} and removed_at is null
      limit 1) ${sql.ref(alias)} on true`,
  }
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
  return unit === undefined ? 'text' : 'general'
}

const day = /^\d{4}-\d{2}-\d{2}$/

function cellOf(field: Field, { language, corps }: Export): (value: string) => OutputValue {
  const unit: ShownUnit | undefined = usualUnit(field)
  if (unit) return (value) => ({ decimal: toShown(value, unit) })
  if (field.kind === 'when')
    return (value) => (day.test(value) ? { date: value } : showWhen(value, language === 'zh' ? 'zh' : 'en'))
  if (field.kind === 'corps') return (value) => corps.get(value) ?? null
  if (field.kind === 'choice') {
    const labels = new Map((field.choices ?? []).map((choice) => [choice.value, choice[language]]))
    return (value) => labels.get(value) ?? value
  }
  return (value) => value
}

/** A name for the file that says what it is and when, safe in every file system. */
export const exportFileName = ({ zoneName, at, language }: Export) =>
  `${zoneName}${language === 'zh' ? '项目台账' : ' ledger'} ${shanghaiDay(at)}.xlsx`.replaceAll(
    /[\\/:*?"<>|]/g,
    ' ',
  )
