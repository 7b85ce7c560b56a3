import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planarArea, squareMetresText } from '../../../src/engine/geometry/area.ts'
import { contains } from '../../../src/engine/geometry/inside.ts'
import { indexAreas, overlaps } from '../../../src/engine/geometry/overlaps.ts'
import { intersectionArea } from '../../../src/engine/geometry/overlay.ts'
import { fromLonLat, ringsFromLonLat } from '../../../src/engine/geometry/project.ts'
import { checkSurface } from '../../../src/engine/geometry/validity.ts'
import { parcelStatuses, spaceLeft } from '../../../src/features/spaces/statuses.ts'
import { checkBoundary } from '../../../src/features/territories/model/boundary.ts'
import { muFromSquareMetres } from '../../../src/shared/area.ts'
import { sumDecimal } from '../../../src/shared/decimal.ts'
import { territories } from '../areas-and-goals.ts'
import { articleLines } from '../article.ts'
import { outlineOf } from '../boundaries.ts'
import { ledgerMonths, linesOf } from '../ledgers.ts'
import { placesOf } from '../places.ts'
import { lastMonth } from '../project.ts'
import { world } from '../world.ts'
import { surveyEpsg } from './areas.ts'
import { plots as drawAll } from './plots.ts'

const projects = world()
const plots = drawAll(projects)
const outlines = new Map(
  territories('2022-01-14').map(({ name, ...rest }) => [
    name,
    { name, ...rest, plane: ringsFromLonLat(surveyEpsg, rest.boundary.coordinates) },
  ]),
)
const mu = (areaM2: string) => Number(muFromSquareMetres(areaM2))
const named = (lines: ReturnType<typeof linesOf>) =>
  lines.flatMap(({ key, corps, values }) => {
    const number = String(values['parcelNo'] ?? '')
    return number.includes('〔')
      ? [{ key, corps, number, stage: values['stage'], land: values['landArea'] }]
      : []
  })

test('eight territories of the size that is told, without faults, meeting in edges only', () => {
  assert.equal(outlines.size, 8)
  const all = [...outlines.values()]
  for (const { name, areaM2, plane, boundary, provenance } of all) {
    assert.ok(Math.abs(planarArea(plane) / Number(areaM2) - 1) < 0.03, name)
    assert.deepEqual(checkSurface(plane), [], name)
    assert.equal(checkBoundary(boundary), undefined)
    const points = plane[0]?.length ?? 0
    assert.ok(points >= 9 && points <= 26, `${name} ${points}`)
    assert.equal(provenance, 'illustrative')
  }
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) {
      const common = intersectionArea([one.plane], [other.plane])
      assert.ok(common.ok && common.areaM2 < 0.01, `${one.name} ${other.name}`)
    }
  const shared = (one: string, other: string) =>
    outlineOf(one).filter((point) => outlineOf(other).some((more) => more.join() === point.join())).length
  assert.deepEqual(
    [
      shared('市北西片', '市北东片'),
      shared('市北东片', '宁围街道南片'),
      shared('市北东片', '江南科技城核心区'),
      shared('江南科技城核心区', '宁围街道北片'),
      shared('宁围街道南片', '宁围街道北片'),
    ],
    [4, 2, 2, 3, 3],
  )
})

test('about 420 parcels of a survey’s precision and of usual sizes, in every status', () => {
  assert.ok(plots.length >= 400 && plots.length <= 450, String(plots.length))
  const numbers = plots.flatMap(({ number }) => number ?? [])
  assert.equal(new Set(numbers).size, numbers.length)
  assert.equal(plots.length - numbers.length, 6)
  for (const { name, ring, areaM2, projects: holders } of plots) {
    assert.deepEqual(ring[0], ring.at(-1))
    for (const value of ring.flat()) assert.ok(Math.abs(value * 1000 - Math.round(value * 1000)) < 1e-4, name)
    assert.equal(areaM2, squareMetresText(planarArea([ring])))
    assert.deepEqual(checkSurface([ring]), [], name)
    if (holders.length === 0) assert.ok(mu(areaM2) > 20 && mu(areaM2) < 260, `${name} ${mu(areaM2)}`)
  }
  const last = new Set(plots.map(({ course }) => course.at(-1)))
  assert.deepEqual(
    parcelStatuses.filter((status) => !last.has(status)),
    [],
  )
})

test('no parcel lies on another or leaves its territory', () => {
  const index = indexAreas(plots.map(({ ring }) => [[ring]]))
  for (const [at, { name, ring, area, areaM2, corps }] of plots.entries()) {
    assert.deepEqual(
      overlaps(index, [[ring]], 1e-4).filter((one) => one.at !== at),
      [],
      name,
    )
    const territory = outlines.get(area)
    assert.equal(territory?.unit, corps)
    const inside = intersectionArea([[ring]], [territory?.plane ?? []])
    assert.ok(inside.ok && Math.abs(inside.areaM2 - Number(areaM2)) < 0.01, name)
  }
})

test('every lot that a ledger names is drawn, in its corps’ land, as large as its projects’ land', () => {
  const byNumber = new Map(plots.map((plot) => [plot.number, plot]))
  const rows = ledgerMonths.flatMap((month) => named(linesOf(projects, month)))
  assert.ok(new Set(rows.map(({ key }) => key)).size >= 80)
  for (const { key, corps, number } of rows) {
    const plot = byNumber.get(number)
    assert.ok(plot, `${key} ${number}`)
    assert.equal(plot.corps, corps, `${key} ${number}`)
    assert.ok(plot.projects.includes(key) && plot.projects.length <= 3, number)
  }
  const last = Map.groupBy(named(linesOf(projects, lastMonth)), ({ number }) => number)
  for (const [number, holders] of last) {
    const land = holders.reduce((sum, one) => sum + Number(one.land), 0)
    assert.ok(Math.abs(mu(byNumber.get(number)?.areaM2 ?? '0') - land) < 0.005, `${number} ${land}`)
  }
})

test('a lot is in what the stages of its projects say', () => {
  const fitting: Record<string, string> = {
    landSupplied: 'granted',
    started: 'building',
    underConstruction: 'building',
  }
  const last = Map.groupBy(named(linesOf(projects, lastMonth)), ({ number }) => number)
  for (const [number, holders] of last) {
    const told = new Set(holders.map(({ stage }) => fitting[String(stage)] ?? 'built'))
    const [only] = told.size === 1 ? told : ['building']
    assert.equal(plots.find((plot) => plot.number === number)?.course.at(-1), only, number)
  }
})

test('land moves forward from survey to survey, and some of it does', () => {
  const order = (status: (typeof parcelStatuses)[number]) => parcelStatuses.indexOf(status)
  for (const [from, to] of [
    [0, 1],
    [1, 2],
  ] as const) {
    let moved = 0
    for (const { name, course } of plots) {
      const [before, after] = [course[from], course[to]]
      if (!before) continue
      assert.ok(after && order(after) >= order(before), `${name} ${before} ${after}`)
      if (after !== before) moved++
    }
    assert.ok(moved >= 80, String(moved))
  }
})

test('the reserve of 三江 is nearly 900 亩, as the article says, and nothing else there can be offered', () => {
  const left = plots.filter(({ corps, course }) => {
    const last = course.at(-1)
    return corps === 'sanjiang' && last && spaceLeft.includes(last)
  })
  assert.deepEqual([left.length, new Set(left.map(({ course }) => course.at(-1)))], [9, new Set(['reserve'])])
  const sum = mu(sumDecimal(left.map(({ areaM2 }) => areaM2)))
  assert.ok(sum > 880 && sum < 900, String(sum))
  assert.equal(sum.toFixed(1), '893.6')
})

test('places are those of projects in the last ledger, each within its corps’ land', () => {
  const lines = linesOf(projects, lastMonth)
  const corpsOf = new Map(lines.map(({ corps, values }) => [String(values['name']), corps]))
  const places = placesOf(projects, plots)
  const names = places.map(({ name }) => name)
  assert.equal(new Set(names).size, names.length)
  for (const { values } of articleLines) assert.ok(names.includes(String(values['name'])))
  const rented = lines.filter(({ values }) => /号楼/.test(String(values['parcelNo'] ?? ''))).length
  const share = (places.length - articleLines.length) / rented
  assert.ok(share > 0.4 && share < 0.6, String(share))
  for (const { name, lon, lat } of places) {
    const point = fromLonLat(surveyEpsg, [lon, lat])
    const around = [...outlines.values()].find(({ plane }) => contains(plane, point))
    assert.ok(around, name)
    assert.equal(around.unit, corpsOf.get(name), name)
  }
})
