import { sql } from 'kysely'
import type { Db } from '../../../../server/database/connect.ts'
import { keptText } from '../../model/kept-text.ts'
import type { JudgedRow } from './row.ts'

const rowsAtOnce = 500
const longestAttributes = 4_000

/** Puts judged rows down as working material: no history of their own. */
export async function insertWorkingRows(
  db: Db,
  zoneId: string,
  importId: string,
  rows: readonly JudgedRow[],
) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const part = rows.slice(start, start + rowsAtOnce).map((row) => ({
      zone_id: zoneId,
      id: row.id,
      import_id: importId,
      ordinal: row.ordinal,
      place: keptText(row.place, 200),
      layer: row.layer === null ? null : keptText(row.layer, 200),
      number: row.number,
      name: row.name,
      attributes: shortened(row.attributes),
      land_use: row.landUse,
      land_class: row.landClass,
      status: row.status,
      territory_id: row.territoryId,
      survey: row.drawn?.survey ?? null,
      boundary: row.drawn?.boundary ?? null,
      epsg: row.drawn?.epsg ?? null,
      declared_m2: row.declaredM2,
      drawn_m2: row.drawn?.drawnM2 ?? null,
      west: row.drawn?.west ?? null,
      south: row.drawn?.south ?? null,
      east: row.drawn?.east ?? null,
      north: row.drawn?.north ?? null,
      lon: row.drawn?.lon ?? null,
      lat: row.drawn?.lat ?? null,
      findings: row.findings,
      verdict: row.verdict,
      parcel_id: row.parcelId,
      parcel_revision: row.parcelRevision,
      area_by: row.areaBy,
    }))
    await sql`insert into parcel_import_row
      select * from jsonb_populate_recordset(null::parcel_import_row, ${JSON.stringify(part)}::jsonb)`.execute(
      db,
    )
  }
}

/** Attributes are shown beside the shape; a file may hang whole books on one. */
function shortened(attributes: Record<string, string>) {
  let left = longestAttributes
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) => {
      const short = keptText(value, Math.max(0, Math.min(300, left)))
      left -= name.length + short.length
      return left < 0 ? [] : [[keptText(name, 200), short]]
    }),
  )
}
