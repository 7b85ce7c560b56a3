import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { readWorkbookInWorker } from '../../../../formats/read-in-worker.ts'
import { UnreadableFile } from '../../../../formats/unreadable-file.ts'
import type { Workbook } from '../../../../formats/workbook.ts'
import type { Config } from '../../../../server/config.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { refusalOf } from '../../../imports/server/refusals.ts'
import type { BuildingImportCounts, Decision, Reading } from '../../import-contract.ts'
import { type Judged, judgeLines } from '../../model/judge.ts'
import { readLines } from '../../model/read-lines.ts'
import { type FoundTable, findAllTables } from '../../model/read-tables.ts'
import { loadKnown } from './known.ts'

export const buildingFilesOf = ({ dataFolder }: Config) => join(dataFolder, 'building-files')
export const buildingFilePath = (config: Config, zoneId: string, id: string) =>
  join(buildingFilesOf(config), zoneId, id)

export type Decisions = Record<string, Decision>

/** The tables of a workbook, read in a thread of its own. */
export async function openTables(
  path: string,
  name: string,
): Promise<{ format: Workbook['format']; tables: FoundTable[] }> {
  const workbook = await readWorkbookInWorker(path).catch((error) => {
    throw error instanceof UnreadableFile ? refusalOf(error, name) : error
  })
  return { format: workbook.format, tables: findAllTables(workbook) }
}

/** What the file would make of the zone as it is now. */
export async function judgeTables(
  db: Db,
  zoneId: string,
  tables: readonly FoundTable[],
  { reading, decisions, day }: { reading: Reading; decisions: Decisions; day: string },
): Promise<Judged & { digest: string; counts: BuildingImportCounts }> {
  const judged = judgeLines(readLines(tables, reading), await loadKnown(db, zoneId), day, decisions)
  return { ...judged, digest: digestOf(judged), counts: countOf(judged) }
}

/** Alike where the same would be written: by it applying sees that something moved since the check. */
function digestOf({ rows, drafts }: Judged): string {
  const told = rows.map(({ line, changes, verdict, decision }) => [line.place, changes, verdict, decision])
  const written = drafts.map(({ of, key, id, revision, set }) => [of, key, id, revision, set])
  return createHash('sha256')
    .update(JSON.stringify([told, written]))
    .digest('hex')
}

function countOf({ rows }: Judged): BuildingImportCounts {
  const count = (which: (row: Judged['rows'][number]) => boolean) => rows.filter(which).length
  return {
    new: count(({ verdict }) => verdict === 'new'),
    changed: count(({ verdict }) => verdict === 'changed'),
    unchanged: count(({ verdict }) => verdict === 'unchanged'),
    doubt: count(({ verdict }) => verdict === 'doubt'),
    refused: count(({ verdict }) => verdict === 'refused'),
    taken: count(({ verdict, decision }) => verdict === 'doubt' && decision === 'take'),
    skipped: count(({ verdict, decision }) => verdict !== 'doubt' && decision === 'skip'),
  }
}

const rowsAtOnce = 1_000

/** Puts the rows of a check down in the place of those before: working material, without a history. */
export async function keepRows(db: Db, zoneId: string, importId: string, { rows }: Judged) {
  await sql`delete from building_import_row where zone_id = ${zoneId} and import_id = ${importId}`.execute(db)
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce).map(({ line, changes, verdict, decision }, at) => ({
      zone_id: zoneId,
      id: uuidv7(),
      import_id: importId,
      ordinal: start + at + 1,
      place: line.place,
      line: {
        building: line.building,
        level: line.level,
        room: line.room,
        areaM2: line.areaM2,
        held: line.held,
      },
      findings: line.findings,
      changes,
      verdict,
      decision,
    }))
    await sql`insert into building_import_row
      select * from jsonb_populate_recordset(null::building_import_row, ${JSON.stringify(part)}::jsonb)`.execute(
      db,
    )
  }
}
