/** 50,000 parcels and 10,000 projects: a file in, tiles out, a change on the way to every map; PostGIS beside. */
import { v7 as uuidv7 } from 'uuid'
import { toLonLat } from '../src/engine/geometry/project.ts'
import type { TestZone } from '../test/factories.ts'
import { type Ask, asker } from './asker.ts'
import { landFile, parcelRings } from './land-file.ts'
import { paintFigures } from './map-paint.ts'
import { ms, table } from './measure.ts'
import { type Place, placeMakers } from './places.ts'
import { postgisTiles } from './postgis-tiles.ts'
import { type Server, startServing } from './start-serving.ts'
import { type TileAddress, tilesOver } from './tile-addresses.ts'

const parcels = Number(process.env['BENCH_PARCELS'] ?? 50_000)
const projects = Number(process.env['BENCH_PROJECTS'] ?? 10_000)
const heapMb = 2048
// A 95th percentile of four or nine askings would be their slowest.
const cachedAsks = 60
const rings = parcelRings(parcels)

export async function map(): Promise<string> {
  const tiles = tilesOver(rings.map((ring) => toLonLat(4528, ring[0] ?? [0, 0])))
  const imported: string[][] = []
  const cut: string[][] = []
  const others: string[][] = []
  for (const makePlace of placeMakers()) {
    const place = await makePlace('map')
    try {
      await measured(place, tiles, { imported, cut, others })
    } finally {
      await place.remove()
    }
  }
  const beside = process.env['BENCH_DATABASE']
    ? await postgisTiles(process.env['BENCH_DATABASE'], rings, tiles)
    : []
  return [
    `${parcels.toLocaleString('en')} parcels of eight corners and ${projects.toLocaleString('en')} projects, over HTTP on loopback, as a person of one corps (need to know applied).`,
    `## A file of ${parcels.toLocaleString('en')} parcels in\n\nPromised ≤ 60 s. Seconds.\n\n${table(['database', 'upload, read, check', 'apply', 'whole', 'new / doubt / refused', 'heap, MiB', 'resident, MiB'], imported)}`,
    `## Tiles\n\nMilliseconds; uncached right after a restart or a change, cached when asked again, at least 60 askings. Promised: any tile ≤ 50 uncached, ≤ 5 cached, p95. PostGIS: ST_AsMVT over the same polygons with a GiST index, the statement alone through the driver, its tables in memory.\n\n${table(['server', 'tiles', 'zoom', 'n', 'p50', 'p95', 'max', 'cached p95', 'largest, KiB'], [...cut, ...beside])}`,
    `## The rest\n\n${table(['database', 'what', 'ms'], others)}`,
  ].join('\n\n')
}

type Tables = { imported: string[][]; cut: string[][]; others: string[][] }

async function measured(place: Place, tiles: TileAddress[], { imported, cut, others }: Tables) {
  const server = await startServing(
    { folder: place.folder, zones: [projects], ...(place.url ? { url: place.url } : {}) },
    heapMb,
  )
  try {
    const [zone] = server.zones as [TestZone]
    const analyst = await server.signIn(zone, 'analyst')
    imported.push([place.kind, ...(await bringFile(server, analyst))])
    const commander = await server.signIn(zone, 'commander')
    const ask = await asker(server.address, commander)
    others.push([place.kind, 'all read into memory and the first tile cut', ms((await ask('/api/map')).took)])
    for (const [set, zooms] of [
      ['land', [10, 12, 13, 14, 15, 16, 17]],
      ['projects', [10, 12, 14, 16]],
    ] as const)
      for (const zoom of zooms)
        cut.push([
          place.kind,
          set,
          ...(await tileFigures(
            ask,
            set,
            tiles.filter(({ z }) => z === zoom),
          )),
        ])
    others.push(...(await changes(server.address, analyst, ask, tiles)).map((row) => [place.kind, ...row]))
    const painted = await paintFigures({ address: server.address, watcher: commander, keeper: analyst })
    others.push(...painted.map((row) => [place.kind, ...row]))
  } finally {
    await server.stop()
  }
}

async function bringFile(server: Server, cookie: string): Promise<string[]> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(landFile(rings))]), 'land.txt')
  const start = performance.now()
  const read = await fetch(`${server.address}/api/parcel-imports`, {
    method: 'POST',
    headers: { cookie },
    body: form,
  })
  const one = (await read.json()) as {
    id: string
    revision: number
    counts: Record<string, number>
    message?: string
  }
  if (!read.ok) throw new Error(one.message)
  const checked = performance.now()
  const applied = await fetch(`${server.address}/api/parcel-imports/${one.id}/apply`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ revision: one.revision }),
  })
  if (!applied.ok) throw new Error(await applied.text())
  const done = performance.now()
  const { main, worker } = server.heap()
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
  const { new: fresh, doubt, refused } = one.counts
  return [
    seconds(start, checked),
    seconds(checked, done),
    seconds(start, done),
    `${fresh} / ${doubt} / ${refused}`,
    `${Math.round(main)} + ${Math.round(worker)}`,
    String(Math.round((await server.usage()).resident)),
  ]
}

async function tileFigures(ask: Ask, set: string, tiles: TileAddress[]): Promise<string[]> {
  const path = ({ z, x, y }: TileAddress) => `/api/map/tiles/${set}/${z}/${x}/${y}`
  const first: number[] = []
  const again: number[] = []
  let largest = 0
  for (const tile of tiles) {
    const { took, bytes } = await ask(path(tile))
    first.push(took)
    largest = Math.max(largest, bytes)
  }
  while (tiles.length > 0 && again.length < cachedAsks)
    for (const tile of tiles) again.push((await ask(path(tile))).took)
  return [
    String(tiles[0]?.z),
    String(tiles.length),
    ms(at(first, 0.5)),
    ms(at(first, 0.95)),
    ms(at(first, 1)),
    ms(at(again, 0.95)),
    (largest / 1024).toFixed(0),
  ]
}

export const at = (times: number[], share: number) => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** From the press of a button to the tile that shows it, as another person’s map asks once it has heard. */
async function changes(address: string, cookie: string, ask: Ask, tiles: TileAddress[]): Promise<string[][]> {
  const list = await fetch(`${address}/api/parcels?limit=40`, { headers: { cookie } })
  const { items } = (await list.json()) as { items: { id: string; revision: number; status: string }[] }
  const tile = tiles.find(({ z }) => z === 15)
  const saved: number[] = []
  const shown: number[] = []
  for (const { id, revision } of items) {
    const start = performance.now()
    const response = await fetch(`${address}/api/parcels/${id}`, {
      method: 'PATCH',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ revision, status: 'listed' }),
    })
    if (!response.ok) throw new Error(await response.text())
    saved.push(performance.now() - start)
    await ask(`/api/map/tiles/land/${tile?.z}/${tile?.x}/${tile?.y}?v=${uuidv7()}`)
    shown.push(performance.now() - start)
  }
  return [
    ['a parcel’s status saved, p50', ms(at(saved, 0.5))],
    ['saved, heard and in the next tile, p50', ms(at(shown, 0.5))],
    ['saved, heard and in the next tile, p95', ms(at(shown, 0.95))],
  ]
}
