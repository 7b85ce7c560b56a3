import { sql } from 'kysely'
import type { Project } from '../../../engine/matching/project.ts'
import type { Point } from '../../../engine/matching/space.ts'
import type { Db } from '../../../server/database/connect.ts'
import { parcelKeysIn } from '../../spaces/model/number-key.ts'
import { placeOf } from '../../spaces/model/place.ts'
import { listParcelPoints } from '../../spaces/server/queries.ts'
import type { SpaceNeed } from '../contract.ts'
import { metres } from './zone-spaces.ts'

type Line = Record<string, unknown> & { id: string }

/** A project as the engine places it: its need, the ledger's totals in 万元, and where its chain already is. */
export const readProject = async (db: Db, zoneId: string, line: Line, need: SpaceNeed): Promise<Project> =>
  (await readProjects(db, zoneId, [{ line, need }]))[0] as Project

/** The same of many, in their order. */
export async function readProjects(
  db: Db,
  zoneId: string,
  all: readonly { line: Line; need: SpaceNeed }[],
): Promise<Project[]> {
  const chains = new Set(all.flatMap(({ line }) => chainOf(line) ?? []))
  const onChain = await listOnChains(db, zoneId, [...chains])
  return all.map(({ line, need }) => {
    const amount = (key: string) => (typeof line[key] === 'string' ? Number(line[key]) : null)
    const chain = chainOf(line)
    return {
      id: line.id,
      corps: typeof line['corps'] === 'string' ? line['corps'] : '',
      need: {
        kinds: [...(need.land ? (['parcel'] as const) : []), ...(need.rooms ? (['room'] as const) : [])],
        areaM2: Number(need.areaM2),
        leastM2: Number(need.leastM2),
        mostM2: Number(need.mostM2),
        on: need.onDay,
        latestOn: need.latestOn,
        days: null,
        loadTPerM2: need.loadTM2 === null ? null : Number(need.loadTM2),
        heightM: need.heightM === null ? null : Number(need.heightM),
      },
      gain: amount('expectedTax') ?? 0,
      figures: {
        tax: amount('expectedTax'),
        output: amount('expectedOutput'),
        investment: amount('fixedAssetInvestment'),
      },
      partners: onChain.flatMap((one) => (one.chain === chain && one.id !== line.id ? [one.at] : [])),
    }
  })
}

const chainOf = (line: Line) => (typeof line['chain'] === 'string' ? line['chain'] : null)

type Row = {
  id: string
  chain: string
  parcelNo: string | null
  lon: number | null
  lat: number | null
  placeProvenance: string | null
}

/** Where the projects of these chains stand, of those that the person may know of. */
async function listOnChains(db: Db, zoneId: string, chains: readonly string[]) {
  if (chains.length === 0) return []
  const { rows } = await sql<Row>`
    select p.id, p.chain, p.parcel_no, l.lon, l.lat, l.provenance as place_provenance from project p
    left join project_place l on l.zone_id = ${zoneId} and l.project_id = p.id and l.removed_at is null
    where p.zone_id = ${zoneId} and p.chain = any(${[...chains]}::text[]) and p.removed_at is null
      and p.standing in ('ongoing', 'onHold') order by p.id`.execute(db)
  const points = await listParcelPoints(
    db,
    zoneId,
    rows.flatMap(({ parcelNo }) => parcelKeysIn(parcelNo)),
  )
  const byKey = new Map(points.map((point) => [point.key, point]))
  return rows.flatMap((row): { id: string; chain: string; at: Point }[] => {
    const at = placeOf(row, (key) => byKey.get(key))
    return at ? [{ id: row.id, chain: row.chain, at: metres([at.lon, at.lat]) }] : []
  })
}
