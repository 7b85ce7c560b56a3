import { type RawBuilder, sql } from 'kysely'
import type { Db } from './connect.ts'
import { type Tables, tableColumns } from './tables.generated.ts'
import { noteWritten } from './written.ts'

/** What a change can come of; what a feature writes of its own act (a stage entered) bears the same id. */
export type CauseKind =
  | 'import'
  | 'undo'
  | 'reorganisation'
  | 'merge'
  | 'unmerge'
  | 'stage_entry'
  | 'standing_change'
  | 'correction'
  | 'first_contact'
  | 'transfer'
  | 'joint'
  | 'parcel_import'
  | 'parcel_undo'
  | 'parcel_split'
  | 'parcel_merge'
  | 'building_import'
  | 'building_undo'
  | 'room_division'
  | 'room_combination'

/** Who writes, when, and through what: stands beside every row's new image in the change table. */
export type Author = {
  zoneId: string
  memberId: string | null
  at: Date
  cause?: { kind: CauseKind; id: string }
}

/** Tables whose every write leaves a change. The rest are working material or derived, and say so in their migration. */
export const recorded = [
  'unit',
  'member',
  'post',
  'credential',
  'session',
  'project',
  'milestone',
  'progress',
  'project_guest',
  'view',
  'ledger_import',
  'header_lesson',
  'word_lesson',
  'approval',
  'approval_stop',
  'blocker',
  'blocker_step',
  'reorganisation',
  'stage_rule',
  'paper',
  'verification',
  'stage_entry',
  'standing_change',
  'correction',
  'standing_reason',
  'merge',
  'alias',
  'not_same',
  'first_contact',
  'first_contact_decision',
  'agreement',
  'benefit_share',
  'agreement_step',
  'territory',
  'territory_holding',
  'goal',
  'light_rule',
  'security_setting',
  'second_factor',
  'recovery_code',
  'former_password',
  'parcel',
  'parcel_origin',
  'project_place',
  'month_task',
  'support',
  'parcel_import',
  'building',
  'floor',
  'room',
  'lease',
  'building_import',
  'basemap',
  'rule_set',
  'rule_set_parcel',
  'promise',
  'promise_actual',
  'confirmation',
  'exemption',
  'fair_review',
  'space_need',
  'reservation',
  'plan',
] as const
export type Recorded = (typeof recorded)[number]

/** Kept out of images: secrets, and what changes without meaning anything. */
export const leftOut: Partial<Record<Recorded, readonly string[]>> = {
  credential: ['password_hash'],
  session: ['secret_hash', 'seen_at', 'seen_position'],
  second_factor: ['secret'],
  recovery_code: ['code_hash'],
  former_password: ['password_hash'],
  basemap: ['secret'],
  ledger_import: ['tables', 'notices'],
  parcel_import: ['notices'],
  building_import: ['reading', 'decisions'],
}

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : S
type TableOf<T extends Recorded> = Camel<T> extends keyof Tables ? Tables[Camel<T>] : never
type Plain<T> = { [K in keyof T]?: unknown }
export type NewRow<T extends Recorded> = { id: string } & Plain<
  Omit<TableOf<T>, 'zoneId' | 'revision' | 'id'>
>
export type RowPatch<T extends Recorded> = {
  id: string
  /** The revision the writer saw: a row that has moved on is not written. */
  revision: number
  set: Plain<Omit<TableOf<T>, 'zoneId' | 'revision' | 'id'>>
}

type Operation = 'insert' | 'update' | 'remove' | 'restore'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const rowsAtOnce = 2000

/** Inserts rows and their first images. */
export async function insertRows<T extends Recorded>(
  db: Db,
  author: Author,
  table: T,
  rows: readonly NewRow<T>[],
) {
  if (rows.length > 0) noteWritten(table)
  for (const part of parts(rows)) {
    const columns = columnsOf(table, part)
    const input = part.map(snakeKeys)
    const list = sql.join(columns.map((column) => sql.ref(column)))
    await sql`
      with written as (
        insert into ${sql.table(table)} (zone_id, ${list})
        select ${author.zoneId}::uuid, ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(input)}::jsonb)
        returning *
      ), ${logged(author, table, 'insert')} select count(*) from logged
    `.execute(db)
  }
}

/** Changes rows that still have the revision given; returns the ids written. Others have moved on or are not there. */
export async function updateRows<T extends Recorded>(
  db: Db,
  author: Author,
  table: T,
  patches: readonly RowPatch<T>[],
  operation: Exclude<Operation, 'insert'> = 'update',
): Promise<Set<string>> {
  const done = new Set<string>()
  for (const part of parts(patches)) {
    const columns = columnsOf(
      table,
      part.map(({ set }) => set),
    )
    if (columns.length === 0) continue
    const alike = part.every(({ set }) => Object.keys(set).length === columns.length)
    const input = part.map(({ id, revision, set }) => ({ ...snakeKeys(set), id, revision }))
    const sets = columns.map((column) =>
      alike
        ? sql`${sql.ref(column)} = ${sql.ref(`input.${column}`)}`
        : sql`${sql.ref(column)} = case when input._keys ? ${sql.lit(column)} then ${sql.ref(`input.${column}`)} else ${sql.ref(`t.${column}`)} end`,
    )
    const { rows } = await sql<{ id: string }>`
      with input as materialized (
        select e as _keys, r.*
        from jsonb_array_elements(${JSON.stringify(input)}::jsonb) e, jsonb_populate_record(null::${sql.table(table)}, e) r
      ), written as (
        update ${sql.table(table)} t set ${sql.join(sets)}, revision = t.revision + 1
        from input where t.zone_id = ${author.zoneId}::uuid and t.id = input.id and t.revision = input.revision
        returning t.*
      ), ${logged(author, table, operation)} select row_id as id from logged
    `.execute(db)
    for (const row of rows) done.add(row.id)
  }
  if (done.size > 0) noteWritten(table)
  return done
}

/**
 * A statement that changes one row, if it still holds what the writer saw and `also` is true of it (as `t`); `answer`
 * is read from the row as written (as `p`). No row: not written, and somebody must look why.
 */
export function updateExpected<T extends Recorded, A>(
  author: Author,
  table: T,
  id: string,
  cells: readonly { column: string; from: unknown; to: unknown }[],
  also: RawBuilder<unknown>,
  answer: RawBuilder<A>,
): RawBuilder<{ answer: A }> {
  const types: Record<string, string> = tableColumns[table]
  const typed = (column: string, value: unknown) => sql`${value}::${sql.raw(typeOf(types, table, column))}`
  return sql<{ answer: A }>`
    with written as (
      update ${sql.table(table)} t
      set ${sql.join(cells.map(({ column, to }) => sql`${sql.ref(column)} = ${typed(column, to)}`))}, revision = t.revision + 1
      where t.zone_id = ${author.zoneId} and t.id = ${id} and t.removed_at is null and ${also}
        and ${sql.join(
          cells.map(
            ({ column, from }) => sql`${sql.ref(`t.${column}`)} is not distinct from ${typed(column, from)}`,
          ),
          sql` and `,
        )}
      returning t.*
    ), ${logged(author, table, 'update')} select ${answer} as answer from written p`
}

function typeOf(types: Record<string, string>, table: string, column: string) {
  const type = types[column]
  if (!type) throw new Error(`${table} has no column ${column}.`)
  return type
}

/** The images of the rows `written`. No version begins before the one it follows, though a clock be set back. */
const logged = (author: Author, table: Recorded, operation: Operation) => sql`logged as (
    insert into change (zone_id, entity, row_id, revision, operation, recorded_from, actor_id, cause_kind, cause_id, image)
    select w.zone_id, ${table}, w.id, w.revision, ${operation}, ${operation === 'insert' ? sql`${author.at}` : beginning(author, table)},
      ${author.memberId}::uuid, ${author.cause?.kind ?? null}, ${author.cause?.id ?? null}::uuid,
      ${imageOf(table)}
    from written w returning row_id
  )`

const beginning = ({ zoneId, at }: Author, table: Recorded) => sql`greatest(${at}::timestamptz, (
      select c.recorded_from from change c
      where c.zone_id = ${zoneId} and c.entity = ${table} and c.row_id = w.id
      order by c.recorded_from desc, c.revision desc limit 1))`

const imageOf = (table: Recorded) => {
  const secret = leftOut[table]
  return secret ? sql`to_jsonb(w) - ${[...secret]}::text[]` : sql`to_jsonb(w)`
}

function columnsOf(table: Recorded, rows: readonly object[]): string[] {
  const known: object = tableColumns[table]
  const columns = new Set(rows.flatMap((row) => Object.keys(row)).map(snake))
  for (const column of columns)
    if (!Object.hasOwn(known, column)) throw new Error(`${table} has no column ${column}.`)
  return [...columns].sort()
}

const snakeKeys = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]))

function* parts<R>(rows: readonly R[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce)
}
