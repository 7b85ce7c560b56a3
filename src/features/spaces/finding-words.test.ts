import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { FindingCode } from './finding-words.ts'
import { findingSentence, findingTitle, findingWords, gathered, reasonWords } from './finding-words.ts'
import type { Finding } from './import-contract.ts'
import { isLeftOut, noticeSentence, noticeWords } from './notice-words.ts'
import { refusalWords } from './shown-values.ts'

const here = fileURLToPath(new URL('./', import.meta.url))
const engine = fileURLToPath(new URL('../../engine/geometry/', import.meta.url))
const textOf = (path: string) => readFileSync(path, 'utf8')
const languages = ['zh', 'en'] as const

/** Whatever a file of the feature tells by a literal code. */
function codesTold(): string[] {
  const files = ['model', 'server/imports'].flatMap((folder) =>
    readdirSync(`${here}${folder}`)
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          !name.includes('.test.') &&
          !['sheet-shapes.ts', 'place-rows.ts'].includes(name),
      )
      .map((name) => `${here}${folder}/${name}`),
  )
  return files
    .filter((file) => !file.endsWith('open-file.ts'))
    .flatMap((file) => [...textOf(file).matchAll(/(?:code: |tell\(|overlapFinding\()'(\w+)'/g)])
    .map(([, code = '']) => code)
}

const unionIn = (file: string, name: string) => {
  const [, body = ''] = textOf(file).split(`export type ${name} =`)
  return [...(body.split(/\nexport|\ntype |\n\n(?=\w)/)[0] ?? '').matchAll(/\| '(\w+)'/g)].map(
    ([, code = '']) => code,
  )
}

test('whatever is found has a heading and a sentence, in 中文 and English', () => {
  const codes = [
    ...codesTold(),
    ...unionIn(`${engine}faults.ts`, 'FaultCode'),
    ...unionIn(`${engine}system-findings.ts`, 'SystemFindingCode'),
  ]
  assert.ok(codes.includes('overlaps_parcel') && codes.includes('hole_in_hole') && codes.length > 40)
  for (const code of codes) assert.ok(Object.hasOwn(findingWords, code), `${code} has no words`)
  for (const code of Object.keys(findingWords)) assert.ok(codes.includes(code), `nothing tells ${code}`)
})

test('a file’s notices and a system’s reasons and refusals have theirs', () => {
  const notices = unionIn(
    fileURLToPath(new URL('../../formats/drawing/drawing.ts', import.meta.url)),
    'DrawingNoticeCode',
  )
  assert.deepEqual(Object.keys(noticeWords).sort(), [...notices].sort())
  assert.deepEqual(Object.keys(reasonWords).sort(), unionIn(`${engine}readings.ts`, 'Reason').sort())
  assert.deepEqual(Object.keys(refusalWords).sort(), unionIn(`${engine}systems.ts`, 'RefusalCode').sort())
})

/** Every value that any of them brings. */
const values = {
  value: '40526O00',
  first: 40526000,
  second: 3340600,
  zone: 40,
  easting: 526000,
  declared: 38,
  found: 40,
  refusal: 'local_system',
  kilometres: 320,
  proper: 40,
  lon: 12.1,
  lat: 30.2,
  epsg: 4528,
  most: 4549,
  place: '13',
  number: '萧政工出〔2022〕5号',
  areaM2: '4703.5',
  shift: 'gcj02',
  inside: 100,
  asItIs: 20,
  unit: 'squareMetre',
  usual: 'hectare',
  field: '地块面积',
  drawn: '9407',
  percent: 1,
  otherRing: 2,
  otherPoint: 5,
}

test('a sentence is whole with all values and with none, and English has no 汉字 of its own', () => {
  for (const code of Object.keys(findingWords) as FindingCode[])
    for (const language of languages)
      for (const given of [values, {}]) {
        const finding: Finding = { code, weight: 'ask', values: given }
        const sentence = findingSentence(finding, language, 'parcelTxt')
        assert.match(sentence, language === 'zh' ? /。$/ : /\.$/, `${code}: ${sentence}`)
        assert.doesNotMatch(sentence, /[[\]{}]|undefined|null|NaN.*㎡/, `${code}: ${sentence}`)
        if (language === 'en' && given !== values)
          assert.doesNotMatch(sentence, /\p{Script=Han}|[，。；：！？]/u)
        if (language === 'zh') assert.doesNotMatch(sentence, /\p{Script=Han}[,;:!?！]/u, sentence)
        assert.ok(findingTitle(code, language).length > 1)
      }
})

test('swapped axes and a wrong zone are said with what the file has', () => {
  const swapped: Finding = {
    code: 'axes_swapped',
    weight: 'ask',
    values: { first: 40526000, second: 3340600, place: '13' },
  }
  assert.match(
    findingSentence(swapped, 'zh', 'parcelTxt'),
    /^第 13 行：按这种文件的惯例.*先写 40526000、后写 3340600，X 和 Y 多半写反了/,
  )
  const zone: Finding = {
    code: 'zone_differs',
    weight: 'ask',
    values: { declared: 38, found: 40, easting: 40526000 },
  }
  assert.match(
    findingSentence(zone, 'en', 'parcelTxt'),
    /says zone 38, but the easting 40526000 begins with 40/,
  )
})

test('areas are told in 亩 with ㎡, systems by name, a point by ring and number', () => {
  const area: Finding = {
    code: 'area_differs',
    weight: 'warn',
    values: { declared: '9500', drawn: '9407', percent: 1 },
  }
  assert.match(
    findingSentence(area, 'zh', 'parcelTxt'),
    /^文件写 14\.25 亩（9,500 ㎡），图形围出 14\.11 亩（9,407 ㎡），相差 1%。/,
  )
  const other: Finding = { code: 'other_system', weight: 'stop', values: { epsg: 4528, most: 4549 } }
  assert.match(
    findingSentence(other, 'zh', 'dxf'),
    /“2000国家大地坐标系 3度第40带，东坐标带带号（EPSG:4528）”/,
  )
  const knot: Finding = {
    code: 'self_intersection',
    weight: 'ask',
    ring: 1,
    point: 2,
    values: { otherRing: 1, otherPoint: 4 },
  }
  assert.match(
    findingSentence(knot, 'zh', 'parcelTxt'),
    /^第 1 圈第 2 点：由此起的边与第 1 圈第 4 点起的另一条边相交/,
  )
})

test('findings of a kind are one line with their number, beyond those told one by one too', () => {
  const one = (point: number): Finding => ({
    code: 'repeated_point',
    weight: 'note',
    ring: 1,
    point,
    values: {},
    count: 31,
  })
  const lines = gathered([one(3), one(9), { code: 'spike', weight: 'warn', values: {} }])
  assert.deepEqual(
    lines.map(({ first, count }) => [first.code, first.point, count]),
    [
      ['repeated_point', 3, 31],
      ['spike', undefined, 1],
    ],
  )
})

test('a notice says where, how many, and that it was left out', () => {
  const lines = { code: 'not_a_surface', layer: '标注', place: '2F', value: 'TEXT', count: 120 }
  assert.equal(
    noticeSentence(lines, 'zh', 'dxf'),
    '“标注”句柄 2F等 120 处：不是面（TEXT），没有读入：只收闭合的面。',
  )
  assert.equal(
    noticeSentence({ code: 'too_few_points', place: '44' }, 'en', 'parcelTxt'),
    'Line 44: Fewer than three different points, left out.',
  )
  assert.equal(isLeftOut(lines), true)
  assert.equal(isLeftOut({ code: 'full_width_read' }), false)
})
