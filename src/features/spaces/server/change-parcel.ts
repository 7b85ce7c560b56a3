import { sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import { authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, updateRows } from '../../../server/database/record.ts'
import { found } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { ParcelPatch } from '../contract.ts'
import { parcelKey } from '../model/number-key.ts'
import { parcelWord } from './list.ts'
import { keepsLand, parcelPolicy } from './policy.ts'
import { findParcels, type WholeParcel } from './queries.ts'
import { movedOn, noArea, noMore, noNumber, numberTaken, onlyStatus } from './refusals.ts'

/** The parcel, held for writing by one who may. */
export async function holdParcel(db: Db, actor: Actor, day: Day, id: string): Promise<WholeParcel> {
  const [whole] = await findParcels(db, actor.zoneId, day, [id], 'lock')
  const parcel = found(whole, parcelWord, id)
  authorize(parcelPolicy, actor, 'update', parcel)
  if (parcel.endedOn) throw noMore(parcel.number)
  return parcel
}

/** Number, name, status, use, area in law, territory: what a survey does not say, or says otherwise. */
export async function changeParcel(
  db: Db,
  actor: Actor,
  author: Author,
  day: Day,
  id: string,
  patch: ParcelPatch,
) {
  await holdParcel(db, actor, day, id)
  const { revision, number, ...given } = patch
  const { status: _status, note: _note, ...surveyed } = { ...given, number }
  if (!keepsLand(actor) && Object.values(surveyed).some((value) => value !== undefined)) throw onlyStatus()
  if (given.areaM2 !== undefined && Number(given.areaM2) === 0) throw noArea
  const set: Record<string, unknown> = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  )
  if (number !== undefined) Object.assign(set, await numbered(db, actor.zoneId, number, [id]))
  if (Object.keys(set).length === 0) return
  const written = await updateRows(db, author, 'parcel', [{ id, revision, set }])
  if (written.size === 0) throw movedOn()
}

/** A number with its key, if nobody else in the zone has it. */
export async function numbered(
  db: Db,
  zoneId: string,
  number: string | null,
  but: readonly string[] = [],
): Promise<{ number: string | null; numberKey: string | null }> {
  if (number === null) return { number: null, numberKey: null }
  const key = parcelKey(number)
  if (key === null) throw noNumber(number)
  const { rows } = await sql`select from parcel where zone_id = ${zoneId} and number_key = ${key}
    and ended_on is null and removed_at is null and id <> all(${[...but]}::uuid[])`.execute(db)
  if (rows.length > 0) throw numberTaken(number)
  return { number: number.trim(), numberKey: key }
}
