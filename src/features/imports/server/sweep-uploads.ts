import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { validate as isId } from 'uuid'
import type { House } from '../../../server/http.ts'
import { uploadsOf } from './upload.ts'

/** A younger file may still be coming in, on this server or another of the same folder. */
const oldest = 86_400_000

/** Removes files of no import: what a machine lost in mid-upload left behind. Answers how many. */
export const sweepUploads = (house: House, now = Date.now()): Promise<number> =>
  sweepFolder(house, uploadsOf(house.config), 'ledgerImport', now)

/** The same of a folder that has one of each zone, with files named by the records of a table. */
export async function sweepFolder(
  { database }: House,
  folder: string,
  table: 'ledgerImport' | 'parcelImport' | 'buildingImport',
  now = Date.now(),
): Promise<number> {
  let swept = 0
  for (const zoneId of (await namesIn(folder)).filter(isId)) {
    const known = await database.within({ zoneId, memberId: null }, (db) =>
      db.selectFrom(table).select('id').where('zoneId', '=', zoneId).execute(),
    )
    const ids = new Set(known.map((row) => row.id))
    for (const id of (await namesIn(join(folder, zoneId))).filter((name) => isId(name) && !ids.has(name))) {
      const path = join(folder, zoneId, id)
      if (now - (await stat(path)).mtimeMs < oldest) continue
      await rm(path, { force: true })
      swept++
    }
  }
  return swept
}

const namesIn = (folder: string) => readdir(folder).catch(() => [] as string[])
