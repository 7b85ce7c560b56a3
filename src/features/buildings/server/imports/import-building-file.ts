import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { at, type Desk } from '../../../imports/server/desk.ts'
import type { BuildingImportCounts } from '../../import-contract.ts'
import { applyImport } from './apply.ts'
import { buildingFilePath } from './check.ts'
import { openImport } from './open-import.ts'
import { findImport } from './queries.ts'

/** Imports a table of rooms as proposed, without anybody looking at it, such as the sample’s; what is in doubt stays out. */
export async function importBuildingFile(desk: Desk, path: string): Promise<BuildingImportCounts> {
  const id = uuidv7()
  const kept = buildingFilePath(desk.house.config, desk.zoneId, id)
  const bytes = await readFile(path)
  await mkdir(dirname(kept), { recursive: true })
  await copyFile(path, kept)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await openImport(desk, { id, path: kept, name: basename(path), size: bytes.length, hash })
  const stored = await at(desk, (db) => findImport(db, desk.zoneId, id))
  if (!stored) throw new Error(`The import of ${path} is gone.`)
  await applyImport(desk, id, stored.revision)
  return stored.counts
}
