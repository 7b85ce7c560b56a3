import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Actor, mayCall } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, notAllowed, say } from '../../../server/errors.ts'
import { projectPolicy } from '../../projects/server/policy.ts'
import type { PlaceInput, ProjectPlace } from '../contract.ts'
import { parcelKeysIn } from '../model/number-key.ts'
import { placeOf } from '../model/place.ts'
import { listParcelPoints } from './queries.ts'
import { movedOn } from './refusals.ts'

type Row = {
  id: string
  corpsId: string | null
  officerId: string | null
  parcelNo: string | null
  placeId: string | null
  revision: number | null
  lon: number | null
  lat: number | null
  note: string | null
  placeProvenance: string | null
}

async function findRow(db: Db, zoneId: string, projectId: string): Promise<Row> {
  const { rows } = await sql<Row>`
    select p.id, p.corps_id, p.officer_id, p.parcel_no, l.id as place_id, l.revision, l.lon, l.lat, l.note,
      l.provenance as place_provenance
    from project p left join project_place l on l.zone_id = ${zoneId} and l.project_id = p.id and l.removed_at is null
    where p.zone_id = ${zoneId} and p.id = ${projectId} and p.removed_at is null`.execute(db)
  return found(rows[0], say('项目', 'project'), projectId)
}

/** Where a project is: on the parcel its line names, else where somebody put it. */
export async function readPlace(db: Db, actor: Actor, projectId: string): Promise<ProjectPlace> {
  const row = await findRow(db, actor.zoneId, projectId)
  const points = await listParcelPoints(db, actor.zoneId, parcelKeysIn(row.parcelNo))
  const byKey = new Map(points.map((point) => [point.key, point]))
  const at = placeOf(row, (key) => byKey.get(key))
  const abilities =
    !actor.asOf && projectPolicy.update(actor, row) && mayCall(actor, 'project:update') ? ['update'] : []
  if (!at) return { place: null, abilities }
  const provenance = at.parcelId
    ? (points.find(({ id }) => id === at.parcelId)?.provenance ?? null)
    : row.placeProvenance
  return {
    place: {
      by: at.parcelId ? 'parcel' : 'point',
      lon: at.lon,
      lat: at.lat,
      parcelId: at.parcelId,
      note: at.parcelId ? null : row.note,
      provenance: provenance as 'published' | 'illustrative' | null,
    },
    abilities,
  }
}

/** Puts a project on the map by hand, or takes what was put away again. */
export async function putPlace(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  input: (PlaceInput & { provenance?: string }) | undefined,
) {
  const row = await findRow(db, actor.zoneId, projectId)
  if (!projectPolicy.update(actor, row))
    throw notAllowed('您不负责这个项目。', 'This project is not yours to change.')
  const set = input
    ? { lon: input.lon, lat: input.lat, note: input.note ?? null, provenance: input.provenance ?? null }
    : { removedAt: author.at }
  if (!row.placeId || row.revision === null) {
    if (input) await insertRows(db, author, 'project_place', [{ id: uuidv7(), projectId, ...set }])
    return
  }
  const patch = { id: row.placeId, revision: row.revision, set }
  const written = await updateRows(db, author, 'project_place', [patch], input ? 'update' : 'remove')
  if (written.size === 0) throw movedOn()
}
