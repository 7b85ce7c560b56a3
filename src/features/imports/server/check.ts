import { setImmediate as breathe } from 'node:timers/promises'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { refuseUnbegun } from '../../projects/server/canonical-edits.ts'
import type { CheckInput, ImportTable } from '../contract.ts'
import { interpretTables, type SheetReading } from '../model/interpret-tables.ts'
import { type Decision, identityOf, judge } from '../model/judge.ts'
import { matchRows, type Twin } from '../model/match.ts'
import { periodOf } from '../model/periods.ts'
import { loadCurrent } from './current-values.ts'
import { at, type Desk } from './desk.ts'
import { listKnown } from './known-projects.ts'
import { withoutMatched } from './mask-issues.ts'
import { overWholeIssues } from './over-whole.ts'
import { countImport, findImport, listCorps, type StoredImport } from './queries.ts'
import { settle } from './settings.ts'
import { pathOf } from './upload.ts'
import { listWords } from './word-lessons.ts'
import { openWorkbook } from './workbook-cache.ts'
import { issuesPerRow, letterOf, replaceRows, type WorkingIssue, type WorkingRow } from './working-rows.ts'

/** Rows read before others get their turn. */
const rowsBetweenBreaths = 200

/** Reads every row anew as the tables are set now, matches it and says what importing it would change. Answers given before stand. */
export async function checkImport(desk: Desk, id: string, input: CheckInput): Promise<void> {
  const { zoneId } = desk
  const { stored, corps, known, said, words } = await at(desk, async (db) => ({
    stored: refuseUnlessOpen(await findImport(db, zoneId, id)),
    corps: await listCorps(db, zoneId),
    known: await listKnown(db, zoneId),
    said: await loadSaid(db, zoneId, id),
    words: await listWords(db, zoneId),
  }))
  const now = desk.now?.() ?? new Date()
  refuseUnbegun(input.period, now)
  const tables = settle(stored.tables, input, corps)
  const { workbook, tables: found } = await openWorkbook(
    pathOf(desk.house.config, zoneId, id),
    stored.fileName,
  )
  const context = { period: input.period, now, corps, words, numbersAsText: workbook.format === 'csv' }
  const ids = new Set(known.projects.map((project) => project.id))
  const drafts: Draft[] = []
  for (const reading of interpretTables(found, tables, context)) {
    drafts.push(draftOf(reading, drafts.length, said, ids))
    if (drafts.length % rowsBetweenBreaths === 0) await breathe()
  }
  const matches = matchRows(
    drafts.map(({ row }) => identityOf(row)),
    known.projects,
  )
  for (const [at, { row, issues }] of drafts.entries()) {
    const match = matches[at]
    if (match?.kind === 'doubt' && match.twin !== undefined)
      issues.push(twinIssue(row, match.twin, drafts[match.twin.at]?.row, tables))
  }
  const wanted = matches.flatMap((match, at) =>
    match.kind === 'match'
      ? [{ projectId: match.projectId, period: periodOf(drafts[at]?.row.readings ?? {}, input.period) }]
      : [],
  )
  const current = await at(desk, (db) => loadCurrent(db, zoneId, wanted))
  for (const [at, { row, issues }] of drafts.entries()) {
    const match = matches[at]
    const now = match?.kind === 'match' ? current.get(match.projectId) : undefined
    // An answer may have been another amount that is still too large.
    for (let looks = 0; looks < 2; looks++) {
      const found = overWholeIssues(row, now, tables).map((issue) => asSaid(issue, row, said))
      issues.push(...found)
      if (found.every(({ value, answer }) => answer === null || answer === value)) break
    }
  }
  const rows = drafts.map(({ row }, at) => {
    const match = matches[at] ?? { kind: 'new' }
    return {
      ...row,
      ...(match.kind === 'match'
        ? judge(row, match, current.get(match.projectId), input.blanks, known.aliases.get(match.projectId))
        : judge(row, match, undefined, input.blanks)),
    }
  })
  await saveCheck(
    desk,
    stored,
    { ...input, tables },
    rows,
    drafts.flatMap(({ row, issues }, at) => {
      const match = matches[at]
      return withoutMatched(issues, row, match?.kind === 'match' ? current.get(match.projectId) : undefined)
    }),
  )
}

async function saveCheck(
  desk: Desk,
  stored: StoredImport,
  { period, blanks, tables }: { period: string; blanks: 'keep' | 'clear'; tables: ImportTable[] },
  rows: WorkingRow[],
  issues: WorkingIssue[],
) {
  const { zoneId } = desk
  await at(desk, async (db, author) => {
    const now = refuseUnlessOpen(await findImport(db, zoneId, stored.id, 'lock'))
    if (now.revision !== stored.revision) throw movedOn()
    await replaceRows(db, zoneId, stored.id, rows, issues)
    const counts = await countImport(db, zoneId, stored.id)
    const set = { status: 'checked', period: `${period}-01`, blanks, tables, counts }
    const written = await updateRows(db, author, 'ledger_import', [
      { id: stored.id, revision: stored.revision, set },
    ])
    if (written.size === 0) throw movedOn()
  })
}

const movedOn = () =>
  new Problem(
    'conflict',
    say(
      '核对期间，这次导入刚被他人改过。请刷新后重新核对。',
      'Somebody changed this import while it was being checked. Reload and check again.',
    ),
  )

const ended: Record<string, [string, string]> = {
  applied: ['已经导入', 'has been applied'],
  undone: ['已经撤销', 'has been undone'],
  discarded: ['已经放弃', 'was discarded'],
}

export function refuseUnlessOpen(stored: StoredImport): StoredImport {
  const [zh, en] = ended[stored.status] ?? []
  if (zh === undefined) return stored
  throw new Problem(
    'conflict',
    say(
      `“${stored.fileName}”${zh}，不能再改。如需再导，请重新上传。`,
      `“${stored.fileName}” ${en} and cannot be changed any more. Upload the file again to import it anew.`,
    ),
  )
}

type Draft = { row: WorkingRow; issues: WorkingIssue[] }

/** What people have said of this import so far, by cell and by row, for as long as the file says the same there. */
type Said = {
  answers: Map<string, string | null>
  decisions: Map<string, { decision: Decision; projectId: string | null }>
}

const cellKey = (...parts: (string | number | null)[]) => parts.join('\n')

async function loadSaid(db: Db, zoneId: string, id: string): Promise<Said> {
  const { rows: issues } = await sql<{
    sheet: string
    cell: string
    field: string | null
    value: string
    answer: string | null
  }>`
    select sheet, cell, field, value, answer from import_issue where zone_id = ${zoneId} and import_id = ${id}::uuid and answered and code <> 'twice_in_file'`.execute(
    db,
  )
  const { rows } = await sql<{
    sheet: string
    rowNumber: number
    name: string | null
    decision: Decision
    projectId: string | null
  }>`
    select sheet, row_number, name, decision, project_id from import_row where zone_id = ${zoneId} and import_id = ${id}::uuid and decision is not null`.execute(
    db,
  )
  return {
    answers: new Map(
      issues.map(({ sheet, cell, field, value, answer }) => [cellKey(sheet, cell, field, value), answer]),
    ),
    decisions: new Map(
      rows.map(({ sheet, rowNumber, name, decision, projectId }) => [
        cellKey(sheet, rowNumber, name),
        { decision, projectId },
      ]),
    ),
  }
}

function draftOf(reading: SheetReading, ordinal: number, said: Said, projects: ReadonlySet<string>): Draft {
  const id = uuidv7()
  const { sheet, row: rowNumber } = reading
  const readings = { ...reading.readings }
  const settledFields = new Map<string, string | null>()
  // An answer to a note counts too, unless something graver about the cell was answered.
  const asked = reading.issues.toSorted(
    (a, b) => Number(b.severity === 'note') - Number(a.severity === 'note'),
  )
  for (const { cell, field, value } of asked) {
    const answer = said.answers.get(cellKey(sheet, cell, field, value))
    if (answer !== undefined && field !== null) settledFields.set(field, answer)
  }
  for (const [field, answer] of settledFields)
    if (answer === null) delete readings[field]
    else readings[field] = answer
  const issues = reading.issues.map((issue, at): WorkingIssue => {
    const own = said.answers.get(cellKey(sheet, issue.cell, issue.field, issue.value))
    const settled = issue.field !== null && issue.severity !== 'note' && settledFields.has(issue.field)
    const answer = settled && issue.field !== null ? (settledFields.get(issue.field) ?? null) : (own ?? null)
    return {
      ...issue,
      id: uuidv7(),
      rowId: id,
      ordinal: ordinal * issuesPerRow + Math.min(at, issuesPerRow - 1),
      sheet,
      answered: settled || own !== undefined,
      answer,
    }
  })
  const name = readings['name'] ?? null
  const told = said.decisions.get(cellKey(sheet, rowNumber, name))
  const stands = told && (told.decision !== 'match' || projects.has(told.projectId ?? ''))
  const row: WorkingRow = {
    id,
    ordinal,
    sheet,
    rowNumber,
    name,
    readings,
    verdict: 'new',
    candidates: [],
    differences: [],
    decision: stands ? told.decision : null,
    projectId: stands ? told.projectId : null,
  }
  return { row, issues }
}

/** What somebody answered to this before stands, and so the row says it. */
function asSaid(issue: WorkingIssue, row: WorkingRow, said: Said): WorkingIssue {
  const { sheet, cell, field, value } = issue
  const answer = said.answers.get(cellKey(sheet, cell, field, value))
  if (answer === undefined || field === null) return issue
  const { [field]: _, ...rest } = row.readings
  row.readings = answer === null ? rest : { ...rest, [field]: answer }
  return { ...issue, answered: true, answer }
}

/** A row that repeats one before it says so; a decision about the row answers it. */
export function twinIssue(
  row: WorkingRow,
  { by }: Twin,
  before: Pick<WorkingRow, 'sheet' | 'rowNumber'> | undefined,
  tables: readonly ImportTable[],
): WorkingIssue {
  return {
    id: uuidv7(),
    rowId: row.id,
    ordinal: row.ordinal * issuesPerRow + issuesPerRow - 1,
    sheet: row.sheet,
    cell: `${letterOf(tables, row, by)}${row.rowNumber}`,
    field: null,
    code: 'twice_in_file',
    severity: 'question',
    value: (by === 'code' ? row.readings['code'] : row.name) ?? '',
    taken: null,
    suggestions: before ? [before.sheet, String(before.rowNumber)] : [],
    answered: row.decision !== null,
    answer: null,
  }
}
