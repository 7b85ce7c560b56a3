import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hasMask, maskName, maskPhone, readContact, tidyPhones } from './contact.ts'

test('cells as offices fill them', () => {
  const cases: [string, string | null, string | null][] = [
    ['张三 13812345678', '张三', '13812345678'],
    ['张三13812345678/13912345678', '张三', '13812345678、13912345678'],
    ['张三：电话138-1234-5678；李四 0571-8234567', '张三、李四', '13812345678、0571-8234567'],
    ['王五（副总经理）+86 138 1234 5678', '王五(副总经理)', '13812345678'],
    ['联系人：张三 手机：13812345678 短号：661234', '张三', '13812345678、661234'],
    ['张三(13812345678)', '张三', '13812345678'],
    ['John Smith 13812345678', 'John Smith', '13812345678'],
    ['１３８１２３４５６７８', null, '13812345678'],
    ['13812345678(661234)', null, '13812345678、661234'],
    ['(0571)82345678', null, '0571-82345678'],
    ['057182345678', null, '0571-82345678'],
    ['01082345678', null, '010-82345678'],
    ['0571-82345678-801', null, '0571-82345678转801'],
    ['82345678转801', null, '82345678转801'],
    ['400-800-1234', null, '4008001234'],
    ['+49 30 1234567', null, '+49301234567'],
    ['661234', null, '661234'],
    ['张三、李四', '张三、李四', null],
  ]
  for (const [text, names, phones] of cases) assert.deepEqual(readContact(text), { names, phones }, text)
})

test('digits that are no telephone number, and masks, are for a person to read', () => {
  for (const text of [
    '1381234567',
    '138123456789',
    '张三 2',
    '301室张三',
    '王**',
    '138****5678',
    '张三 138＊＊＊＊5678',
  ])
    assert.equal(readContact(text), undefined, text)
})

test('masks as people know them', () => {
  const cases = [
    ['13812345678', '138****5678'],
    ['0571-82345678', '0571-****5678'],
    ['0575-8234567', '0575-****4567'],
    ['82345678转801', '****5678转***'],
    ['4008001234', '****1234'],
    ['+49301234567', '+493****4567'],
    ['13812345678、661234', '138****5678、***'],
  ] as const
  for (const [phone, mask] of cases) assert.equal(maskPhone(phone), mask)
  assert.equal(maskName('王小明'), '王**')
  assert.equal(maskName('王、欧阳文'), '王**、欧**')
  assert.equal(maskName('𠮷田'), '𠮷**')
})

const digits = (min: number, max: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: min, maxLength: max }).map((list) => list.join(''))
const mobile = digits(9, 9).map((tail) => `13${tail}`)
const fixed = fc
  .tuple(fc.constantFrom('010', '0571', '025'), digits(6, 7), fc.option(digits(1, 6)))
  .map(([area, own, more]) => `${area}-2${own}${more === null ? '' : `转${more}`}`)
const number = fc.oneof(
  mobile,
  fixed,
  digits(6, 7).map((own) => `8${own}`),
  digits(8, 14).map((own) => `+4${own}`),
)
const several = fc.uniqueArray(number, { minLength: 1, maxLength: 4 }).map((list) => list.join('、'))

test('what is kept is read again as it is', () => {
  fc.assert(fc.property(several, (phones) => assert.equal(tidyPhones(phones), phones)))
})

test('a mask of a number shows three digits and four at most, besides an area code, and hides three at least', () => {
  fc.assert(
    fc.property(number, (phone) => {
      const mask = maskPhone(phone)
      const own = (text: string) => text.replace(/^0\d+-/, '').replace(/\D/g, '')
      assert.ok(own(mask).length <= 7, mask)
      assert.ok(own(phone).length - own(mask).length >= 3, `${phone} ${mask}`)
      assert.ok(hasMask(mask) && !mask.includes(phone))
    }),
  )
})

test('masking what is masked changes nothing, whatever it was', () => {
  const anything = fc.oneof(
    several,
    fc.string(),
    fc
      .array(fc.constantFrom('1', '23', '0571-', '转', '、', '*', '王', '138', '(', ' '), { maxLength: 12 })
      .map((p) => p.join('')),
  )
  fc.assert(
    fc.property(anything, (text) => {
      assert.equal(maskPhone(maskPhone(text)), maskPhone(text))
      assert.equal(maskName(maskName(text)), maskName(text))
    }),
    { numRuns: 2000 },
  )
})
