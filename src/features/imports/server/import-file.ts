import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Counts } from '../contract.ts'
import { applyImport } from './apply.ts'
import { checkImport } from './check.ts'
import { at, type Desk } from './desk.ts'
import { findImport } from './queries.ts'
import { readUpload } from './read.ts'
import { pathOf } from './upload.ts'

export type FileImport = { id: string; period: string; counts: Counts }

/** Reads a workbook and checks it as proposed; returns the import's id. */
export async function checkFile(desk: Desk, path: string): Promise<string> {
  const id = uuidv7()
  const kept = pathOf(desk.house.config, desk.zoneId, id)
  const bytes = await readFile(path)
  await mkdir(dirname(kept), { recursive: true })
  await copyFile(path, kept)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await readUpload(desk, { id, path: kept, name: basename(path), size: bytes.length, hash })
  const { period, blanks, tables } = await at(desk, (db) => findImport(db, desk.zoneId, id))
  const columnsOf = (columns: (typeof tables)[number]['columns']) =>
    columns.map(({ index, field, unit }) => ({ index, field, unit }))
  await checkImport(desk, id, {
    period,
    blanks,
    tables: tables.map(({ key, use, corpsId, columns }) => ({
      key,
      use,
      corpsId,
      columns: columnsOf(columns),
    })),
  })
  return id
}

/** Imports a workbook as proposed, without anybody looking at it: for files that are known, such as the sample's. */
export async function importFile(desk: Desk, path: string): Promise<FileImport> {
  const id = await checkFile(desk, path)
  await applyImport(desk, id, () => undefined)
  const { period, counts } = await at(desk, (db) => findImport(db, desk.zoneId, id))
  if (!counts) throw new Error(`${path} was applied without counts.`)
  return { id, period, counts }
}
