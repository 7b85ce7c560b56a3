import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { readWorkbookInWorker } from '../../../formats/read-in-worker.ts'
import { UnreadableFile } from '../../../formats/unreadable-file.ts'
import type { Db } from '../../../server/database/connect.ts'
import { insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { at, type Desk } from '../../imports/server/desk.ts'
import { refusalOf } from '../../imports/server/refusals.ts'
import type { PlacesBrought } from '../contract.ts'
import { type PlaceRow, placeRows } from '../model/place-rows.ts'

/** Puts projects on the map from a table; lines whose project is not known, or known twice, are told and left out. */
export async function importPlaces(desk: Desk, path: string, fileName: string): Promise<PlacesBrought> {
  const workbook = await readWorkbookInWorker(path).catch((error) => {
    throw error instanceof UnreadableFile ? refusalOf(error, fileName) : error
  })
  const tables = workbook.sheets.flatMap(({ name, rows }) => {
    const cells = rows.map((row) => ({
      number: row.number,
      cells: row.cells.map((cell) => cell?.text ?? ''),
    }))
    return placeRows({ name, rows: cells }) ?? []
  })
  if (tables.length === 0)
    throw new Problem(
      'invalid_input',
      say(
        `“${fileName}”里没有点位表：表头须有项目名称（或项目代码）、经度、纬度。`,
        `“${fileName}” has no table of places: its header must have the project’s name or code, longitude and latitude.`,
      ),
    )
  const rows = tables.flatMap((table) => table.rows)
  return at(desk, async (db, author) => {
    const projects = await listProjects(db, desk.zoneId)
    const left = tables.flatMap(({ faults }): PlacesBrought['left'] => faults)
    const chosen = new Map<string, PlaceRow>()
    for (const row of rows) {
      const found = projects.filter(({ name, code }) =>
        row.code ? code === row.code : plain(name) === row.name,
      )
      const [project, another] = found
      const name = row.name ?? row.code
      if (!project) left.push({ row: row.row, name, code: 'unknown_project', value: name ?? '' })
      else if (another)
        left.push({ row: row.row, name, code: 'several_projects', value: String(found.length) })
      else if (chosen.has(project.id))
        left.push({ row: row.row, name, code: 'named_twice', value: name ?? '' })
      else chosen.set(project.id, row)
    }
    const known = projects.filter(({ id }) => chosen.has(id))
    const moved = known.filter((project) => {
      const row = chosen.get(project.id)
      return (
        row &&
        (row.lon !== project.lon ||
          row.lat !== project.lat ||
          row.note !== project.note ||
          row.provenance !== project.placeProvenance)
      )
    })
    const set = (id: string) => {
      const row = chosen.get(id)
      return { lon: row?.lon, lat: row?.lat, note: row?.note ?? null, provenance: row?.provenance ?? null }
    }
    const fresh = moved.filter(({ placeId }) => placeId === null)
    await insertRows(
      db,
      author,
      'project_place',
      fresh.map(({ id }) => ({ id: uuidv7(), projectId: id, ...set(id) })),
    )
    await updateRows(
      db,
      author,
      'project_place',
      moved.flatMap(({ id, placeId, revision }) =>
        placeId !== null && revision !== null ? [{ id: placeId, revision, set: set(id) }] : [],
      ),
    )
    return { placed: moved.length, unchanged: known.length - moved.length, left }
  })
}

/** As a table's names are read: brackets of either width are one. */
const plain = (name: string) => name.normalize('NFKC').trim()

type Known = {
  id: string
  name: string
  code: string | null
  placeId: string | null
  revision: number | null
  lon: number | null
  lat: number | null
  note: string | null
  placeProvenance: string | null
}

async function listProjects(db: Db, zoneId: string): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select p.id, p.name, p.code, l.id as place_id, l.revision, l.lon, l.lat, l.note,
      l.provenance as place_provenance from project p
    left join project_place l on l.zone_id = ${zoneId} and l.project_id = p.id and l.removed_at is null
    where p.zone_id = ${zoneId} and p.removed_at is null order by p.id`.execute(db)
  return rows
}
