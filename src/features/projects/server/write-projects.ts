import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import {
  type Author,
  insertRows,
  type NewRow,
  type RowPatch,
  updateRows,
} from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { parseWhen } from '../../../shared/when.ts'
import { fieldByKey } from '../fields.ts'
import { refreshSearch, searched } from './search-entries.ts'

/** Fields of one project to be set, null to clear; progress fields are those of `period`, `2022-03`. */
export type ProjectWrite = {
  projectId: string
  isNew: boolean
  period: string
  set: Record<string, string | null>
}

type Values = Record<string, string | null>
type Existing = { id: string; revision: number; projectId: string; key: string; removed: boolean }
const writesAtOnce = 500

/**
 * Writes projects with their milestones and progress, each row with its change, and makes them findable.
 * Values must have been checked. Throws a conflict if a row was changed by another in the same moment.
 */
export async function writeProjects(
  db: Db,
  author: Author,
  writes: readonly ProjectWrite[],
  onProgress?: (done: number) => void,
) {
  const officers = await officersByName(db, author.zoneId, writes)
  for (let start = 0; start < writes.length; start += writesAtOnce) {
    await writePart(db, author, writes.slice(start, start + writesAtOnce), officers)
    onProgress?.(Math.min(start + writesAtOnce, writes.length))
    // The embedded database works in this thread: let what was said of the progress go out.
    await breathe()
  }
}

async function writePart(
  db: Db,
  author: Author,
  writes: readonly ProjectWrite[],
  officers: Map<string, string>,
) {
  const split = writes.map((write) => ({ ...write, ...splitByTable(write.set, officers) }))
  const added = split.filter((write) => write.isNew)
  if (added.length > 0)
    await insertRows(
      db,
      author,
      'project',
      added.map(
        ({ projectId, project }) => ({ ...emptyProject, ...project, id: projectId }) as NewRow<'project'>,
      ),
    )
  await updateAll(
    db,
    author,
    'project',
    await projectPatches(
      db,
      author.zoneId,
      split.filter((write) => !write.isNew && Object.keys(write.project).length > 0),
    ),
  )
  await writeParts(
    db,
    author,
    'milestone',
    split.flatMap((write) =>
      [...write.milestones].map(([kind, values]) => ({
        projectId: write.projectId,
        key: kind,
        own: { kind },
        values,
      })),
    ),
  )
  await writeParts(
    db,
    author,
    'progress',
    split
      .filter((write) => Object.keys(write.progress).length > 0)
      .map((write) => ({
        projectId: write.projectId,
        key: write.period,
        own: { period: `${write.period}-01` },
        values: write.progress,
      })),
  )
  await refreshSearch(
    db,
    author.zoneId,
    split
      .filter((write) => write.isNew || searched.some((key) => Object.hasOwn(write.set, key)))
      .map((write) => write.projectId),
  )
}

const emptyProject: Values = { stage: 'lead', standing: 'ongoing' }

function splitByTable(set: Values, officers: Map<string, string>) {
  const project: Values = {}
  const progress: Values = {}
  const milestones = new Map<string, Values>()
  for (const [key, value] of Object.entries(set)) {
    const store = fieldByKey.get(key)?.store
    if (store?.in === 'project') project[camel(store.column)] = value
    if (store?.in === 'progress' && key !== 'period') progress[camel(store.column)] = value
    if (store?.in !== 'milestone') continue
    const when = value === null ? undefined : parseWhen(value)
    const dates = milestones.get(store.kind) ?? {}
    dates[`${store.date}On`] = when?.day ?? null
    dates[`${store.date}Precision`] = when?.precision ?? null
    milestones.set(store.kind, dates)
  }
  if (Object.hasOwn(set, 'officer')) project['officerId'] = officers.get(set['officer'] ?? '') ?? null
  return { project, progress, milestones }
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

async function projectPatches(
  db: Db,
  zoneId: string,
  writes: readonly { projectId: string; project: Values }[],
): Promise<RowPatch<'project'>[]> {
  const ids = writes.map((write) => write.projectId)
  const rows = await db
    .selectFrom('project')
    .select(['id', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute()
  const revisions = new Map(rows.map((row) => [row.id, row.revision]))
  return writes.map((write) => ({
    id: write.projectId,
    revision: revisions.get(write.projectId) ?? -1,
    set: write.project,
  }))
}

type Part = { projectId: string; key: string; own: Values; values: Values }

/** Milestones and progress: one row per project and key, taken up again if it had been removed. */
async function writeParts(db: Db, author: Author, table: 'milestone' | 'progress', parts: readonly Part[]) {
  if (parts.length === 0) return
  const key = table === 'milestone' ? sql`kind` : sql`to_char(period, 'YYYY-MM')`
  const { rows } = await sql<Existing>`
    select id, revision, project_id, ${key} as key, removed_at is not null as removed from ${sql.table(table)}
    where zone_id = ${author.zoneId} and project_id = any(${parts.map((part) => part.projectId)}::uuid[]) order by id for update`.execute(
    db,
  )
  const existing = new Map(rows.map((row) => [`${row.projectId} ${row.key}`, row]))
  const fresh = parts.filter(
    (part) =>
      !existing.has(`${part.projectId} ${part.key}`) &&
      Object.values(part.values).some((value) => value !== null),
  )
  const empty = table === 'milestone' ? noDates : {}
  await insertRows(
    db,
    author,
    table,
    fresh.map(({ projectId, own, values }) => ({ id: uuidv7(), projectId, ...own, ...empty, ...values })),
  )
  const patches: RowPatch<typeof table>[] = []
  for (const part of parts) {
    const row = existing.get(`${part.projectId} ${part.key}`)
    if (row)
      patches.push({
        id: row.id,
        revision: row.revision,
        set: row.removed ? { ...emptyOf(table), ...part.values, removedAt: null } : part.values,
      })
  }
  await updateAll(db, author, table, patches)
}

const noDates: Values = {
  planOn: null,
  planPrecision: null,
  forecastOn: null,
  forecastPrecision: null,
  actualOn: null,
  actualPrecision: null,
}
const noProgress: Values = {
  annualPlan: null,
  monthDone: null,
  yearDone: null,
  totalDone: null,
  physicalProgress: null,
  progress: null,
  problem: null,
  coordination: null,
  nextStep: null,
  light: null,
}
const emptyOf = (table: 'milestone' | 'progress') => (table === 'milestone' ? noDates : noProgress)

async function updateAll<T extends 'project' | 'milestone' | 'progress'>(
  db: Db,
  author: Author,
  table: T,
  patches: readonly RowPatch<T>[],
) {
  const written = await updateRows(db, author, table, patches)
  if (written.size < patches.length)
    throw new Problem(
      'conflict',
      say(
        '有项目刚被他人修改，这次没有保存。请刷新后再试。',
        'Somebody changed one of these projects just now; nothing was saved. Reload and try again.',
      ),
    )
}

/** An officer is a person's name as the ledger writes it, tied to the member where exactly one is called so. */
async function officersByName(
  db: Db,
  zoneId: string,
  writes: readonly ProjectWrite[],
): Promise<Map<string, string>> {
  const names = new Set(writes.flatMap((write) => write.set['officer'] ?? []))
  if (names.size === 0) return new Map()
  const { rows } = await sql<{ name: string; id: string }>`
    select name, min(id::text) as id from member
    where zone_id = ${zoneId} and removed_at is null and name = any(${[...names]}::text[]) group by name having count(*) = 1`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.name, row.id]))
}

/** Takes projects out of every list; their history stays. */
export async function removeProjects(db: Db, author: Author, ids: readonly string[]) {
  const rows = await db
    .selectFrom('project')
    .select(['id', 'revision'])
    .where('zoneId', '=', author.zoneId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  await updateRows(
    db,
    author,
    'project',
    rows.map((row) => ({ ...row, set: { removedAt: author.at } })),
    'remove',
  )
  await refreshSearch(db, author.zoneId, ids)
}
