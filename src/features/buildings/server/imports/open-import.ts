import { rm } from 'node:fs/promises'
import { insertRows, updateRows } from '../../../../server/database/record.ts'
import { found } from '../../../../server/errors.ts'
import type { Upload } from '../../../../server/receive-file.ts'
import { shanghaiDay } from '../../../../shared/days.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { importMoved, isOver } from '../../../imports/server/file-refusals.ts'
import type { Reading, ReadingPatch } from '../../import-contract.ts'
import { proposeReading, saysRooms } from '../../model/read-tables.ts'
import { isTableField } from '../../model/table-fields.ts'
import { buildingFilePath, judgeTables, keepRows, openTables } from './check.ts'
import { findImport, placesInDoubt, type StoredImport } from './queries.ts'
import { importWord, noRooms, nothingRead, unknownColumn } from './refusals.ts'

/** Reads an uploaded table, proposes what its columns mean, and judges its rows. Answers the import’s id. */
export async function openImport(desk: Desk, upload: Omit<Upload, 'fields'>): Promise<string> {
  try {
    const { format, tables } = await openTables(upload.path, upload.name)
    if (tables.length === 0) throw noRooms(upload.name)
    const reading = proposeReading(tables)
    await at(desk, async (db, author) => {
      const day = shanghaiDay(author.at)
      const judged = await judgeTables(db, desk.zoneId, tables, { reading, decisions: {}, day })
      const row = {
        id: upload.id,
        fileName: upload.name,
        fileSize: upload.size,
        fileHash: upload.hash,
        format,
        status: 'read',
        reading,
        decisions: {},
        day,
        counts: judged.counts,
        digest: judged.digest,
        createdBy: desk.memberId,
        createdAt: author.at,
      }
      await insertRows(db, author, 'building_import', [row])
      await keepRows(db, desk.zoneId, upload.id, judged)
    })
    return upload.id
  } catch (error) {
    await rm(upload.path, { force: true })
    throw error
  }
}

/** Takes what a person says of the columns and the rows, and judges the file anew beside the zone as it is now. */
export async function checkAgain(desk: Desk, id: string, patch: ReadingPatch): Promise<void> {
  const before = found(await at(desk, (db) => findImport(db, desk.zoneId, id)), importWord, id)
  const { tables } = await openTables(buildingFilePath(desk.house.config, desk.zoneId, id), before.fileName)
  await at(desk, async (db, author) => {
    const stored = await holdOpen(desk, db, id, patch.revision)
    const reading = readingWith(stored.reading, patch)
    if (!reading.tables.some(({ use }) => use)) throw nothingRead
    const decisions = await decisionsWith(db, desk.zoneId, stored, patch)
    const day = shanghaiDay(author.at)
    const judged = await judgeTables(db, desk.zoneId, tables, { reading, decisions, day })
    const { counts, digest } = judged
    const set = { reading, decisions, day, counts, digest }
    const written = await updateRows(db, author, 'building_import', [{ id, revision: stored.revision, set }])
    if (written.size === 0) throw importMoved
    await keepRows(db, desk.zoneId, id, judged)
  })
}

type Db = Parameters<typeof findImport>[0]

/** An import that is still on its way, held for changing, as it was seen. */
export async function holdOpen(desk: Desk, db: Db, id: string, revision?: number): Promise<StoredImport> {
  const stored = found(await findImport(db, desk.zoneId, id, 'lock'), importWord, id)
  if (stored.status !== 'read') throw isOver(stored.fileName, stored.status)
  if (revision !== undefined && revision !== stored.revision) throw importMoved
  return stored
}

function readingWith(reading: Reading, { rentUnit, tables = [] }: ReadingPatch): Reading {
  for (const { key } of tables)
    if (!reading.tables.some((table) => table.key === key)) throw unknownColumn(key)
  return {
    rentUnit: rentUnit === undefined ? reading.rentUnit : rentUnit,
    tables: reading.tables.map((table) => {
      const said = tables.find(({ key }) => key === table.key)
      if (!said) return table
      const columns = columnsWith(table.columns, said.fields ?? {})
      return {
        ...table,
        columns,
        use: (said.use ?? (table.use || said.fields !== undefined)) && saysRooms(columns),
      }
    }),
  }
}

/** A field is read from one column: given to another, the first one loses it. */
function columnsWith(columns: Reading['tables'][number]['columns'], fields: Record<string, string | null>) {
  for (const [letter, field] of Object.entries(fields)) {
    if (!columns.some((column) => column.letter === letter)) throw unknownColumn(letter)
    if (field !== null && !isTableField(field)) throw unknownColumn(field)
  }
  const given = new Set(Object.values(fields))
  return columns.map((column) => {
    if (Object.hasOwn(fields, column.letter)) return { ...column, field: fields[column.letter] ?? null }
    return column.field !== null && given.has(column.field) ? { ...column, field: null } : column
  })
}

async function decisionsWith(db: Db, zoneId: string, stored: StoredImport, patch: ReadingPatch) {
  const inDoubt = patch.allInDoubt ? await placesInDoubt(db, zoneId, stored.id) : []
  const all = {
    ...stored.decisions,
    ...Object.fromEntries(inDoubt.map((place) => [place, patch.allInDoubt] as const)),
    ...patch.decisions,
  }
  return Object.fromEntries(
    Object.entries(all).filter((one): one is [string, 'take' | 'skip'] => one[1] != null),
  )
}
