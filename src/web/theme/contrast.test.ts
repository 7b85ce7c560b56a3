import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { PNG } from 'pngjs'

const sheet = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')
const blocks = {
  light: sheet.slice(0, sheet.indexOf('[data-theme')),
  dark: sheet.slice(sheet.indexOf('[data-theme')),
}

const colours = (block: string) =>
  new Map(
    [...block.matchAll(/--zt-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [
      name,
      colour,
    ]),
  )

/** WCAG 2.2, relative luminance of sRGB. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['ground', 'surface', 'sunken', 'hover', 'selected']
const texts = ['text', 'text-2', 'text-3', 'ink', 'green', 'yellow', 'red', 'grey']
const offered = ['reserve', 'preparing', 'cleared']
const supplied = ['listed', 'granted', 'building']
/** Land on the map, each with the colour of its edge and pattern. */
const parcels: [string, string][] = [
  ...offered.map((status): [string, string] => [status, 'offer']),
  ...supplied.map((status): [string, string] => [status, 'supply']),
  ['built', 'built'],
  ['inefficient', 'idle'],
  ['idle', 'idle'],
]
/** Those of them that have no pattern. */
const plain = ['cleared', 'granted', 'built']
const stages = ['stage-seek', 'stage-sign', 'stage-build', 'stage-run', 'stage-review']

/** Ratio that each pair has to reach: text 4.5, shapes and edges of controls 3. */
const pairs: [string, string, number][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...stages.flatMap((stage) => grounds.map((ground): [string, string, number] => [stage, ground, 3])),
  // Flags of the battle chart: the cloth of the red one, the edge of the black one.
  ...['flag-done', 'flag-edge'].flatMap((flag) =>
    grounds.map((ground): [string, string, number] => [flag, ground, 3]),
  ),
  ...parcels.flatMap(([status, mark]): [string, string, number][] => [
    // Labels of parcels; edges against what lies around; patterns on the fill.
    ['text', `parcel-${status}`, 4.5],
    [`parcel-${mark}-mark`, 'surface', 3],
    [`parcel-${mark}-mark`, 'ground', 3],
    [`parcel-${mark}-mark`, `parcel-${status}`, 2],
  ]),
  // By lightness alone, for who sees no colour.
  ...plain.flatMap((one, at) =>
    plain.slice(at + 1).map((other): [string, string, number] => [`parcel-${one}`, `parcel-${other}`, 1.25]),
  ),
  ...stages.map((stage): [string, string, number] => ['surface', stage, 4.5]),
  ['on-ink', 'ink-fill', 4.5],
  ['on-ink', 'ink-fill-hover', 4.5],
  ['control-line', 'surface', 3],
  ['red', 'red-soft', 4.5],
  ['yellow', 'yellow-soft', 4.5],
  ['green', 'green-soft', 4.5],
  ['text', 'red-soft', 4.5],
  ['text', 'yellow-soft', 4.5],
  ['text-2', 'yellow-soft', 4.5],
]

for (const [theme, block] of Object.entries(blocks)) {
  test(`${theme}: every colour that is read stands out enough from what it stands on`, () => {
    const known = colours(block)
    const weak = pairs.flatMap(([front, back, least]) => {
      const [a, b] = [known.get(front), known.get(back)]
      assert.ok(a && b, `${front} or ${back} has no value in ${theme}`)
      const ratio = contrast(a, b)
      return ratio < least ? [`${front} on ${back}: ${ratio.toFixed(2)}, needs ${least}`] : []
    })
    assert.deepEqual(weak, [])
  })
}

test('dark has a value for every colour of light', () => {
  assert.deepEqual([...colours(blocks.dark).keys()].sort(), [...colours(blocks.light).keys()].sort())
})

test('the pictures of flags have the colours of flags', () => {
  for (const [name, block] of Object.entries(blocks)) {
    const known = colours(block)
    /** At a place of the 14 × 14 that a flag is drawn in. */
    const at = (flag: string, x: number, y: number) => {
      const text =
        block.split(`--zt-flag-${flag}-picture: url("data:image/png;base64,`)[1]?.split('"')[0] ?? ''
      const { data, width } = PNG.sync.read(Buffer.from(text, 'base64'))
      const start = ((y * width) / 14) * width * 4 + ((x * width) / 14) * 4
      return data.subarray(start, start + 4).toString('hex')
    }
    const of = (colour: string) => `${known.get(colour)?.slice(1)}ff`
    assert.deepEqual([at('done', 11, 7), at('done', 2.5, 11)], [of('flag-done'), of('text-2')], name)
    const overdue = [
      at('overdue', 6, 5),
      at('overdue', 6, 1.5),
      at('overdue', 2.5, 11),
      at('overdue', 12.5, 5),
    ]
    assert.deepEqual(overdue, [of('flag-overdue'), of('flag-edge'), of('text-2'), '00000000'], name)
  }
})
