import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { passwordFault } from './password-rules.ts'

const whose = { login: 'li.ming', name: '李明' }
const rules = fc.record({
  minLength: fc.integer({ min: 8, max: 20 }),
  classes: fc.integer({ min: 1, max: 4 }),
  history: fc.constant(0),
})
const password = fc
  .array(
    fc.constantFrom('a', 'B', '7', '-', '密', 'li.ming', 'LI.MING', '李明', 'zhantu', 'ZHANTU', '2022'),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''))

test('a password is accepted if and only if every rule holds', () => {
  let accepted = 0
  fc.assert(
    fc.property(password, rules, (word, asked) => {
      let kinds = 0
      const letters = Array.from(word)
      if (letters.some((one) => one >= 'A' && one <= 'Z')) kinds++
      if (letters.some((one) => one >= 'a' && one <= 'z')) kinds++
      if (letters.some((one) => one >= '0' && one <= '9')) kinds++
      if (letters.some((one) => one === '-' || one === '.' || one > '\u007f')) kinds++
      const good =
        letters.length >= asked.minLength &&
        kinds >= asked.classes &&
        !word.toUpperCase().includes('LI.MING') &&
        !word.includes('李明')
      if (good) accepted++
      assert.equal(passwordFault(word, whose, asked) === undefined, good, word)
    }),
    { numRuns: 2000 },
  )
  assert.ok(accepted > 50)
})

test('what is missing is named', () => {
  const asked = { minLength: 8, classes: 3, history: 0 }
  assert.deepEqual(passwordFault('Ab-1', whose, asked), { kind: 'short', length: 4, asked: 8 })
  assert.deepEqual(passwordFault('abcdefgh', whose, asked), {
    kind: 'plain',
    missing: ['capital', 'digit', 'sign'],
    more: 2,
    asked: 3,
  })
  assert.deepEqual(passwordFault('Li.Ming-2022', whose, asked), { kind: 'login' })
  assert.deepEqual(passwordFault('李明Ab-2022', whose, asked), { kind: 'name' })
  // A name of one letter is in half of all passwords.
  assert.equal(passwordFault('Right-horse-7', { login: 'li.ming', name: 'r' }, asked), undefined)
})
