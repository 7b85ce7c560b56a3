import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkProjectCode } from './project-code.ts'

test('takes the form in use and the one before it', () => {
  assert.deepEqual(checkProjectCode('2202-330109-04-01-123456'), {
    normalised: '2202-330109-04-01-123456',
    wellFormed: true,
    form: 'current',
    assignedIn: '2022-02',
    region: '330109',
  })
  assert.equal(checkProjectCode('2311-330109-04-01-789813').wellFormed, true)
  assert.equal(checkProjectCode('2018-330109-39-03-012345-000').form, 'former')
  assert.equal(checkProjectCode('2019-330109-39-03-012345').form, 'former')
})

test('reads it through full-width digits, odd hyphens and spaces', () => {
  for (const text of [
    '２２０２－３３０１０９－０４－０１－１２３４５６',
    ' 2202—330109—04—01—123456 ',
    '2202 330109 04 01 123456',
    "'22023301090401123456",
  ])
    assert.equal(checkProjectCode(text).normalised, '2202-330109-04-01-123456', text)
})

test('refuses what is neither', () => {
  for (const bad of [
    '',
    '待赋码',
    '2213-330109-04-01-123456',
    '2202-33010-04-01-123456',
    '2202-330109-04-01-12345',
  ])
    assert.equal(checkProjectCode(bad).wellFormed, false, bad)
})
