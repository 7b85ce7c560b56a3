import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemFromWkt } from './system-wkt.ts'
import { systems } from './systems.ts'

const answerOf = (wkt: string) => {
  const answer = systemFromWkt(wkt)
  return answer.ok ? answer.system.epsg : answer.code
}
const degree = 'UNIT["Degree",0.0174532925199433]'
const geographic = (name: string, datum: string) =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],${degree}]`
const china = geographic('GCS_China_Geodetic_Coordinate_System_2000', 'D_China_2000')
const esri = (name: string, easting: number, meridian: number, base = china, scale = 1) =>
  `PROJCS["${name}",${base},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
const ogc = (easting: number, code: number) => `PROJCS["CGCS2000 / 3-degree Gauss-Kruger zone 40",
    GEOGCS["China Geodetic Coordinate System 2000",
        DATUM["China_2000", SPHEROID["CGCS2000",6378137,298.257222101, AUTHORITY["EPSG","1024"]], AUTHORITY["EPSG","1043"]],
        PRIMEM["Greenwich",0, AUTHORITY["EPSG","8901"]], UNIT["degree",0.0174532925199433], AUTHORITY["EPSG","4490"]],
    PROJECTION["Transverse_Mercator"],
    PARAMETER["latitude_of_origin",0], PARAMETER["central_meridian",120], PARAMETER["scale_factor",1],
    PARAMETER["false_easting",${easting}], PARAMETER["false_northing",0],
    UNIT["metre",1, AUTHORITY["EPSG","9001"]], AXIS["Northing",NORTH], AXIS["Easting",EAST], AUTHORITY["EPSG","${code}"]]`

test('every system of ours, as ESRI writes it', () => {
  for (const { epsg, zone } of systems) {
    if (!zone) continue
    const width = zone.width === 3 ? '3_Degree_' : ''
    const name = `CGCS2000_${width}GK_${zone.prefixed ? `Zone_${zone.number}` : `CM_${zone.centralMeridian}E`}`
    const found = answerOf(esri(name, zone.falseEasting, zone.centralMeridian))
    assert.equal(found, epsg, name)
  }
  assert.equal(answerOf(china), 4490)
})

test('as OGC writes it, by its parameters and its code, which must agree', () => {
  assert.equal(answerOf(ogc(40_500_000, 4528)), 4528)
  assert.equal(answerOf(`\uFEFF${ogc(500_000, 4549)}\n`), 4549)
  assert.equal(answerOf(ogc(500_000, 4528)), 'contradiction')
  assert.equal(answerOf(ogc(40_500_000, 4490)), 'contradiction')
})

test('117° without more in the name is zone 39 of 3° or, by its code, zone 20 of 6°', () => {
  assert.equal(answerOf(esri('unnamed', 500_000, 117)), 4548)
  assert.equal(answerOf(esri('unnamed', 500_000, 117).replace(/\]$/, ',AUTHORITY["EPSG","4509"]]')), 4509)
})

test('WKT 2, with a height, and in round brackets', () => {
  const two = `PROJCRS["CGCS2000 / 3-degree Gauss-Kruger zone 40",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0],ID["EPSG",4490]],CONVERSION["zone 40",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",120],PARAMETER["Scale factor at natural origin",1],PARAMETER["False easting",40500000],PARAMETER["False northing",0]],CS[Cartesian,2],AXIS["northing (X)",north,ORDER[1]],AXIS["easting (Y)",east,ORDER[2]],LENGTHUNIT["metre",1],ID["EPSG",4528]]`
  assert.equal(answerOf(two), 4528)
  assert.equal(
    answerOf(`COMPD_CS["with heights",${ogc(40_500_000, 4528)},VERT_CS["1985",VERT_DATUM["85",2005]]]`),
    4528,
  )
  assert.equal(answerOf(china.replaceAll('[', '(').replaceAll(']', ')')), 4490)
})

test('WGS 84 and Web Mercator', () => {
  const wgs = geographic('GCS_WGS_1984', 'D_WGS_1984')
  assert.equal(answerOf(wgs), 4326)
  assert.equal(
    answerOf(
      `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${wgs},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["Central_Meridian",0.0],UNIT["Meter",1.0]]`,
    ),
    3857,
  )
  assert.equal(
    answerOf(
      `PROJCS["WGS 84 / Pseudo-Mercator",${wgs},PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],UNIT["metre",1],AUTHORITY["EPSG","3857"]]`,
    ),
    3857,
  )
})

test('what is refused, and why', () => {
  const xian = geographic('GCS_Xian_1980', 'D_Xian_1980')
  assert.equal(
    answerOf(esri('Xian_1980_3_Degree_GK_Zone_40', 40_500_000, 120, xian)),
    'needs_seven_parameters',
  )
  assert.equal(answerOf(geographic('GCS_Beijing_1954', 'D_Beijing_1954')), 'needs_seven_parameters')
  assert.equal(answerOf(esri('Hangzhou', 500_000, 120.5 as number)), 'unknown_zone')
  assert.equal(answerOf(esri('UTM', 500_000, 123, china, 0.9996)), 'unknown_system')
  assert.equal(answerOf(esri('far', 0, 120)), 'unknown_zone')
  assert.equal(
    answerOf(ogc(40_500_000, 4528).replace('UNIT["metre",1', 'UNIT["kilometre",1000')),
    'unknown_unit',
  )
  assert.equal(answerOf('LOCAL_CS["site",UNIT["metre",1]]'), 'unknown_system')
  for (const text of [
    '',
    'EPSG:4528',
    'PROJCS["x"',
    ']',
    'PROJCS["a"],PROJCS["b"]',
    `${'A['.repeat(20_000)}`,
  ])
    assert.equal(answerOf(text), 'unreadable', text.slice(0, 30))
})
