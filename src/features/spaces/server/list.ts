import { type RawBuilder, sql } from 'kysely'
import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import { type Day, monthOf, shanghaiDay } from '../../../shared/days.ts'
import { sumDecimal } from '../../../shared/decimal.ts'
import { lightsOf } from '../../lights/server/lights-of.ts'
import type { Parcel, ParcelDetail, ParcelList, ParcelQuery } from '../contract.ts'
import { parcelKey, parcelKeysIn } from '../model/number-key.ts'
import { parcelStatuses } from '../statuses.ts'
import { parcelPolicy } from './policy.ts'
import {
  findParcels,
  listNamers,
  listOccupants,
  listParcels,
  listRelatives,
  type ParcelRow,
  tallyParcels,
  type WholeParcel,
} from './queries.ts'
import { parcelsWithin } from './within.ts'

export const parcelWord = say('地块', 'parcel')
export const dayFor = ({ asOf }: Actor, at: Date): Day => shanghaiDay(asOf ?? at)

/** 2号 before 10号: every run of digits with noughts before it, up to twelve. */
const naturally = sql`regexp_replace(regexp_replace(p.number, '(\\d+)', '000000000000\\1', 'g'), '0+(\\d{12})(?!\\d)', '\\1', 'g')`

const orders: Record<NonNullable<ParcelQuery['sort']>, RawBuilder<unknown>> = {
  number: sql`${naturally} nulls last`,
  area: sql`p.area_m2`,
  '-area': sql`p.area_m2 desc`,
  status: sql`array_position(${[...parcelStatuses]}::text[], p.status)`,
}

/** Words that are a whole number bring its parcel before those that only have them in theirs. */
function orderOf({ q, sort = 'number' }: ParcelQuery): RawBuilder<unknown> {
  const key = sort === 'number' ? parcelKey(q) : null
  return key === null ? orders[sort] : sql`(p.number_key is not distinct from ${key}) desc, ${orders[sort]}`
}

const exportedAtOnce = 2_000

/** All parcels that a request asks for, whole, in its order. */
export async function wholeParcels(
  db: Db,
  actor: Actor,
  day: Day,
  query: ParcelQuery,
): Promise<WholeParcel[]> {
  const { where } = await conditions(db, actor.zoneId, query)
  const order = orderOf(query)
  const all: WholeParcel[] = []
  for (let offset = 0; ; offset += exportedAtOnce) {
    const page = await listParcels(db, actor.zoneId, day, { where, order, limit: exportedAtOnce, offset })
    const whole = new Map(
      (
        await findParcels(
          db,
          actor.zoneId,
          day,
          page.map(({ id }) => id),
        )
      ).map((one) => [one.id, one]),
    )
    all.push(...page.flatMap(({ id }) => whole.get(id) ?? []))
    if (page.length < exportedAtOnce) return all
  }
}

/** The parcels that a request asks for, a page of them, with the exact number and area of all. */
export async function readParcels(db: Db, actor: Actor, day: Day, query: ParcelQuery): Promise<ParcelList> {
  const { where, whatever } = await conditions(db, actor.zoneId, query)
  const statuses = await tallyParcels(db, actor.zoneId, day, whatever)
  const chosen = statuses.filter(({ status }) => !query.status || query.status.includes(status))
  const { limit = 50, offset = 0 } = query
  const rows = await listParcels(db, actor.zoneId, day, { where, order: orderOf(query), limit, offset })
  return {
    items: rows.map((row) => shown(actor, row)),
    total: chosen.reduce((sum, { count }) => sum + count, 0),
    areaM2: sumDecimal(chosen.map(({ areaM2 }) => areaM2)),
    statuses,
  }
}

type Conditions = { where: RawBuilder<unknown>; whatever: RawBuilder<unknown> }

/** What is asked for, and the same in whatever status. */
async function conditions(db: Db, zoneId: string, query: ParcelQuery): Promise<Conditions> {
  const all = [query.ended ? sql`true` : sql`p.ended_on is null`]
  const wanted = query.q?.trim()
  if (wanted)
    all.push(sql`(strpos(lower(coalesce(p.name, '')), ${wanted.toLowerCase()}) > 0
      or strpos(coalesce(p.number_key, ''), ${parcelKey(wanted) ?? wanted}) > 0)`)
  if (query.unitId) all.push(sql`h.unit_id = ${query.unitId}`)
  if (query.within) all.push(sql`p.id = any(${await parcelsWithin(db, zoneId, query.within)}::uuid[])`)
  const whatever = sql.join(all, sql` and `)
  const { status } = query
  return { whatever, where: status ? sql`${whatever} and p.status = any(${status}::text[])` : whatever }
}

export async function readParcel(db: Db, actor: Actor, day: Day, id: string): Promise<ParcelDetail> {
  const { zoneId } = actor
  const [whole] = await findParcels(db, zoneId, day, [id])
  const { survey, lon: _lon, lat: _lat, ...row } = found(whole, parcelWord, id)
  const key = parcelKey(row.number)
  const namers = key === null || row.endedOn ? [] : await listNamers(db, zoneId, key)
  const on = namers.filter(({ parcelNo }) => key !== null && parcelKeysIn(parcelNo).includes(key))
  return {
    ...shown(actor, row),
    boundary: row.boundary,
    epsg: row.epsg,
    points: survey.reduce((sum, surface) => sum + surface.reduce((all, ring) => all + ring.length - 1, 0), 0),
    parents: await listRelatives(db, zoneId, id, 'parents'),
    children: await listRelatives(db, zoneId, id, 'children'),
    projects: await occupants(
      db,
      zoneId,
      day,
      on.map((project) => project.id),
    ),
  }
}

/** With their lights by the zone’s rule. */
async function occupants(
  db: Db,
  zoneId: string,
  day: Day,
  ids: readonly string[],
): Promise<ParcelDetail['projects']> {
  if (ids.length === 0) return []
  const lights = await lightsOf(db, zoneId, monthOf(day), day, ids)
  const rows = await listOccupants(db, zoneId, ids)
  return rows.map((row) => ({ ...row, light: lights.get(row.id)?.light ?? 'grey' }))
}

const shown = (actor: Actor, row: ParcelRow): Parcel => {
  const { west, south, east, north, ...parcel } = row
  return {
    ...parcel,
    bounds: [west, south, east, north],
    abilities: row.endedOn ? ['read'] : abilitiesOn(parcelPolicy, actor, row),
  }
}
