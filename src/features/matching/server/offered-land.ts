import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { heldStandings } from '../../projects/stages.ts'
import { parcelKeysIn } from '../../spaces/model/number-key.ts'
import { type ParcelStatus, spaceLeft } from '../../spaces/statuses.ts'

/** Land that can still be offered: what is left, what is listed, and what is poorly used. */
export const offered: readonly ParcelStatus[] = [...spaceLeft, 'listed', 'inefficient', 'idle']

/** A project that is lost, handed over or rescinded holds no place, whatever was kept for it. */
export const holdsLand = sql`standing = any(${[...heldStandings]}::text[]) and removed_at is null`

/** Numbers that the line of another project names. */
export async function takenKeys(db: Db, zoneId: string, projectIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ parcelNo: string }>`
    select parcel_no from project where zone_id = ${zoneId} and id <> all(${[...projectIds]}::uuid[]) and parcel_no is not null
      and ${holdsLand}`.execute(db)
  return new Set(rows.flatMap(({ parcelNo }) => parcelKeysIn(parcelNo)))
}
