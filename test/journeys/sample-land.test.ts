import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ParcelList, ProjectPlace } from '../../src/features/spaces/contract.ts'
import type { ParcelImport } from '../../src/features/spaces/import-contract.ts'
import { muFromSquareMetres } from '../../src/shared/area.ts'
import { type Caller, callAs } from './caller.ts'
import { openSample } from './sample-server.ts'
import type { Server } from './server-process.ts'

/** Needs no window: what came of the sample's files of land, asked over the API. */
describe('The land of the sample zone', { concurrency: false }, () => {
  let server: Server
  let analyst: Caller
  before(async () => {
    server = await openSample()
    analyst = await callAs(server.url, 'analyst')
  })
  after(() => server?.stop())

  it('every file came in whole, with nothing doubted or refused', async () => {
    const { items } = await analyst.get<{ items: ParcelImport[] }>('/parcel-imports')
    assert.deepEqual([...new Set(items.map(({ format }) => format))].sort(), [
      'dxf',
      'geojson',
      'parcelTxt',
      'shapefile',
      'xlsx',
    ])
    for (const { id, fileName, status, counts } of items) {
      assert.deepEqual(
        [status, counts.doubt, counts.refused, counts.unchanged],
        ['applied', 0, 0, 0],
        fileName,
      )
      const { reading, notices } = await analyst.get<ParcelImport>(`/parcel-imports/${id}`)
      // GBK says nowhere that it is GBK.
      const told = fileName.includes('市北') && fileName.endsWith('.txt') ? ['encoding_guessed'] : []
      const codes = notices.map(({ code }) => code)
      assert.deepEqual([reading.epsg, reading.findings, codes], [4528, [], told], fileName)
      const { items: rows } = await analyst.get<{ items: { findings: { code: string }[] }[] }>(
        `/parcel-imports/${id}/rows?limit=500`,
      )
      const found = new Set(rows.flatMap(({ findings }) => findings.map(({ code }) => code)))
      // A drawing has names only, and closes its lines by a mark.
      assert.deepEqual(
        [...found],
        fileName.endsWith('.dxf') ? ['number_missing', 'not_closed'] : [],
        fileName,
      )
    }
  })

  it('all of it is illustrative and in a territory, and 三江 has its nearly 900 亩', async () => {
    const parcels = await analyst.get<ParcelList>('/parcels?limit=500')
    assert.equal(parcels.items.length, parcels.total)
    for (const { name, provenance, territory, unit, areaM2, drawnM2 } of parcels.items) {
      assert.equal(provenance, 'illustrative')
      assert.ok(territory && unit && name?.startsWith(territory.slice(0, 2)), `${name} ${territory}`)
      assert.equal(areaM2, drawnM2, `${name}`)
    }
    const sanjiang = parcels.items.find(({ unit }) => unit?.startsWith('三江'))
    const offered = await analyst.get<ParcelList>(
      `/parcels?unitId=${sanjiang?.unitId}&status=reserve&status=preparing&status=cleared`,
    )
    assert.equal(offered.total, 9)
    assert.equal(Number(muFromSquareMetres(offered.areaM2)).toFixed(1), '893.6')
  })

  it('land moves on over two years', async () => {
    const statusesOn = async (day: string) => {
      const parcels = await analyst.get<ParcelList>(`/parcels?limit=500&asOf=${day}`)
      return new Map(parcels.items.map(({ id, status }) => [id, status]))
    }
    const [first, second, last] = [
      await statusesOn('2020-06-30'),
      await statusesOn('2021-06-30'),
      await statusesOn('2022-03-01'),
    ]
    assert.ok(first.size < second.size && second.size < last.size)
    const moved = (before: Map<string, string>, then: Map<string, string>) =>
      [...before].filter(([id, status]) => then.get(id) !== status).length
    assert.ok(moved(first, second) > 80 && moved(second, last) > 80)
  })

  it('on the day that the corps were formed no parcel changed: its territory was there before it', async () => {
    type Told = { groups: { kind: string; count: number }[] }
    const { groups } = await analyst.get<Told>('/map/differences?since=2022-01-13&asOf=2022-01-14')
    assert.deepEqual(
      groups.filter(({ kind, count }) => kind.startsWith('parcel') && count > 0),
      [],
    )
    const unitsOn = async (day: string) => {
      const { items } = await analyst.get<ParcelList>(`/parcels?limit=500&asOf=${day}`)
      return new Set(items.map(({ unit }) => unit))
    }
    const [blocks, corps] = [await unitsOn('2020-03-31'), await unitsOn('2022-01-14')]
    assert.deepEqual(
      [blocks.size, corps.size, blocks.has('市北区块'), corps.has('市北兵团')],
      [5, 5, true, true],
    )
  })

  it('every project that names a lot stands on it, and some of those that rent are on the map', async () => {
    const { items } = await analyst.get<{ items: { id: string; parcelNo?: string | null }[] }>(
      '/ledger?limit=500',
    )
    const named = items.filter(({ parcelNo }) => parcelNo?.includes('〔'))
    assert.ok(named.length >= 80, String(named.length))
    for (const { id, parcelNo } of named) {
      const { place } = await analyst.get<ProjectPlace>(`/projects/${id}/place`)
      assert.equal(place?.by, 'parcel', parcelNo ?? '')
    }
    const legend = await analyst.get<{ projects: number; unplaced: number }>('/map/legend')
    assert.ok(legend.projects >= named.length + 50 && legend.unplaced > 0)
  })
})
