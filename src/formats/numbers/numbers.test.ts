import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateText, timeText } from './date-text.ts'
import { exactDecimal, isNumberText, shiftDecimal } from './exact-decimal.ts'
import { numberFormat, numberText } from './number-format.ts'
import { isIsoDate, isoToSerial, serialToIso } from './serial-date.ts'

test('exact decimals without noise, exponent or needless zeros', () => {
  const cases: [string, string][] = [
    ['0.30000000000000004', '0.3'],
    ['1.2E+3', '1200'],
    ['1.5e-7', '0.00000015'],
    ['-0', '0'],
    ['-0.50', '-0.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['44634.479166666664', '44634.4791666667'],
    ['1234567890.12345', '1234567890.12345'],
    ['110101199001011234', '110101199001011234'],
    ['1E+20', '100000000000000000000'],
  ]
  for (const [raw, decimal] of cases) assert.equal(exactDecimal(raw), decimal, raw)
})

test('any decimal of up to 15 digits comes back digit for digit', () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.nat(15))
    .map(([digits, places]) => {
      const sign = digits < 0n ? '-' : ''
      const padded = String(digits < 0n ? -digits : digits).padStart(places + 1, '0')
      const fraction = padded.slice(padded.length - places).replace(/0+$/, '')
      const text = padded.slice(0, padded.length - places) + (places > 0 && fraction ? `.${fraction}` : '')
      return text === '0' ? text : sign + text
    })
  fc.assert(
    fc.property(decimal, (text) => {
      assert.equal(exactDecimal(text), text)
      assert.equal(exactDecimal(String(Number(text))), text)
      assert.ok(isNumberText(text))
    }),
  )
})

test('shifting there and back changes nothing', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: -30, max: 30 }), (number, places) => {
      assert.equal(shiftDecimal(shiftDecimal(String(number), places), -places), String(number))
    }),
  )
})

test('what kind of value a format shows', () => {
  const cases: [string, string][] = [
    ['yyyy"年"m"月"', 'date'],
    ['yyyy年m月d日', 'date'],
    ['[$-804]yyyy\\-mm\\-dd;@', 'date'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['m"月"d"日"', 'date'],
    ['e/m/d', 'date'],
    ['[=0]"";yyyy/m/d', 'date'],
    ['aaaa', 'date'],
    ['h:mm', 'time'],
    ['上午/下午h"时"mm"分"', 'time'],
    ['[h]:mm:ss', 'duration'],
    ['mm:ss', 'time'],
    ['General', 'number'],
    ['G/通用格式"元"', 'number'],
    ['#,##0.00_);[Red]\\(#,##0.00\\)', 'number'],
    ['0.00E+00', 'number'],
    ['0"days"', 'number'],
    ['[红色]0.00;[Green]-0.00', 'number'],
    ['@', 'number'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 'number'],
    ['', 'number'],
  ]
  for (const [code, kind] of cases) assert.equal(numberFormat(code).kind, kind, code)
})

test('numbers keep what their format means, and are never rounded', () => {
  const cases: [string, string, string][] = [
    ['0.125', '0%', '12.5%'],
    ['1234.5678', '#,##0.00', '1234.5678'],
    ['1.25', '0.00"亿元"', '1.25亿元'],
    ['125000000', '0.00,,"百万"', '125百万'],
    ['12345', '0!.0,"万"', '1.2345万'],
    ['12345', '0\\.0,', '1.2345'],
    ['350000000', '[>=100000000]0.0,,"M";[>=10000]0!.0,"万";0', '350M'],
    ['35000', '[>=100000000]0.0,,"M";[>=10000]0!.0,"万";0', '3.5万'],
    ['35', '[>=100000000]0.0,,"M";[>=10000]0!.0,"万";0', '35'],
    ['123', '000000', '000123'],
    ['-12', '#,##0_);(#,##0)', '-12'],
    ['-1.5', '0.00"亿";-0.00"亿"', '-1.5亿'],
    ['5', '¥#,##0.00', '¥5'],
    ['5', '[$¥-804]#,##0.00', '¥5'],
    ['0.5', '# ?/?', '0.5'],
    ['1200', '0.00E+00', '1200'],
    ['3', ';;;', '3'],
    ['7', 'G/通用格式"亩"', '7亩'],
    ['42', '@', '42'],
  ]
  for (const [raw, code, text] of cases)
    assert.equal(numberText(raw, numberFormat(code)), text, `${raw} ${code}`)
})

test('days as their format shows them', () => {
  const cases: [string, string][] = [
    ['yyyy"年"m"月"', '2022年3月'],
    ['yyyy年m月d日', '2022年3月4日'],
    ['yyyy/mm/dd', '2022/03/04'],
    ['yy.m', '22.3'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二二年三月四日'],
    ['[$-804]aaaa', '星期五'],
    ['[$-804]mmmm', '三月'],
    ['d-mmm-yy', '4-Mar-22'],
    ['[$-F800]dddd', '2022年3月4日'],
    ['yyyy-mm-dd hh:mm:ss', '2022-03-04 15:05:09'],
    ['[$-804]m"月"d"日"AM/PMh"时"mm"分"', '3月4日下午3时05分'],
    ['m/d/yyyy h:mm AM/PM;@', '3/4/2022 3:05 PM'],
  ]
  for (const [code, text] of cases)
    assert.equal(dateText('2022-03-04T15:05:09', numberFormat(code)), text, code)
  assert.equal(timeText(1.5, numberFormat('[h]:mm')), '36:00')
  assert.equal(timeText(0.354166666666667, numberFormat('h:mm')), '8:30')
})

test('serials of both epochs, and numbers that are no day', () => {
  assert.equal(serialToIso(1, false), '1900-01-01')
  assert.equal(serialToIso(59, false), '1900-02-28')
  assert.equal(serialToIso(60, false), undefined)
  assert.equal(serialToIso(61, false), '1900-03-01')
  assert.equal(serialToIso(44634, false), '2022-03-14')
  assert.equal(serialToIso(44634.999999, false), '2022-03-15')
  assert.equal(serialToIso(44634.25, false), '2022-03-14T06:00:00')
  assert.equal(serialToIso(0, true), '1904-01-01')
  assert.equal(serialToIso(43172, true), '2022-03-14')
  assert.equal(serialToIso(2_958_465, false), '9999-12-31')
  for (const none of [-1, 0, 2_958_466, 20220314, Number.NaN])
    assert.equal(serialToIso(none, false), undefined)
})

test('every day and second from 1900 on survives being a serial', () => {
  const moment = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(moment, (date) => {
      const iso = date.toISOString().slice(0, 19).replace('T00:00:00', '')
      assert.equal(serialToIso(isoToSerial(iso) ?? Number.NaN, false), iso)
    }),
  )
})

test('days that do not exist are refused', () => {
  assert.equal(isIsoDate('2022-02-28'), true)
  for (const text of ['2022-02-30', '2022-13-01', '2022-3-1', '2022-03-14T25:00:00', 'x'])
    assert.equal(isIsoDate(text), false)
  assert.throws(() => isoToSerial('2022-02-30'), TypeError)
  assert.equal(isoToSerial('1899-12-31'), undefined)
})
