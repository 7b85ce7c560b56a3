/** What GDAL writes is read here, and what is written here GDAL reads. It stands behind QGIS and most other programs. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { rawZip } from '../fixtures/raw-zip.ts'
import type { Ring } from './drawing.ts'
import { readDrawing } from './read-drawing.ts'
import { signedArea } from './rings/ring.ts'
import { writeDxf, writeGeojson, writeShapefile } from './write-drawing.ts'

const hasGdal = ['ogr2ogr', 'ogrinfo'].every((program) => spawnSync(program, ['--version']).status === 0)
if (hasGdal) register()
else console.log('GDAL was not found (ogr2ogr, ogrinfo; in Debian: gdal-bin): its tests are not run.')

function register() {
  const folder = mkdtempSync(join(tmpdir(), 'gdal-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const run = (program: string, args: string[]) =>
    execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const save = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return name
  }
  const read = (name: string) => readDrawing(join(folder, name), name)

  const outer = [[40526000, 3340600], [40526100, 3340600], [40526100, 3340694.07], [40526000, 3340694.07], [40526000, 3340600]] // biome-ignore format: in one line
  const hole = [[40526010, 3340610], [40526010, 3340620], [40526020, 3340620], [40526010, 3340610]] // biome-ignore format: in one line
  const far = [[0, 0], [10.123456789, 0], [10, 10], [0, 0]] // biome-ignore format: in one line
  const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry })
  const source = save(
    'source.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4528' } },
      features: [
        feature(
          { 名称: '示例地块', 面积: 0.9407, 代码: '0601' },
          { type: 'Polygon', coordinates: [outer, hole] },
        ),
        feature(
          { 名称: '工业用地', 面积: null, 代码: 'x' },
          { type: 'MultiPolygon', coordinates: [[far], [outer]] },
        ),
        feature({ 名称: '空', 面积: 1, 代码: '' }, null),
      ],
    }),
  )
  const clockwise = (ring: number[][]) => ring.toReversed()

  for (const encoding of ['GBK', 'UTF-8'])
    for (const dimension of ['XY', 'XYZ', 'XYM'])
      test(`a shapefile of GDAL in ${encoding}, ${dimension}`, async () => {
        const name = `${encoding}-${dimension}`
        const options = ['-lco', `ENCODING=${encoding}`, '-dim', dimension]
        run('ogr2ogr', ['-f', 'ESRI Shapefile', `${name}.shp`, source, ...options])
        const parts = readdirSync(folder).filter((file) => file.startsWith(`${name}.`))
        const entries = parts.map((part) => ({
          name: `成果/${part}`,
          data: readFileSync(join(folder, part)),
        }))
        const { shapes, notices, system } = await read(save(`${name}.zip`, rawZip(entries)))
        assert.deepEqual(
          shapes.map(({ place, surfaces, attributes }) => [
            place,
            surfaces,
            attributes['名称'],
            attributes['代码'],
          ]),
          [
            ['1', [[clockwise(outer), clockwise(hole)]], '示例地块', '0601'],
            ['2', [[clockwise(far)], [clockwise(outer)]], '工业用地', 'x'],
          ],
        )
        assert.equal(Number(shapes[0]?.attributes['面积']), 0.9407)
        assert.match(system.wkt ?? '', /^PROJCS\["CGCS2000/)
        assert.deepEqual(
          notices.map(({ code, value }) => [code, value]),
          [
            ...(dimension === 'XY' ? [] : [['heights_ignored', dimension.at(-1)]]),
            ['empty_shape', undefined],
          ],
        )
      })

  test('a GeoJSON of GDAL with its coordinate system', async () => {
    run('ogr2ogr', ['-f', 'GeoJSON', 'old.geojson', source, '-lco', 'COORDINATE_PRECISION=9'])
    const { shapes, system } = await read('old.geojson')
    assert.deepEqual(
      shapes.map(({ surfaces, attributes }) => [surfaces, attributes]),
      [
        [[[outer, hole]], { 名称: '示例地块', 面积: '0.9407', 代码: '0601' }],
        [[[far], [outer]], { 名称: '工业用地', 代码: 'x' }],
      ],
    )
    assert.deepEqual(system, { epsg: 4528 })
  })

  test('a GeoJSON of GDAL in longitude and latitude', async () => {
    const options = ['-lco', 'RFC7946=YES', '-lco', 'COORDINATE_PRECISION=9', '-where', `"代码"='0601'`]
    run('ogr2ogr', ['-f', 'GeoJSON', 'new.geojson', source, ...options])
    const { shapes, system } = await read('new.geojson')
    const [lon = 0, lat = 0] = shapes[0]?.surfaces[0]?.[0]?.[0] ?? []
    assert.ok(Math.abs(lon - 120.26996873) < 1e-7 && Math.abs(lat - 30.18452924) < 1e-7)
    assert.deepEqual(system, {})
  })

  test('a DXF of GDAL', async () => {
    const layered = JSON.stringify({
      type: 'FeatureCollection',
      features: [
        feature({ Layer: '红线' }, { type: 'LineString', coordinates: outer }),
        feature({ Layer: '路' }, { type: 'LineString', coordinates: [[0, 0], [5, 5]] }), // biome-ignore format: in one line
        feature({ Layer: '注记', Text: '示例地块' }, { type: 'Point', coordinates: [40526050, 3340650] }),
      ],
    })
    // Texts are written for features that have the style of a label.
    run('ogr2ogr', [
      ...['-f', 'DXF', 'layered.dxf', save('layered.geojson', layered), '-dialect', 'OGRSQL', '-sql'],
      `SELECT Layer, Text, 'LABEL(f:"Arial",t:"示例地块",s:5g)' AS OGR_STYLE FROM layered`,
    ])
    const { shapes } = await read('layered.dxf')
    assert.deepEqual(
      shapes.map(({ layer, surfaces, attributes }) => [layer, surfaces, attributes]),
      [['红线', [[outer]], { text: '示例地块' }]],
    )
  })

  const example: Ring = outer.slice(0, 4).map(([x = 0, y = 0]) => [x, y])
  const shapes = [{ name: '示例地块', attributes: { 面积: '0.9407', 代码: '0601' }, surfaces: [[example]] }]
  /** The area that GDAL sees, in m². */
  const areaOf = (file: string, layer: string) => {
    const answer = run('ogrinfo', ['-ro', '-q', file, '-sql', `SELECT OGR_GEOM_AREA FROM "${layer}"`])
    return Number(/OGR_GEOM_AREA \(Real\) = ([\d.]+)/.exec(answer)?.[1])
  }
  const isExample = (area: number) => assert.ok(Math.abs(area - 9407) < 0.01, String(area))

  test('GDAL reads our shapefile', async () => {
    run('ogr2ogr', ['-f', 'ESRI Shapefile', 'for-prj.shp', source])
    const wkt = readFileSync(join(folder, 'for-prj.prj'), 'utf8')
    save('ours.zip', await writeShapefile(shapes, { layer: '地块', wkt }))
    isExample(areaOf('/vsizip/ours.zip', '地块'))
    const answer = run('ogrinfo', ['-ro', '-al', '/vsizip/ours.zip'])
    for (const told of [
      'Geometry: Polygon',
      'name (String) = 示例地块',
      '面积 (Real) = 0.9407',
      '代码 (String) = 0601',
    ])
      assert.ok(answer.includes(told), told)
    assert.match(answer, /ID\["EPSG",4528\]|CGCS2000_3_Degree_GK_Zone_40/)
  })

  test('GDAL reads our GeoJSON', () => {
    save('ours.geojson', writeGeojson(shapes, { epsg: 4528 }))
    isExample(areaOf('ours.geojson', 'ours'))
    const answer = run('ogrinfo', ['-ro', '-al', 'ours.geojson'])
    for (const told of ['ID["EPSG",4528]', 'name (String) = 示例地块', '代码 (String) = 0601'])
      assert.ok(answer.includes(told), told)
  })

  test('GDAL reads our DXF', () => {
    save('ours.dxf', writeDxf(shapes, { layer: '红线' }))
    const answer = run('ogrinfo', ['-ro', '-al', 'ours.dxf'])
    for (const told of ['Layer (String) = 红线', 'Text (String) = 示例地块', 'LINESTRING'])
      assert.ok(answer.includes(told), told)
    // GDAL takes a closed polyline for a line; as a surface it has the area.
    const lines = ['-where', "OGR_GEOMETRY='LINESTRING'", '-nlt', 'POLYGON']
    run('ogr2ogr', ['-f', 'ESRI Shapefile', 'from-dxf.shp', 'ours.dxf', ...lines])
    isExample(areaOf('from-dxf.shp', 'from-dxf'))
  })

  test('the same through GDAL as by ourselves', async () => {
    save('ours.zip', await writeShapefile(shapes, { layer: 'ours' }))
    run('ogr2ogr', [
      '-f',
      'GeoJSON',
      'through.geojson',
      '/vsizip/ours.zip',
      '-lco',
      'COORDINATE_PRECISION=15',
    ])
    const through = await read('through.geojson')
    const direct = await read('ours.zip')
    assert.deepEqual(through.shapes[0]?.surfaces, direct.shapes[0]?.surfaces)
    assert.deepEqual(through.shapes[0]?.attributes, direct.shapes[0]?.attributes)
    isExample(-signedArea(direct.shapes[0]?.surfaces[0]?.[0] ?? []))
  })
}
