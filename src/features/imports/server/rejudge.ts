import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { identityOf, judge } from '../model/judge.ts'
import { type Match, matchRows, type RowIdentity } from '../model/match.ts'
import { periodOf } from '../model/periods.ts'
import { twinIssue } from './check.ts'
import { loadCurrent } from './current-values.ts'
import { type Known, listKnown } from './known-projects.ts'
import { askMasksAgain } from './mask-issues.ts'
import { renewOverWhole } from './over-whole.ts'
import { countImport, type StoredImport } from './queries.ts'
import { insertIssues, loadIdentities, updateWorkingRows, type WorkingRow } from './working-rows.ts'

/** Fields whose change may make a row another project's. */
export const identifying: readonly string[] = ['name', 'code', 'investor', 'totalInvestment']

/**
 * Judges rows again after a decision or an answer, and counts. All others stay as they are: a project that another
 * row has is not given away. `rematch`: what identifies the rows may have changed.
 */
export async function rejudge(
  db: Db,
  author: Author,
  stored: StoredImport,
  rows: readonly WorkingRow[],
  rematch: boolean,
) {
  const { zoneId } = author
  const known = await listKnown(db, zoneId)
  const matches = rematch
    ? await matchAgain(db, stored, rows, zoneId, known)
    : new Map(rows.map((row) => [row.id, asMatched(row)]))
  const wanted = rows.flatMap(({ id, readings }) => {
    const match = matches.get(id)
    return match?.kind === 'match'
      ? [{ projectId: match.projectId, period: periodOf(readings, stored.period) }]
      : []
  })
  const current = await loadCurrent(db, zoneId, wanted)
  const judged = rows.map((row): WorkingRow => {
    const match = matches.get(row.id) ?? { kind: 'new' }
    return {
      ...row,
      ...(match.kind === 'match'
        ? judge(row, match, current.get(match.projectId), stored.blanks, known.aliases.get(match.projectId))
        : judge(row, match, undefined, stored.blanks)),
    }
  })
  await updateWorkingRows(db, zoneId, judged)
  await askMasksAgain(db, zoneId, stored, judged, ({ projectId }) => current.get(projectId ?? ''))
  await renewOverWhole(db, zoneId, stored, judged, current)
  await saveCounts(db, author, stored)
}

export async function saveCounts(db: Db, author: Author, stored: StoredImport) {
  const counts = await countImport(db, author.zoneId, stored.id)
  await updateRows(db, author, 'ledger_import', [
    { id: stored.id, revision: stored.revision, set: { counts } },
  ])
}

const asMatched = ({ verdict, projectId, candidates, decision }: WorkingRow): Match => {
  if (projectId !== null && decision !== 'create') return { kind: 'match', projectId }
  return verdict === 'doubt' ? { kind: 'doubt', candidates } : { kind: 'new' }
}

async function matchAgain(
  db: Db,
  { id: importId, tables }: StoredImport,
  rows: readonly WorkingRow[],
  zoneId: string,
  known: Known,
): Promise<Map<string, Match>> {
  const own = new Map(rows.map((row) => [row.id, row]))
  const all = (await loadIdentities(db, zoneId, importId)).map((row) => own.get(row.id) ?? row)
  const identities = all.map(
    (row): RowIdentity =>
      own.has(row.id)
        ? identityOf(row)
        : {
            ...identityOf(row),
            taken: row.verdict === 'changed' || row.verdict === 'unchanged' ? row.projectId : null,
          },
  )
  const matches = matchRows(identities, known.projects)
  const found = new Map<string, Match>()
  const twins = all.flatMap((row, at) => {
    const match = matches[at]
    if (!own.has(row.id) || !match) return []
    found.set(row.id, match)
    return match.kind === 'doubt' && match.twin !== undefined
      ? [twinIssue(row, match.twin, all[match.twin.at], tables)]
      : []
  })
  await sql`delete from import_issue where zone_id = ${zoneId} and import_id = ${importId}::uuid and code = 'twice_in_file'
    and row_id = any(${[...own.keys()]}::uuid[])`.execute(db)
  await insertIssues(db, zoneId, importId, twins)
  return found
}
