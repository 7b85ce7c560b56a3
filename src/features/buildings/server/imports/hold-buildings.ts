import { sql } from 'kysely'
import type { Db } from '../../../../server/database/connect.ts'

const buildingLock = 7_300_032

/** One import at a time is written or undone in a zone: a second one must see what the first one wrote. */
export const holdBuildings = (db: Db, zoneId: string) =>
  sql`select pg_advisory_xact_lock(${buildingLock}, hashtext(${zoneId}))`.execute(db)
