import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { buildingKey, roomKey, tidy } from '../model/keys.ts'
import { buildingTaken, noName, noRoomNumber, roomTaken } from './refusals.ts'

/** A room’s number with its key, if no other of its building has it. The zone’s buildings are held. */
export async function numbered(
  db: Db,
  zoneId: string,
  buildingId: string,
  number: string,
  but: readonly string[] = [],
): Promise<{ number: string; numberKey: string }> {
  const key = roomKey(number)
  if (key === null) throw noRoomNumber(number)
  const { rows } = await sql`select from room where zone_id = ${zoneId} and building_id = ${buildingId}
    and number_key = ${key} and id <> all(${[...but]}::uuid[]) and removed_at is null`.execute(db)
  if (rows.length > 0) throw roomTaken(number)
  return { number: number.trim(), numberKey: key }
}

type Name = { name: string; number: string | null | undefined }

/** A building’s name and number with their key, if no other of the zone has them. The zone’s buildings are held. */
export async function named(
  db: Db,
  zoneId: string,
  given: Name,
  but?: string,
): Promise<{ name: string; number: string | null; key: string }> {
  const [name, number] = [visible(given.name), visible(given.number)]
  if (name === null) throw noName
  const key = buildingKey(name, number)
  const { rows } = await sql`select from building where zone_id = ${zoneId} and key = ${key}
    and id is distinct from ${but ?? null}::uuid and removed_at is null`.execute(db)
  if (rows.length > 0) throw buildingTaken([name, number].filter(Boolean).join(' '))
  return { name, number, key }
}

/** What cannot be seen, such as a zero-width space alone, is no text. */
const visible = (text: string | null | undefined) => (text && tidy(text) !== '' ? text.trim() : null)
