import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  createExpression,
  type FilterSpecification,
  featureFilter,
  validateStyleMin,
} from '@maplibre/maplibre-gl-style-spec'
import { deepestZoom } from '../../../formats/vector-tile/tile-index.ts'
import { baseStyle } from '../../basemaps/web/base-style.ts'
import { parcelStatuses } from '../../spaces/statuses.ts'
import { keptFilter } from './kept-layers.ts'
import { askedOf } from './map-address.ts'
import { deepestTiles, styleOf } from './map-style.ts'
import { parcelFilter } from './parcel-filter.ts'
import { projectFilter } from './project-layers.ts'
import { markRadius, markSizeExpression, radiusExpression, radiusOf, zoomScale } from './project-looks.ts'
import { statusLooks } from './status-looks.ts'
import { deskSize } from './style-parts.ts'

const sheet = readFileSync(new URL('../../../web/theme/theme.css', import.meta.url), 'utf8')
/** Fails for a name the theme does not have. */
const palette = (name: string) => {
  const colour = new RegExp(`--zt-${name}: (#[0-9a-f]{6});`).exec(sheet)?.[1]
  assert.ok(colour, `${name} is no colour of the theme`)
  return colour
}
const tiles = { land: 'http://zone.example/{z}/{x}/{y}', projects: 'http://zone.example/p/{z}/{x}/{y}' }
const words = { mu: '亩', vacant: '空置', kept: '整块预留', keptPart: '部分预留' }
const unitId = '0190f5d0-7c1e-7abc-8def-0123456789ab'
const passes = (filter: FilterSpecification, properties: Record<string, unknown>) =>
  featureFilter(filter, 'layers[0].filter').filter({ zoom: 14 }, { type: 3, properties } as never)

test('the style is one that the renderer takes, whatever is asked and however large', () => {
  for (const asked of [{}, { by: 'light' }, { corps: unitId, chain: '生命健康', hide: 'built,seek,red' }])
    for (const size of [deskSize, { scale: 2, namesFrom: 12.5 }])
      assert.deepEqual(validateStyleMin(styleOf(palette, tiles, askedOf(asked), words, size)), [])
})

test('a base map lies under all that is the zone’s, is seen through its paper, and is dimmed in the dark', () => {
  const view = {
    sets: ['ground', 'labels'] as const,
    version: '3',
    system: 'gcj02' as const,
    credit: '',
    nearest: 18,
    bounds: null,
  }
  const over = (theme: 'light' | 'dark') => {
    const base = baseStyle({ ...view, sets: [...view.sets] }, theme)
    return styleOf(palette, tiles, { ...askedOf({}), base }, words)
  }
  const style = over('light')
  assert.deepEqual(validateStyleMin(style), [])
  assert.deepEqual(
    style.layers.slice(0, 4).map(({ id }) => id),
    ['ground', 'base-ground', 'base-labels', 'territory-fill'],
  )
  const paper = (of: typeof style) => of.layers.find(({ id }) => id === 'territory-fill')?.paint
  const plain = styleOf(palette, tiles, askedOf({}), words)
  assert.deepEqual(paper(plain), { ...paper(style), 'fill-opacity': 1 })
  assert.ok(!plain.layers.some(({ type }) => type === 'raster'))
  const brightness = (of: typeof style) =>
    (({ ...of.layers[1]?.paint }) as Record<string, number>)['raster-brightness-max'] ?? 1
  assert.deepEqual([brightness(style), brightness(over('dark')) < 0.7], [1, true])
})

test('what differs is outlined, and nothing else', () => {
  const marks = { parcels: [unitId], projects: [] }
  const style = styleOf(palette, tiles, { ...askedOf({}), marks }, words)
  assert.deepEqual(validateStyleMin(style), [])
  const outlined = style.layers.filter(({ id }) => id.includes('differs'))
  assert.deepEqual(
    outlined.map(({ id }) => id),
    ['parcel-differs-rim', 'parcel-differs'],
  )
  for (const layer of outlined) {
    assert.ok('filter' in layer && layer.filter)
    assert.equal(passes(layer.filter, { id: unitId }), true)
    assert.equal(passes(layer.filter, { id: 'another' }), false)
  }
})

test('what is kept is framed, whole or broken, and not where the legend hides it or its parcel', () => {
  const { layers } = styleOf(palette, tiles, askedOf({}), words)
  const ids = layers.map(({ id }) => id)
  assert.ok(ids.indexOf('parcel-edge') < ids.indexOf('parcel-kept'))
  assert.ok(ids.indexOf('parcel-kept-part') < ids.indexOf('parcel-chosen'))
  const dashes = ['parcel-kept', 'parcel-kept-part'].map(
    (id) => ({ ...layers.find((layer) => layer.id === id)?.paint }) as Record<string, unknown>,
  )
  assert.deepEqual(
    dashes.map((paint) => 'line-dasharray' in paint),
    [false, true],
  )
  const parcel = { status: 'cleared', unit: unitId, kept: 'kept' }
  assert.equal(passes(keptFilter('kept', askedOf({})), parcel), true)
  assert.equal(passes(keptFilter('keptPart', askedOf({})), parcel), false)
  assert.equal(passes(keptFilter('kept', askedOf({})), { status: 'cleared', unit: unitId }), false)
  for (const hide of ['kept', 'cleared'])
    assert.equal(passes(keptFilter('kept', askedOf({ hide })), parcel), false, hide)
  assert.equal(passes(parcelFilter(askedOf({ hide: 'kept' })), parcel), true, 'the parcel itself stays')
})

test('a plan lies over the parcels, broken where it is proposed and whole where it is kept, until it is closed', () => {
  const place = (isKept: boolean, rooms: number) => ({
    type: 'Feature' as const,
    properties: { projects: unitId, isKept, rooms, label: '有机硅\n63 亩' },
    geometry: { type: 'Point' as const, coordinates: [120, 30] as [number, number] },
  })
  const plan = { features: [place(true, 0), place(false, 2)], focus: unitId }
  const style = styleOf(palette, tiles, { ...askedOf({}), plan }, words)
  assert.deepEqual(validateStyleMin(style), [])
  const ids = style.layers.map(({ id }) => id)
  assert.ok(ids.indexOf('parcel-kept') < ids.indexOf('plan-fill'))
  assert.ok(ids.indexOf('plan-kept') < ids.indexOf('parcel-chosen'), 'what is chosen stays to be seen')
  const drawnBy = (properties: object, type: 1 | 3, { layers } = style) =>
    layers.flatMap((layer) =>
      layer.id.startsWith('plan-') &&
      'filter' in layer &&
      layer.filter &&
      featureFilter(layer.filter, 'layers[0].filter').filter({ zoom: 14 }, { type, properties } as never)
        ? [layer.id]
        : [],
    )
  const land = { projects: unitId, rooms: 0 }
  const around = ['plan-fill']
  assert.deepEqual(drawnBy({ ...land, isKept: true }, 3), [...around, 'plan-focus', 'plan-kept'])
  assert.deepEqual(drawnBy({ ...land, projects: 'x', isKept: false }, 3), [
    ...around,
    'plan-rim',
    'plan-proposed',
  ])
  assert.deepEqual(drawnBy({ ...land, rooms: 2 }, 1), [
    'plan-rooms-focus',
    'plan-rooms',
    'plan-rooms-count',
    'plan-label',
  ])
  const unfocused = styleOf(palette, tiles, { ...askedOf({}), plan: { ...plan, focus: undefined } }, words)
  assert.deepEqual(drawnBy({ ...land, isKept: true }, 3, unfocused), [...around, 'plan-kept'])
  const plain = styleOf(palette, tiles, askedOf({}), words)
  assert.ok(!('plan' in plain.sources) && !plain.layers.some(({ id }) => id.startsWith('plan-')))
})

test('no tile is asked for that the server would not cut anew', () => {
  assert.equal(deepestTiles, deepestZoom)
})

test('no two statuses look alike to one who sees no hue: lightness is held by the theme’s own test', () => {
  const looks = parcelStatuses.map((status) => statusLooks[status])
  const patterned = looks.filter(({ pattern }) => pattern !== 'none')
  assert.equal(new Set(patterned.map(({ pattern }) => pattern)).size, patterned.length)
  assert.deepEqual(
    parcelStatuses.filter((status) => statusLooks[status].pattern === 'none'),
    ['cleared', 'granted', 'built'],
  )
})

test('what the legend hides and the filter leaves out is not drawn', () => {
  const parcel = { status: 'built', unit: unitId }
  assert.equal(passes(parcelFilter(askedOf({})), parcel), true)
  assert.equal(passes(parcelFilter(askedOf({ hide: 'built' })), parcel), false)
  assert.equal(passes(parcelFilter(askedOf({ corps: unitId })), parcel), true)
  assert.equal(passes(parcelFilter(askedOf({ corps: unitId })), { status: 'built', unit: '' }), false)

  const project = { stage: 'signed', light: 'red', unit: unitId, chain: '生命健康' }
  assert.equal(passes(projectFilter(askedOf({ hide: 'sign' })), project), false)
  assert.equal(passes(projectFilter(askedOf({ hide: 'red' })), project), true, 'coloured by stage')
  assert.equal(passes(projectFilter(askedOf({ hide: 'red', by: 'light' })), project), false)
  assert.equal(passes(projectFilter(askedOf({ chain: '新材料' })), project), false)
  assert.equal(passes(projectFilter(askedOf({ corps: unitId, chain: '生命健康' })), project), true)
})

test('four times the investment is four times the area, and what is unknown is small', () => {
  assert.equal(Math.round((1000 * radiusOf(400_000)) / radiusOf(100_000)), 2000)
  assert.equal(radiusOf(0), radiusOf(30_000))
  const expression = createExpression(radiusExpression, 'layers[0].layout.icon-size', {
    type: 'number',
    'property-type': 'data-driven',
    expression: { interpolated: true, parameters: ['zoom', 'feature'] },
  } as never)
  assert.ok(expression.result === 'success')
  for (const total of [0, 20_000, 123_456, 5_000_000])
    assert.equal(
      expression.value.evaluate({ zoom: 14 }, { type: 1, properties: { total } } as never),
      radiusOf(total),
    )
})

test('a mark with a number is never enlarged, and never made smaller than a third', () => {
  const expression = createExpression(markSizeExpression(markRadius), 'layers[0].layout.icon-size', {
    type: 'number',
    'property-type': 'data-driven',
    expression: { interpolated: true, parameters: ['zoom', 'feature'] },
  } as never)
  assert.ok(expression.result === 'success')
  for (const total of [0, 30_000, 59_999, 60_001, 500_000, 9_000_000]) {
    const drawn: number = expression.value.evaluate({ zoom: 14 }, { type: 1, properties: { total } } as never)
    for (const [zoom, scale] of zoomScale) {
      const share = (radiusOf(total) * scale) / drawn
      assert.ok(share <= 1 + 1e-9, `${total} at ${zoom}: ${share}`)
      if (zoom >= 12) assert.ok(share > 0.3, `${total} at ${zoom}: ${share}`)
    }
  }
})
