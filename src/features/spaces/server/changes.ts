import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { found } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { ParcelChanges } from '../contract.ts'
import { type Act, changesOf } from '../model/parcel-changes.ts'
import { parcelWord } from './list.ts'
import { findParcels } from './queries.ts'

/** Every act on a parcel up to a moment, as the log tells it. */
export async function readChanges(
  db: Db,
  zoneId: string,
  day: Day,
  until: Date,
  id: string,
): Promise<ParcelChanges> {
  const [parcel] = await findParcels(db, zoneId, day, [id])
  found(parcel, parcelWord, id)
  const { rows } = await sql<Omit<Act, 'at'> & { at: Date }>`
    select c.recorded_from as at, m.name as by, c.operation, i.file_name, jsonb_build_object(
        'number', c.image ->> 'number', 'name', c.image ->> 'name', 'status', c.image ->> 'status',
        'landUse', c.image ->> 'land_use', 'landClass', c.image ->> 'land_class',
        'areaM2', trim_scale((c.image ->> 'area_m2')::numeric)::text, 'territory', t.name,
        'note', c.image ->> 'note', 'shape', md5(c.image ->> 'survey'), 'endedOn', c.image ->> 'ended_on') as held
    from change c
    left join member m on m.zone_id = ${zoneId} and m.id = c.actor_id
    left join parcel_import i on i.zone_id = ${zoneId} and i.id = c.cause_id
    left join territory t on t.zone_id = ${zoneId} and t.id = (c.image ->> 'territory_id')::uuid
    where c.zone_id = ${zoneId} and c.entity = 'parcel' and c.row_id = ${id}::uuid and c.recorded_from <= ${until}
    order by c.revision`.execute(db)
  const items = changesOf(rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })))
  return { items, total: items.length }
}
