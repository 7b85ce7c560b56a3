import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { rectangle, surveyorOf, surveyTxt } from './test-survey.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-parcel-export-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})
const hasGdal = (() => {
  try {
    execFileSync('ogrinfo', ['--version'])
    return true
  } catch {
    console.log('GDAL (ogrinfo) is not on this machine: exports are read back by our own readers alone.')
    return false
  }
})()

async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const surveyor = surveyorOf(app, analyst)
  await surveyor.bring(
    'a.txt',
    surveyTxt([
      { number: 'DK-1', ring: rectangle() },
      { number: 'DK-2', ring: rectangle(300), name: '第二块' },
    ]),
  )
  return { zone, analyst, surveyor }
}
const files = [
  ['geojson', 'geojson'],
  ['shapefile', 'zip'],
  ['txt', 'txt'],
  ['dxf', 'dxf'],
] as const

test('what is exported is imported again with nothing changed', async () => {
  const { analyst, surveyor } = await world()
  for (const [format, extension] of files) {
    const response = await analyst.call('GET', `/api/parcels/export?format=${format}`)
    assert.equal(response.statusCode, 200, response.body)
    const again = await surveyor.upload(`出.${extension}`, response.rawPayload)
    // A drawing knows no numbers: its texts are names.
    if (format === 'dxf') assert.equal(again.counts.doubt, 2)
    else assert.deepEqual([again.counts.unchanged, again.reading.confirmed], [2, true], format)
  }
})

if (hasGdal)
  test('GDAL reads what we export: golden vector 8 within 0.01 ㎡', async () => {
    const { analyst } = await world()
    for (const [format, extension] of files.filter(([format]) => format !== 'txt')) {
      const { rawPayload } = await analyst.call(
        'GET',
        `/api/parcels/export?format=${format}&q=DK-1&language=en`,
      )
      const path = join(folder, `out.${extension}`)
      writeFileSync(path, rawPayload)
      const source = format === 'shapefile' ? `/vsizip/${path}` : path
      const layer = { geojson: 'out', shapefile: 'parcels', dxf: 'entities' }[format as 'geojson']
      const shape = format === 'geojson' ? 'ST_Transform(SetSRID(geometry, 4490), 4528)' : 'geometry'
      const where = format === 'dxf' ? 'where layer is not null and ST_NPoints(geometry) > 3' : ''
      const area = format === 'dxf' ? `ST_Area(ST_MakePolygon(${shape}))` : `ST_Area(${shape})`
      const told = execFileSync(
        'ogrinfo',
        [
          '-ro',
          '-q',
          '-dialect',
          'SQLite',
          '-sql',
          `select ${area} as area from "${layer}" ${where}`,
          source,
        ],
        { encoding: 'utf8' },
      )
      const found = Number(/area \(Real\) = ([\d.]+)/.exec(told)?.[1])
      assert.ok(Math.abs(found - 9407) < 0.01, `${format}: ${told}`)
    }
  })

test('an export takes what the list shows, statuses too', async () => {
  const { analyst } = await world()
  const [one] = (await analyst.call('GET', '/api/parcels')).json().items
  await analyst.call('PATCH', `/api/parcels/${one.id}`, { revision: one.revision, status: 'cleared' })
  const response = await analyst.call('GET', '/api/parcels/export?format=geojson&status=cleared&sort=-area')
  assert.deepEqual(
    response
      .json()
      .features.map(({ properties }: { properties: object }) =>
        Object.values(properties).includes(one.number),
      ),
    [true],
  )
})

test('an export is a right of its own, of the own zone, and noted', async () => {
  const { zone } = await world()
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('GET', '/api/parcels/export?format=txt')).statusCode, 403)
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  assert.equal((await stranger.call('GET', '/api/parcels/export?format=txt')).statusCode, 400)
  const commander = await signIn(app, zone, 'commander')
  assert.equal((await commander.call('GET', '/api/parcels/export?format=txt')).statusCode, 200)
  const rows = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .selectFrom('auditEvent')
      .selectAll()
      .where('zoneId', '=', zone.id)
      .where('kind', '=', 'export')
      .execute(),
  )
  assert.deepEqual(
    rows.map(({ actorId, entity }) => [actorId, entity]),
    [[zone.memberIds['commander'], 'parcel']],
  )
})
