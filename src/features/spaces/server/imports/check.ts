import { join } from 'node:path'
import { type Actor, has } from '../../../../server/access.ts'
import type { Config } from '../../../../server/config.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { updateRows } from '../../../../server/database/record.ts'
import { found } from '../../../../server/errors.ts'
import { lastPosition } from '../../../audit/server/log-position.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { importMoved, isOver } from '../../../imports/server/file-refusals.ts'
import type { ParcelImport, Reading } from '../../import-contract.ts'
import { type Around, lookAround } from './around.ts'
import { judgeFile } from './judge.ts'
import type { OpenFile } from './open-file.ts'
import { proposeReading } from './propose-reading.ts'
import { boundsOfRows, deleteRows, findImport, type StoredImport } from './queries.ts'
import { importWord } from './refusals.ts'
import type { JudgedRow } from './row.ts'
import { insertWorkingRows } from './working-rows.ts'

export const parcelFilesOf = ({ dataFolder }: Config) => join(dataFolder, 'parcel-files')
export const parcelFilePath = (config: Config, zoneId: string, id: string) =>
  join(parcelFilesOf(config), zoneId, id)

/** A file beside the zone as it is: how its numbers are probably meant, and how far the log had come. */
export type Looked = { around: Around; position: number } & ReturnType<typeof proposeReading>

export async function look(desk: Desk, file: OpenFile): Promise<Looked> {
  const seen = await at(desk, async (db) => ({
    around: await lookAround(db, desk.zoneId),
    position: await lastPosition(db, desk.zoneId),
  }))
  return { ...seen, ...proposeReading(file, seen.around.middle) }
}

/** Judges every shape of a file under a reading; nothing is written yet. */
export function judge(
  desk: Desk,
  file: OpenFile,
  reading: Reading,
  { around, perShape, epsg }: Looked,
): Promise<JudgedRow[]> {
  // Of a file read otherwise than proposed, numbers that say themselves what they are still speak.
  const asProposed = reading.epsg === epsg
  return judgeFile(desk, file, reading, around, (index) => {
    const own = perShape[index]
    if (!own || own.epsg === reading.epsg) return undefined
    if (asProposed) return { epsg: own.epsg, weight: 'stop' }
    return own.why.includes('easting_without_zone') ? undefined : { epsg: own.epsg, weight: 'ask' }
  })
}

/** Puts the rows of a check down in the place of those before. */
export async function keepRows(db: Db, zoneId: string, importId: string, rows: readonly JudgedRow[]) {
  await deleteRows(db, zoneId, importId)
  await insertWorkingRows(db, zoneId, importId, rows)
}

/** An import that is still on its way, held for changing, as it was seen. */
export async function holdOpen(db: Db, zoneId: string, id: string, revision?: number): Promise<StoredImport> {
  const stored = found(await findImport(db, zoneId, id, 'lock'), importWord, id)
  if (stored.status !== 'read') throw isOver(stored.fileName, stored.status)
  if (revision !== undefined && revision !== stored.revision) throw importMoved
  return stored
}

/** Writes what a check or a decision changed of an import itself. */
export async function keepImport(
  db: Db,
  desk: { zoneId: string; memberId: string },
  when: Date,
  stored: { id: string; revision: number },
  set: Record<string, unknown>,
) {
  const author = { zoneId: desk.zoneId, memberId: desk.memberId, at: when }
  const written = await updateRows(db, author, 'parcel_import', [
    { id: stored.id, revision: stored.revision, set },
  ])
  if (written.size === 0) throw importMoved
}

export async function shownImport(db: Db, actor: Actor, id: string): Promise<ParcelImport> {
  const stored = found(await findImport(db, actor.zoneId, id), importWord, id)
  const { createdAt, appliedAt, undoneAt, ...rest } = stored
  return {
    ...rest,
    bounds: await boundsOfRows(db, actor.zoneId, id),
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
    abilities: abilitiesOf(actor, stored.status),
  }
}

export function abilitiesOf(actor: Actor, status: StoredImport['status']): string[] {
  if (actor.asOf || !has(actor, 'director', 'analyst')) return ['read']
  if (status === 'read') return ['read', 'update', 'apply', 'discard']
  return status === 'applied' ? ['read', 'undo'] : ['read']
}
