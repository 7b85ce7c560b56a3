import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Field, fieldByKey } from '../../projects/fields.ts'
import { corpsOfSheet, readChoice, readCorps } from './choices.ts'

const field = (key: string): Field => fieldByKey.get(key) ?? assert.fail(key)
const read = (key: string, text: string) => {
  const reading = readChoice(field(key), text)
  return 'value' in reading ? reading.value : `? ${reading.suggestions.join(' ')}`
}

test('stages by label, alias, number and the words around them', () => {
  for (const [text, stage] of [
    ['签约', 'signed'],
    ['已签约', 'signed'],
    ['签约阶段', 'signed'],
    ['⑤签约', 'signed'],
    ['5.签约', 'signed'],
    ['（五）签约', 'signed'],
    ['5签约', 'signed'],
    ['处于在谈中', 'negotiating'],
    ['在建（续建）', 'underConstruction'],
    ['在建项目', 'underConstruction'],
    ['Signed', 'signed'],
    ['underReview', 'underReview'],
    ['　供 地 ', 'landSupplied'],
    ['盯引', 'engaged'],
  ] as const)
    assert.equal(read('stage', text), stage, text)
})

test('a word that holds several stages, or one among other words, is asked about', () => {
  assert.equal(read('stage', '已签约待供地'), '? signed landSupplied')
  assert.equal(read('stage', '签约在即'), '? signed')
  assert.match(read('stage', '前期'), /^\? lead engaged .* contractReview$/)
})

test('every choice of every field is read back from its words in both languages', () => {
  for (const key of ['stage', 'standing', 'light', 'provenance'])
    for (const { value, zh, en, aliases } of field(key).choices ?? [])
      for (const word of [value, zh, en, ...aliases]) assert.equal(read(key, word), value, `${key} ${word}`)
})

const corps = ['市北兵团', '桥南兵团', '绿色智造产业新城兵团', '三江创智新城兵团'].map((name) => ({
  id: name,
  name,
}))

test('corps by name, with and without 兵团, and by what everybody calls them', () => {
  for (const [text, name] of [
    ['市北', '市北兵团'],
    ['桥南作战兵团', '桥南兵团'],
    ['三江', '三江创智新城兵团'],
    ['绿色智造', '绿色智造产业新城兵团'],
    [' 市 北 兵团', '市北兵团'],
  ])
    assert.deepEqual(readCorps(corps, text ?? ''), { value: name })
  assert.deepEqual(readCorps(corps, '江东兵团'), { suggestions: corps.map((one) => one.id) })
  assert.deepEqual(readCorps(corps, '桥南和市北'), {
    suggestions: ['市北兵团', '桥南兵团', '绿色智造产业新城兵团', '三江创智新城兵团'],
  })
  assert.ok('suggestions' in readCorps([...corps, { id: 'x', name: '三江口兵团' }], '三江'))
})

test('a sheet speaks for the one corps that it names', () => {
  assert.equal(corpsOfSheet(corps, '市北'), '市北兵团')
  assert.equal(corpsOfSheet(corps, '1.市北兵团（2月）'), '市北兵团')
  assert.equal(corpsOfSheet(corps, '市北桥南'), null)
  assert.equal(corpsOfSheet(corps, 'Sheet1'), null)
})
