import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import type { HoldingNow } from '../../organisation/model/state.ts'
import type { Territory, TerritoryDetail } from '../contract.ts'

type Area = Omit<Territory, 'unitId' | 'holdingId' | 'fromOn' | 'toOn' | 'abilities'>
export type StoredHolding = HoldingNow & { revision: number }

const columns = sql`t.id, t.name, trim_scale(t.area_m2)::text as area_m2, t.source, t.note, t.provenance,
  coalesce(jsonb_typeof(t.boundary) = 'object', false) as has_boundary, t.revision`

/** Areas by id, without their boundaries, which are large. */
export async function listAreas(db: Db, zoneId: string, ids: readonly string[]): Promise<Area[]> {
  const { rows } = await sql<Area>`select ${columns} from territory t
    where t.zone_id = ${zoneId} and t.id = any(${[...ids]}::uuid[]) and t.removed_at is null order by t.name, t.id`.execute(
    db,
  )
  return rows
}

/** Holdings of a day; they tell of the past themselves, as posts do. */
export async function listHoldingsOn(db: Db, zoneId: string, on: string): Promise<StoredHolding[]> {
  const { rows } = await sql<StoredHolding>`
    select id, territory_id, unit_id, from_on, to_on, revision from territory_holding
    where zone_id = ${zoneId} and removed_at is null and from_on <= ${on}::date and (to_on is null or to_on >= ${on}::date)
    order by from_on, id`.execute(db)
  return rows
}

export async function listHoldings(db: Db, zoneId: string, territoryId: string): Promise<StoredHolding[]> {
  const { rows } = await sql<StoredHolding>`
    select id, territory_id, unit_id, from_on, to_on, revision from territory_holding
    where zone_id = ${zoneId} and territory_id = ${territoryId}::uuid and removed_at is null order by from_on, id`.execute(
    db,
  )
  return rows
}

export async function findHolding(db: Db, zoneId: string, id: string): Promise<StoredHolding | undefined> {
  const { rows } = await sql<StoredHolding>`
    select id, territory_id, unit_id, from_on, to_on, revision from territory_holding
    where zone_id = ${zoneId} and id = ${id}::uuid and removed_at is null`.execute(db)
  return rows[0]
}

type StoredArea = Omit<Area, 'hasBoundary'> & Pick<TerritoryDetail, 'boundary'>

/** An area with its boundary. `lock` lets nobody else change what it holds meanwhile. */
export async function findArea(
  db: Db,
  zoneId: string,
  id: string,
  lock?: 'lock',
): Promise<StoredArea | undefined> {
  const { rows } = await sql<StoredArea & { hasBoundary: boolean }>`
    select ${columns}, t.boundary from territory t
    where t.zone_id = ${zoneId} and t.id = ${id}::uuid and t.removed_at is null ${lock ? sql`for update` : sql``}`.execute(
    db,
  )
  const [row] = rows
  if (!row) return undefined
  const { hasBoundary: _, ...area } = row
  return area
}

export const findAreaNamed = (db: Db, zoneId: string, name: string) =>
  db
    .selectFrom('territory')
    .select(['id', 'name'])
    .where('zoneId', '=', zoneId)
    .where('name', '=', name)
    .where('removedAt', 'is', null)
    .executeTakeFirst()

/** Areas of the zone with their holders, in one list. */
export function withAreas(
  holdings: readonly (HoldingNow | StoredHolding)[],
  areas: readonly Area[],
  abilities: string[],
): Territory[] {
  const byId = Map.groupBy(holdings, ({ territoryId }) => territoryId)
  return areas.flatMap((area) =>
    (byId.get(area.id) ?? []).map(({ id, unitId, fromOn, toOn }) => ({
      ...area,
      unitId,
      holdingId: id,
      fromOn,
      toOn,
      abilities,
    })),
  )
}
