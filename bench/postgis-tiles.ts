import pg from 'pg'
import type { Position } from '../src/engine/geometry/position.ts'
import { ringsToLonLat } from '../src/engine/geometry/project.ts'
import { at } from './map.ts'
import { ms } from './measure.ts'
import type { TileAddress } from './tile-addresses.ts'

const rowsAtOnce = 1000

/** The same polygons in PostGIS, and the statement that a tile server of that kind sends. Nothing where it is not installed. */
export async function postgisTiles(
  server: string,
  rings: Position[][],
  tiles: TileAddress[],
): Promise<string[][]> {
  const database = 'zhantu_bench_postgis'
  const owner = new pg.Client(server)
  await owner.connect()
  await owner.query(`drop database if exists ${database} with (force)`)
  const { rowCount } = await owner.query("select from pg_available_extensions where name = 'postgis'")
  if (!rowCount) {
    console.log('PostGIS is not installed on this server: it is left out.')
    await owner.end()
    return []
  }
  await owner.query(`create database ${database}`)
  const client = new pg.Client(Object.assign(new URL(server), { pathname: `/${database}` }).href)
  await client.connect()
  try {
    await client.query('create extension postgis')
    await client.query(
      'create table parcel (id int primary key, status text, number text, shape geometry(Polygon, 3857))',
    )
    for (let start = 0; start < rings.length; start += rowsAtOnce) {
      const part = rings.slice(start, start + rowsAtOnce)
      const shapes = part.map(
        (ring) =>
          `POLYGON((${ringsToLonLat(4528, [ring])[0]
            ?.map(([x, y]) => `${x} ${y}`)
            .join(',')}))`,
      )
      await client.query(
        `insert into parcel select n + $2, 'reserve', 'DK-' || (n + $2), st_transform(st_geomfromtext(t, 4326), 3857)
         from unnest($1::text[]) with ordinality as u(t, n)`,
        [shapes, start],
      )
    }
    await client.query('create index on parcel using gist (shape)')
    await client.query('vacuum analyze parcel')
    const rows: string[][] = []
    for (const zoom of [...new Set(tiles.map(({ z }) => z))].filter((z) => z !== 11)) {
      const times: number[] = []
      let largest = 0
      for (const { z, x, y } of tiles.filter((tile) => tile.z === zoom)) {
        const start = performance.now()
        const answer = await client.query(
          `with bounds as (select st_tileenvelope($1, $2, $3) as tile)
           select st_asmvt(q, 'parcels', 4096, 'shape') as tile from (
             select id, status, number, st_asmvtgeom(p.shape, bounds.tile, 4096, 64, true) as shape
             from parcel p, bounds where p.shape && bounds.tile) q`,
          [z, x, y],
        )
        times.push(performance.now() - start)
        largest = Math.max(largest, answer.rows[0]?.tile?.length ?? 0)
      }
      const figures = [at(times, 0.5), at(times, 0.95), at(times, 1)].map(ms)
      rows.push([
        'PostGIS',
        'land',
        String(zoom),
        String(times.length),
        ...figures,
        '—',
        (largest / 1024).toFixed(0),
      ])
    }
    return rows
  } finally {
    await client.end()
    await owner.query(`drop database ${database} with (force)`)
    await owner.end()
  }
}
