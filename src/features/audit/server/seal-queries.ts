import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { Seal } from '../model/chain.ts'

const columns = sql`zone_id, number, after_position as after, up_to_position as up_to, count, records, algorithm,
  previous, hash, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sealed_at`

export async function findLastSeal(db: Db, zoneId: string): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`
    select ${columns} from seal where zone_id = ${zoneId} order by number desc limit 1`.execute(db)
  return rows[0]
}

/** The seal that follows a number, whatever its own. */
export async function findNextSeal(db: Db, zoneId: string, after: number): Promise<Seal | undefined> {
  const { rows } = await sql<Seal>`
    select ${columns} from seal where zone_id = ${zoneId} and number > ${after} order by number limit 1`.execute(
    db,
  )
  return rows[0]
}

/** False: another server has set this number in the meantime, and its seal counts. */
export async function insertSeal(db: Db, seal: Seal): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into seal (zone_id, number, after_position, up_to_position, count, records, algorithm, previous, hash, sealed_at)
    values (${seal.zoneId}, ${seal.number}, ${seal.after}, ${seal.upTo}, ${seal.count}, ${seal.records}, ${seal.algorithm},
      ${seal.previous}, ${seal.hash}, ${seal.sealedAt})
    on conflict do nothing`.execute(db)
  return numAffectedRows === 1n
}
