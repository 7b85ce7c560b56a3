import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { editions, levels } from '../contract.ts'
import { readIndustry } from './read-industry.ts'
import { searchIndustries } from './search.ts'
import { lineOf, tableOf } from './table.ts'
import { isWithin, readRule } from './within.ts'

const table = tableOf('2019')
const first = tableOf('2017')
const named = (code: string, edition = table) => edition.byCode.get(code)?.name
const line = (code: string) => lineOf(table, code).map(({ code: one, name }) => `${one} ${name}`)

test('each edition has its rows: 20 门类, 97 大类, 473 中类, and 1381 or 1382 小类', () => {
  const counts = (edition: typeof table) =>
    levels.map((level) => edition.entries.filter((entry) => entry.level === level).length)
  assert.deepEqual(counts(first), [20, 97, 473, 1381])
  assert.deepEqual(counts(table), [20, 97, 473, 1382])
})

test('the file is sorted, tidy, and says each row once', () => {
  const text = readFileSync(new URL('./gbt4754-2017.tsv', import.meta.url), 'utf8')
  const rows = text.trimEnd().split('\n')
  const keys = rows.map((row) => row.split('\t')[0] ?? '')
  assert.deepEqual(keys, [...new Set(keys)].sort())
  for (const row of rows)
    assert.match(row, /^[A-T](?:\d{2,4})?\t[\p{Script=Han}、（）3D]+(?:\t[\p{Script=Han}、]+|\t-)?$/u)
})

test('every industry stands under one that exists, of the level above and the same letter', () => {
  for (const edition of editions.map(tableOf))
    for (const { code, parent, level, letter } of edition.entries) {
      if (parent === null) assert.equal(level, 'section', code)
      const above = parent === null ? undefined : edition.byCode.get(parent)
      if (above)
        assert.deepEqual([levels.indexOf(above.level) + 1, above.letter], [levels.indexOf(level), letter])
      else assert.equal(parent, null, code)
      if (level !== 'class') assert.ok((edition.beneath.get(code)?.length ?? 0) > 0, code)
    }
})

test('a 小类 alone in its 中类 ends in 0 and has its name; others never end in 0', () => {
  for (const edition of [table, first])
    for (const group of edition.entries.filter(({ level }) => level === 'group')) {
      const classes = edition.beneath.get(group.code) ?? []
      const alone = classes.some(({ code }) => code.endsWith('0'))
      assert.equal(classes.length === 1, alone, group.code)
      if (alone) assert.equal(classes[0]?.name, group.name)
    }
})

test('some that everybody knows', () => {
  assert.equal(named('34'), '通用设备制造业')
  assert.equal(named('36'), '汽车制造业')
  assert.deepEqual(line('3812'), ['C 制造业', '38 电气机械和器材制造业', '381 电机制造', '3812 电动机制造'])
  assert.deepEqual(line('1373'), [
    'C 制造业',
    '13 农副食品加工业',
    '137 蔬菜、菌类、水果和坚果加工',
    '1373 水果和坚果加工',
  ])
  assert.deepEqual(lineOf(table, '3813x'), [])
})

test('the amendment of 2019 brought the supervisory commissions; courts and procurators moved down by one', () => {
  const amended = table.entries.filter((entry) => entry.amended).map(({ code }) => code)
  assert.deepEqual(amended, ['278', '2780', '3445', '923', '9231', '9232', '9233', '96'])
  assert.deepEqual(
    ['9231', '9232', '9233'].map((code) => named(code)),
    ['监察委员会', '人民法院', '人民检察院'],
  )
  assert.deepEqual(
    ['9231', '9232', '9233'].map((code) => named(code, first)),
    ['人民法院', '人民检察院', undefined],
  )
})

test('search: the beginning of a code, words, pinyin, initials', () => {
  const find = (query: string) => searchIndustries('2019', query).map(({ code }) => code)
  assert.deepEqual(find('C38').slice(0, 3), ['38', '381', '3811'])
  assert.deepEqual(find('381'), ['381', '3811', '3812', '3813', '3819'])
  assert.equal(find('D38').length, 0)
  assert.deepEqual(find('电动机制造'), ['3812'])
  assert.deepEqual(find('水果 加工'), ['137', '1373'])
  for (const reading of ['diandongjizhizao', 'ddjzz']) assert.ok(find(reading).includes('3812'), reading)
  assert.equal(find('汽车制造业')[0], '36')
  assert.deepEqual(find('  '), [])
})

test('a rule names one industry of any level, or a range of one level', () => {
  const within = (code: string, text: string) =>
    isWithin(table, code, readRule(table, text) ?? assert.fail(text))
  for (const rule of ['C', 'C38', '381', '3812', 'C34–C38', 'C34-38', '3811至3813', 'B～D'])
    assert.equal(within('3812', rule), true, rule)
  for (const rule of ['D', 'C34-C36', '382', '3813', 'C39']) assert.equal(within('3812', rule), false, rule)
  assert.equal(within('38', '3812'), false)
  for (const rule of ['', 'C36-C34', 'C34-C361', 'D38', 'C99', 'C34-C36-C38'])
    assert.equal(readRule(table, rule), undefined, rule)
})

test('within agrees with the tree', () => {
  const entry = fc.constantFrom(...table.entries)
  fc.assert(
    fc.property(entry, entry, entry, (one, from, to) => {
      const above = lineOf(table, one.code).map(({ code }) => code)
      const rule = readRule(table, from.code) ?? assert.fail(from.code)
      assert.equal(isWithin(table, one.code, rule), above.includes(from.code))
      const range = readRule(table, `${from.code}–${to.code}`)
      const same = from.level === to.level && from.code <= to.code
      assert.equal(range !== undefined, same)
      const between = table.entries.filter(
        ({ level, code }) => level === from.level && from.code <= code && code <= to.code,
      )
      if (range)
        assert.equal(
          isWithin(table, one.code, range),
          between.some(({ code }) => above.includes(code)),
        )
    }),
  )
})

test('every industry is read by its code, with its letter, and with its name in either order', () => {
  for (const { code, letter, name } of table.entries) {
    const full = code === letter ? code : letter + code
    for (const text of [code, full, `${full} ${name}`, `${name}（${full}）`, `${full}${name}`])
      assert.deepEqual(readIndustry(text), { ok: true, code }, text)
  }
})

test('what offices write: understood, or with what may have been meant', () => {
  const read = (text: string, isNumber = false) => {
    const reading = readIndustry(text, isNumber)
    return reading.ok ? reading.code : [reading.why, ...reading.suggestions].join(' ')
  }
  assert.equal(read('Ｃ３８１２'), '3812')
  assert.equal(read('水果和坚果加工'), '1373')
  assert.equal(read('C制造业/38电气机械和器材制造业/3812电动机制造'), '3812')
  assert.equal(read('GB/T 4754-2017 C3812 电动机制造'), '3812')
  assert.equal(read('汽车制造'), '36')
  assert.equal(read('国际组织'), '9700')
  // The number that this industry had in 2011.
  assert.equal(read('1372 水果和坚果加工'), 'nameDiffers 1373 1372')
  assert.equal(read('D3812'), 'unclear 3812')
  assert.equal(read('3812、3813'), 'unclear 3812 3813')
  assert.equal(read('燃气生产和供应业'), 'unclear 45 451')
  assert.equal(read('A4纸'), 'unclear')
  assert.equal(read('年产68万吨'), 'unclear')
  assert.equal(read('3812 有机硅'), 'nameDiffers 3812')
  assert.equal(read('3810'), 'noSuchCode 381')
  assert.equal(read('C9999'), 'noSuchCode')
  assert.equal(read('111', true), 'unclear 111 0111')
  assert.equal(read('190', true), '0190')
})
