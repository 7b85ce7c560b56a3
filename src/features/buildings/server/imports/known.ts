import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../server/database/connect.ts'
import { parcelKey } from '../../../spaces/model/number-key.ts'
import { lookAround } from '../../../spaces/server/imports/around.ts'
import { type Draft, newDraft } from '../../model/drafts.ts'
import { enterLease, type Known } from '../../model/judge.ts'

type Row = {
  id: string
  revision: number
  facts: Record<string, string | null>
  upId: string
  onId: string | null
}

/** Everything that a table of rooms is compared with. */
export async function loadKnown(db: Db, zoneId: string): Promise<Known> {
  const buildings = new Map<string, Draft>()
  const floors = new Map<string, Draft>()
  const rooms = new Map<string, Draft>()
  const byId = new Map<string, Draft>()
  const enter = (of: Draft['of'], key: string, { id, revision, facts }: Row, within: Partial<Draft> = {}) => {
    const draft: Draft = { ...newDraft(of, key), id, revision, facts, ...within }
    byId.set(id, draft)
    return draft
  }
  for (const row of await read(db, buildingRows(zoneId))) {
    const key = row.facts['key'] ?? ''
    buildings.set(key, enter('building', key, row))
  }
  for (const row of await read(db, floorRows(zoneId))) {
    const building = byId.get(row.upId)
    if (!building) continue
    const key = `${building.key} ${row.facts['level']}`
    floors.set(key, enter('floor', key, row, { building }))
  }
  for (const row of await read(db, roomRows(zoneId))) {
    const [building, floor] = [byId.get(row.upId), byId.get(row.onId ?? '')]
    if (!building || !floor) continue
    const key = `${building.key} ${row.facts['numberKey']}`
    rooms.set(key, enter('room', key, row, { building, floor }))
  }
  const leases: Known['leases'] = new Map()
  for (const row of await read(db, leaseRows(zoneId))) {
    const room = byId.get(row.upId)
    if (room) enterLease(leases, enter('lease', '', row, { room }))
  }
  const reshaped = new Set<string>()
  for (const { buildingId, numberKey } of await listReshaped(db, zoneId)) {
    const building = byId.get(buildingId)
    if (building) reshaped.add(`${building.key} ${numberKey}`)
  }
  return { buildings, floors, rooms, leases, reshaped, ...(await landAround(db, zoneId)) }
}

/** Rooms as they were before they were divided or combined by hand. */
async function listReshaped(db: Db, zoneId: string) {
  const { rows } = await sql<{ buildingId: string; numberKey: string }>`
    select distinct b.image->>'building_id' as building_id, b.image->>'number_key' as number_key
    from change c join change b on b.zone_id = ${zoneId} and b.entity = 'room' and b.row_id = c.row_id and b.revision = c.revision - 1
    where c.zone_id = ${zoneId} and c.entity = 'room' and c.cause_kind in ('room_division', 'room_combination')`.execute(
    db,
  )
  return rows
}

async function landAround(db: Db, zoneId: string): Promise<Pick<Known, 'parcelOf' | 'territoryAt'>> {
  const { rows } = await sql<{ id: string; key: string; territoryId: string | null }>`
    select id, number_key as key, territory_id from parcel
    where zone_id = ${zoneId} and number_key is not null and ended_on is null and removed_at is null`.execute(
    db,
  )
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const { territoryAt } = await lookAround(db, zoneId)
  return { parcelOf: (number) => byKey.get(parcelKey(number) ?? ''), territoryAt }
}

const read = async (db: Db, rows: RawBuilder<Row>): Promise<Row[]> => (await rows.execute(db)).rows

const buildingRows = (zoneId: string) => sql<Row>`
  select b.id, b.revision, '' as up_id, null as on_id, jsonb_build_object('name', b.name, 'number', b.number, 'key', b.key,
    'kind', b.kind, 'parcelId', b.parcel_id, 'parcel', p.number, 'territoryId', b.territory_id, 'lon', b.lon::text,
    'lat', b.lat::text, 'address', b.address, 'floorAreaM2', trim_scale(b.floor_area_m2)::text,
    'goodsLiftT', trim_scale(b.goods_lift_t)::text, 'completedOn', b.completed_on::text, 'owner', b.owner,
    'provenance', b.provenance) as facts
  from building b left join parcel p on p.zone_id = ${zoneId} and p.id = b.parcel_id
  where b.zone_id = ${zoneId} and b.removed_at is null order by b.id`

const floorRows = (zoneId: string) => sql<Row>`
  select id, revision, building_id as up_id, null as on_id, jsonb_build_object('level', level::text,
    'heightM', trim_scale(height_m)::text, 'loadTM2', trim_scale(load_t_m2)::text) as facts
  from floor where zone_id = ${zoneId} and removed_at is null order by id`

const roomRows = (zoneId: string) => sql<Row>`
  select id, revision, building_id as up_id, floor_id as on_id, jsonb_build_object('number', number,
    'numberKey', number_key, 'areaM2', trim_scale(area_m2)::text, 'use', use,
    'askingRent', trim_scale(asking_rent)::text, 'askingRentUnit', asking_rent_unit, 'readyOn', ready_on::text,
    'note', note) as facts
  from room where zone_id = ${zoneId} and removed_at is null order by id`

/** A name of a project is read as far as whoever imports may know of it: they see the whole zone. */
const leaseRows = (zoneId: string) => sql<Row>`
  select l.id, l.revision, l.room_id as up_id, null as on_id, jsonb_build_object('kind', l.kind, 'tenant', l.tenant,
    'projectId', l.project_id, 'project', p.name, 'contractNo', l.contract_no, 'fromOn', l.from_on::text,
    'toOn', l.to_on::text, 'rent', trim_scale(l.rent)::text, 'rentUnit', l.rent_unit) as facts
  from lease l left join project p on p.zone_id = ${zoneId} and p.id = l.project_id
  where l.zone_id = ${zoneId} and l.removed_at is null order by l.from_on, l.id`
