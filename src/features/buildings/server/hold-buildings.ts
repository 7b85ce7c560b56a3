import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'

const buildingLock = 7_300_032

/** In a zone one at a time says which buildings and rooms there are, by a table or by hand: a second one must see what the first one wrote. */
export const holdBuildings = (db: Db, zoneId: string) =>
  sql`select pg_advisory_xact_lock(${buildingLock}, hashtext(${zoneId}))`.execute(db)
