import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import {
  type Author,
  type Recorded,
  type RowPatch,
  recorded,
  updateRows,
} from '../../../server/database/record.ts'
import { tableColumns } from '../../../server/database/tables.generated.ts'

/** Values of these are merged place by place; everything else that hangs on a project goes over as it is. */
const mergedByPlace: readonly string[] = ['milestone', 'progress']

/** Every recorded table whose rows belong to a project. */
const listLinked = (): Recorded[] =>
  recorded.filter(
    (table) => Object.hasOwn(tableColumns[table], 'project_id') && !mergedByPlace.includes(table),
  )

export async function countLinks(
  db: Db,
  zoneId: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const table of listLinked()) {
    const { rows } = await sql<{ projectId: string; count: number }>`
      select project_id, count(*)::int as count from ${sql.table(table)}
      where zone_id = ${zoneId} and project_id = any(${[...ids]}::uuid[]) and removed_at is null group by project_id`.execute(
      db,
    )
    for (const row of rows) counts.set(row.projectId, (counts.get(row.projectId) ?? 0) + row.count)
  }
  return counts
}

/** Carries over what hangs on a project, but what the other has already and may have only once. */
export async function carryOver(db: Db, author: Author, from: string, to: string) {
  for (const table of listLinked()) {
    const free = sql.join(
      [
        sql`true`,
        ...(await onceOnly(db, table)).map(
          ({ columns, partial }) => sql`not exists (
        select from ${sql.table(table)} o where o.zone_id = ${author.zoneId} and o.project_id = ${to}::uuid ${partial ? sql`and o.removed_at is null` : sql``}
          and ${sql.join(
            // As a unique key has it: what is null twice is not there twice.
            columns.map((column) => sql`${sql.ref(`o.${column}`)} = ${sql.ref(`t.${column}`)}`),
            sql` and `,
          )})`,
        ),
      ],
      sql` and `,
    )
    const { rows } = await sql<{ id: string; revision: number }>`
      select t.id, t.revision from ${sql.table(table)} t
      where t.zone_id = ${author.zoneId} and t.project_id = ${from}::uuid and t.removed_at is null and ${free} order by t.id for update`.execute(
      db,
    )
    await hangOn(db, author, table, rows, to)
  }
}

/** Brings back what a merge carried over and what still hangs where it put it. */
export async function bringBack(db: Db, author: Author, mergeId: string, from: string, to: string) {
  for (const table of listLinked()) {
    const { rows } = await sql<{ id: string; revision: number }>`
      select t.id, t.revision from change c join ${sql.table(table)} t on t.zone_id = ${author.zoneId} and t.id = c.row_id
      where c.zone_id = ${author.zoneId} and c.cause_id = ${mergeId}::uuid and c.cause_kind = 'merge' and c.entity = ${table}
        and c.operation = 'update' and t.project_id = ${from}::uuid order by t.id`.execute(db)
    await hangOn(db, author, table, rows, to)
  }
}

async function hangOn(
  db: Db,
  author: Author,
  table: Recorded,
  rows: readonly { id: string; revision: number }[],
  projectId: string,
) {
  const patches = rows.map((row) => ({ ...row, set: { projectId } })) as RowPatch<'alias'>[]
  await updateRows(db, author, table as 'alias', patches)
}

type Once = { columns: string[]; partial: boolean }

/** What a table allows once per project, by its unique keys: the other columns of each. Partial ones are of rows that stand. */
async function onceOnly(db: Db, table: Recorded): Promise<Once[]> {
  const { rows } = await sql<Once>`
    select array_agg(a.attname::text) as columns, i.indpred is not null as partial from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${`public.${table}`}::regclass and i.indisunique group by i.indexrelid, i.indpred is not null`.execute(
    db,
  )
  return rows
    .filter(({ columns }) => columns.includes('project_id'))
    .map(({ columns, partial }) => {
      const others = columns.filter((column) => column !== 'project_id')
      return { columns: others, partial }
    })
}
