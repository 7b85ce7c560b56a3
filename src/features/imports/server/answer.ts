import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { Static } from '../../../shared/schema.ts'
import { type Field, fieldByKey, isEditable } from '../../projects/fields.ts'
import { canonicalOf } from '../../projects/server/canonical-edits.ts'
import { listMatchable } from '../../projects/server/queries.ts'
import { checkToCome, checkValue } from '../../projects/server/validate.ts'
import type { ImportRow, IssueAnswer, RowDecision } from '../contract.ts'
import { refuseUnlessOpen } from './check.ts'
import { at, type Desk } from './desk.ts'
import { findImport, listCorps, type StoredImport } from './queries.ts'
import { identifying, rejudge, saveCounts } from './rejudge.ts'
import { findRow } from './row-queries.ts'
import { seesFile, shownRow } from './shown-import.ts'
import { loadWorkingRows } from './working-rows.ts'

async function checkedImport(db: Db, zoneId: string, id: string): Promise<StoredImport> {
  const stored = refuseUnlessOpen(await findImport(db, zoneId, id, 'lock'))
  if (stored.status !== 'checked')
    throw new Problem(
      'conflict',
      say('请先核对，再逐行处理。', 'Check the file first, then decide row by row.'),
    )
  return stored
}

/** A person says what a row is: a new project, a known one, or none of our business; null leaves it to the matching. */
export async function decideRow(
  desk: Desk,
  importId: string,
  rowId: string,
  input: Static<typeof RowDecision>,
): Promise<ImportRow> {
  const { zoneId } = desk
  return at(desk, async (db, author) => {
    const stored = await checkedImport(db, zoneId, importId)
    const row = found(
      (await loadWorkingRows(db, zoneId, importId, [rowId]))[0],
      say('行（可能已重新核对）', 'row (it may have been checked anew)'),
      rowId,
    )
    const { decision } = input
    if (decision !== 'skip' && decision !== null && row.name === null)
      throw new Problem(
        'invalid_input',
        say(
          `第 ${row.rowNumber} 行没有项目名称。请先在“单元格”里填上名称，或跳过这一行。`,
          `Row ${row.rowNumber} has no project name. Give it one among the cells first, or skip the row.`,
        ),
      )
    const projectId =
      decision === 'match' ? await freeProject(db, zoneId, importId, rowId, input.projectId ?? null) : null
    await sql`update import_issue set answered = ${decision !== null} where zone_id = ${zoneId} and import_id = ${importId}::uuid
      and row_id = ${rowId}::uuid and code = 'twice_in_file'`.execute(db)
    await rejudge(db, author, stored, [{ ...row, decision, projectId }], decision === null)
    return shownRow(await findRow(db, zoneId, importId, rowId), seesFile(stored, desk))
  })
}

/** The project that a person matches a row with: it must be in the ledger, and no other row's. */
async function freeProject(
  db: Db,
  zoneId: string,
  importId: string,
  rowId: string,
  projectId: string | null,
): Promise<string> {
  if (projectId === null)
    throw new Problem('invalid_input', say('请说明是哪个项目。', 'Say which project it is.'))
  const project = (await listMatchable(db, zoneId)).find((one) => one.id === projectId)
  found(project, say('项目', 'project'), projectId)
  const { rows } = await sql<{ sheet: string; rowNumber: number }>`
    select sheet, row_number from import_row where zone_id = ${zoneId} and import_id = ${importId}::uuid and id <> ${rowId}::uuid
      and project_id = ${projectId}::uuid and verdict in ('changed', 'unchanged') limit 1`.execute(db)
  const [other] = rows
  if (other)
    throw new Problem(
      'conflict',
      say(
        `“${project?.name}”已对应“${other.sheet}”第 ${other.rowNumber} 行。一个项目只能对应一行，请先改那一行。`,
        `“${project?.name}” is already row ${other.rowNumber} of “${other.sheet}”. A project takes one row; change that row first.`,
      ),
    )
  return projectId
}

type Asked = { field: string | null; code: string; value: string }

/** Answers an issue, and with `alike` all of the same field, code and value. Returns how many cells were answered. */
export async function answerIssue(
  desk: Desk,
  importId: string,
  issueId: string,
  { value, alike }: Static<typeof IssueAnswer>,
): Promise<number> {
  const { zoneId } = desk
  return at(desk, async (db, author) => {
    const stored = await checkedImport(db, zoneId, importId)
    const { rows: asked } = await sql<Asked>`select field, code, value from import_issue
      where zone_id = ${zoneId} and import_id = ${importId}::uuid and id = ${issueId}::uuid`.execute(db)
    const issue = found(
      asked[0],
      say('问题（可能已重新核对）', 'issue (it may have been checked anew)'),
      issueId,
    )
    const field = fieldByKey.get(issue.field ?? '')
    const settles = field !== undefined && isEditable(field)
    if (settles) await refuseUnfit(db, zoneId, field, value, author.at)
    const answer = settles ? canonicalOf(field, value) : null
    const { rows } = await sql<{ id: string; rowId: string | null }>`
      update import_issue set answered = true, answer = ${answer} where zone_id = ${zoneId} and import_id = ${importId}::uuid
        and ${alike ? sql`code = ${issue.code} and value = ${issue.value} and field is not distinct from ${issue.field}` : sql`id = ${issueId}::uuid`}
      returning id, row_id`.execute(db)
    const rowIds = [...new Set(rows.flatMap((row) => row.rowId ?? []))]
    if (!settles || rowIds.length === 0) await saveCounts(db, author, stored)
    else await settleCells(db, author, stored, rowIds, field, answer)
    return rows.length
  })
}

/** One answer settles the cell: all that was asked of it is answered with it, and its row is judged again. */
async function settleCells(
  db: Db,
  author: Parameters<typeof rejudge>[1],
  stored: StoredImport,
  rowIds: string[],
  field: Field,
  answer: string | null,
) {
  const { zoneId } = author
  await sql`update import_issue set answered = true, answer = ${answer} where zone_id = ${zoneId} and import_id = ${stored.id}::uuid
    and row_id = any(${rowIds}::uuid[]) and field = ${field.key} and severity <> 'note'`.execute(db)
  const rows = (await loadWorkingRows(db, zoneId, stored.id, rowIds)).map((row) => {
    const { [field.key]: _, ...rest } = row.readings
    const readings = answer === null ? rest : { ...rest, [field.key]: answer }
    return { ...row, readings, name: readings['name'] ?? null }
  })
  await rejudge(db, author, stored, rows, identifying.includes(field.key))
}

async function refuseUnfit(db: Db, zoneId: string, field: Field, value: string | null, now: Date) {
  const wrong =
    value === null ? undefined : (checkValue(field, value) ?? checkToCome(field, value, shanghaiDay(now)))
  if (wrong) throw new Problem('invalid_input', wrong)
  if (
    field.kind === 'corps' &&
    value !== null &&
    (await listCorps(db, zoneId)).every((one) => one.id !== value)
  )
    throw new Problem('invalid_input', say('没有这个兵团。', 'There is no such corps.'))
}
