import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCreditCode } from './credit-code.ts'

test('three real codes pass both checks', () => {
  for (const code of ['91330109MACM7U404B', '11331002002673575G', '91350100M000100Y43']) {
    const check = checkCreditCode(code)
    assert.deepEqual(
      [check.wellFormed, check.checkOk, check.orgCheckOk, check.computed],
      [true, true, true, code[17]],
      code,
    )
  }
})

test('an early code in real use computes 1 and is only a warning', () => {
  const check = checkCreditCode('91350100M0001TGQXM')
  assert.equal(check.wellFormed, true)
  assert.equal(check.checkOk, false)
  assert.equal(check.computed, '1')
})

test('writes it in one form', () => {
  assert.equal(checkCreditCode(' ９１３３０１０９ macm7u404b\u200b').normalised, '91330109MACM7U404B')
  assert.ok(checkCreditCode('91330109-MACM7U40-4B').checkOk)
})

test('what is no code says so', () => {
  for (const bad of ['', '91330109', '91330109MACM7U404BX', 'X'.repeat(18), '91330109MACM7U404O', '/'])
    assert.deepEqual(checkCreditCode(bad).wellFormed, false, bad)
})

test('any one changed character is noticed', () => {
  const code = '91330109MACM7U404B'
  for (let at = 0; at < 18; at++)
    for (const other of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (other === code[at]) continue
      const check = checkCreditCode(code.slice(0, at) + other + code.slice(at + 1))
      assert.ok(!check.checkOk, check.normalised)
    }
})
