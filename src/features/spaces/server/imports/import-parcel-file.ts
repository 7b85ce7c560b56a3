import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { at, type Desk } from '../../../imports/server/desk.ts'
import type { ParcelImportCounts } from '../../import-contract.ts'
import type { ParcelStatus } from '../../statuses.ts'
import { applyImport } from './apply.ts'
import { parcelFilePath } from './check.ts'
import { changeReading } from './decide.ts'
import { openImport } from './open-import.ts'
import { findImport } from './queries.ts'

type Given = {
  /** Of parcels whose file does not say. */
  status?: ParcelStatus
  provenance?: string
}

/**
 * Imports a file of parcels as proposed, without anybody looking at it: for files that are known, such as the sample's.
 * What is in doubt stays out; a file whose system is in doubt is refused.
 */
export async function importParcelFile(
  desk: Desk,
  path: string,
  { status, provenance }: Given = {},
): Promise<ParcelImportCounts> {
  const id = uuidv7()
  const kept = parcelFilePath(desk.house.config, desk.zoneId, id)
  const bytes = await readFile(path)
  await mkdir(dirname(kept), { recursive: true })
  await copyFile(path, kept)
  const hash = createHash('sha256').update(bytes).digest('hex')
  await openImport(desk, { id, path: kept, name: basename(path), size: bytes.length, hash })
  const stored = async () => {
    const found = await at(desk, (db) => findImport(db, desk.zoneId, id))
    if (!found) throw new Error(`The import of ${path} is gone.`)
    return found
  }
  let { revision } = await stored()
  if (status) {
    await changeReading(desk, id, { revision, status })
    ;({ revision } = await stored())
  }
  await applyImport(desk, id, revision, provenance ? { provenance } : {})
  return (await stored()).counts
}
