import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { multiplyDecimal, parseDecimal } from '../../shared/decimal.ts'
import { type AmountColumn, type AmountUnit, parseAmount, parseUnit, unitInHeader } from './amounts.ts'

/** "value unit flags…", or the failure's code. */
function read(text: string, column: AmountColumn = 'money', headerUnit?: AmountUnit): string {
  const reading = parseAmount(text, { column, headerUnit })
  if (!reading.ok) return reading.code
  return [reading.value, reading.assumed ? `(${reading.unit})` : reading.unit, ...reading.flags.toSorted()]
    .join(' ')
    .trim()
}

function check(cases: [string, string][], column: AmountColumn, headerUnit?: AmountUnit): void {
  for (const [text, expected] of cases)
    assert.equal(read(text, column, headerUnit), expected, `${text} in ${column}`)
}

test('money with its unit in the cell', () => {
  check(
    [
      ['104.2亿', '1042000 亿元'],
      ['1.5亿元', '15000 亿元'],
      ['5000万元', '5000 万元'],
      ['5,000万', '5000 万元'],
      ['5，000万元', '5000 万元'],
      ['１２．５亿元', '125000 亿元'],
      ['12 500 万元', '12500 万元'],
      [' 1.5 亿元。', '15000 亿元'],
      ['67500000元', '6750 元'],
      ['6750元', '0.675 元'],
      ['500千元', '50 千元'],
      ['3百万', '300 百万元'],
      ['3百万元', '300 百万元'],
      ['1.5千万元', '1500 千万元'],
      ['1亿2000万元', '12000 亿元'],
      ['1亿5千万元', '15000 亿元'],
      ['3万5000元', '3.5 万元'],
      ['￥5000万', '5000 万元'],
      ['人民币5亿元整', '50000 亿元'],
      ['5亿元人民币', '50000 亿元'],
      ['5亿元/年', '50000 亿元'],
      ['总投资5亿元', '50000 亿元'],
      ['5（亿元）', '50000 亿元'],
      ['五亿', '50000 亿元'],
      ['三千万', '3000 万元'],
      ['一点五亿元', '15000 亿元'],
      ['两亿三千万元', '23000 亿元'],
      ['壹仟贰佰万元整', '1200 万元'],
    ],
    'money',
  )
})

test('bare numbers take the unit of the header, else the stored one, and say so', () => {
  check(
    [
      ['104.2', '1042000 (亿元)'],
      ['5000万元', '5000 万元 unit_differs'],
      ['0', '0 (亿元)'],
    ],
    'money',
    '亿元',
  )
  check(
    [
      ['6750', '6750 (万元)'],
      ['6,750.00', '6750 (万元)'],
      ['1.2E+08', '120000000 (万元) implausible'],
    ],
    'money',
    '万元',
  )
  check(
    [
      ['67500000', '6750 (元)'],
      ['1.2e8', '12000 (元)'],
    ],
    'money',
    '元',
  )
  check([['6750', '6750 (万元) default_unit']], 'money')
})

test('what makes an amount less than sure is always said', () => {
  check(
    [
      ['约6亿元', '60000 亿元 approx'],
      ['50亿元左右', '500000 亿元 approx'],
      ['50余亿元', '500000 亿元 approx'],
      ['5亿多', '50000 亿元 approx'],
      ['三亿多', '30000 亿元 approx'],
      ['三亿多元', '30000 亿元 approx'],
      ['三十多亿', '300000 亿元 approx'],
      ['近百亿元', 'not_a_number'],
      ['预计5亿元', '50000 亿元 estimate'],
      ['5亿元（暂定）', '50000 亿元 estimate'],
      ['超50亿元', '500000 亿元 bound'],
      ['≥5亿元', '50000 亿元 bound'],
      ['1亿元以上', '10000 亿元 bound'],
      ['不超过3000万元', '3000 万元 bound'],
      ['5亿元（一期）', '50000 亿元 note_ignored'],
      ['5亿元（其中设备2亿元）', '50000 亿元 part_ignored'],
      ['总投资10亿元，其中固投8亿元', '100000 亿元 part_ignored'],
      ['5亿元（一期2亿元）', '50000 亿元 part_ignored'],
      ['5亿元，分两期建设', '50000 亿元 note_ignored'],
      ['12。5亿元', '125000 亿元 odd_point'],
      ['5000w', '5000 万元 slang_unit'],
      ['-5亿元', '-50000 亿元 negative'],
      ['负5亿元', '-50000 亿元 negative'],
      ['6000亿元', '60000000 亿元 implausible'],
      ['5亿元（50000万元）', '50000 亿元'],
    ],
    'money',
  )
  check(
    [
      ['52000', '520000000 (亿元) implausible unit_doubtful'],
      ['9999', '99990000 (亿元) implausible'],
    ],
    'money',
    '亿元',
  )
  check(
    [
      ['(5,000)', '-5000 (万元) negative'],
      ['（5000万元）', 'not_a_number'],
    ],
    'money',
    '万元',
  )
  check([['300', '0.03 (元) unit_doubtful']], 'money', '元')
  check(
    [
      ['6750.000000000001', '6750 (万元) rounded'],
      ['0.30000000000000004', '0.3 (万元) rounded'],
    ],
    'money',
    '万元',
  )
})

test('what has no single reading is not read', () => {
  check(
    [
      ['5-8亿', 'range'],
      ['5亿~8亿元', 'range'],
      ['5至8亿元', 'range'],
      ['5—8亿元', 'range'],
      ['三五亿', 'range'],
      ['1亿美元', 'currency'],
      ['3000万美元', 'currency'],
      ['US$5,000万', 'currency'],
      ['1亿美元（约6.5亿元）', 'currency'],
      ['5亿欧元', 'currency'],
      ['100亩', 'unit_mismatch'],
      ['85%', 'unit_mismatch'],
      ['25万元/亩', 'unit_mismatch'],
      ['3+5亿', 'several_amounts'],
      ['3亿元、5亿元', 'several_amounts'],
      ['一期3亿元，二期5亿元', 'several_amounts'],
      ['5亿元（2亿元）', 'several_amounts'],
      ['1亿5千', 'not_a_number'],
      ['3 5亿', 'several_amounts'],
      ['5亿元（30000万元）', 'several_amounts'],
      ['1亿2000', 'not_a_number'],
      ['三千五', 'not_a_number'],
      ['数亿元', 'undecided'],
      ['几亿', 'undecided'],
      ['1,5亿', 'several_amounts'],
      ['50亿元\n30亿元', 'several_amounts'],
      ['12,34万', 'several_amounts'],
      ['1.2.3', 'not_a_number'],
      ['1O0万', 'not_a_number'],
      ['详见附件', 'not_a_number'],
      ['2022年', 'not_a_number'],
      ['/', 'blank_word'],
      ['—', 'blank_word'],
      ['——', 'blank_word'],
      ['无', 'blank_word'],
      ['', 'blank_word'],
      ['N/A', 'blank_word'],
      ['待定', 'undecided'],
      ['暂无', 'undecided'],
      ['（待定）', 'undecided'],
      ['#REF!', 'error_value'],
      ['#DIV/0!', 'error_value'],
      ['9'.repeat(40), 'out_of_range'],
      ['1e400', 'out_of_range'],
      ['-1e399', 'out_of_range'],
      ['1e-399', 'out_of_range'],
    ],
    'money',
  )
})

test('foreign capital is in 万美元 and nothing else', () => {
  check(
    [
      ['3000万美元', '3000 万美元'],
      ['1亿美元', '10000 亿美元'],
      ['$5,000,000', '500 美元'],
      ['USD 500万', '500 万美元'],
      ['500万美金', '500 万美元'],
      ['500万(美元)', '500 万美元'],
      ['3000', '3000 (万美元) default_unit'],
      ['0.5亿美元（约3.2亿元）', '5000 亿美元 note_ignored'],
      ['3000万', '3000 (万美元) default_unit'],
      ['3000万元', 'currency'],
      ['500万欧元', 'currency'],
      ['5000万港元', 'currency'],
      ['¥500万', 'currency'],
    ],
    'foreign',
  )
  check([['3000', '3000 (万美元)']], 'foreign', '万美元')
  check([['3000', 'currency']], 'foreign', '万元')
  check([['3000', 'currency']], 'foreign', '万欧元')
  check([['3000', 'currency']], 'money', '万美元')
})

test('areas come to ㎡ from every unit', () => {
  check(
    [
      ['14.1105亩', '9407 亩'],
      ['102.76 亩', '68506.6667 亩'],
      ['9407㎡', '9407 ㎡'],
      ['9407平方米', '9407 ㎡'],
      ['9,407 m²', '9407 ㎡'],
      ['1.2万平方米', '12000 万㎡'],
      ['0.9407公顷', '9407 公顷'],
      ['1.5平方公里', '1500000 平方公里'],
      ['约50亩', '33333.3333 亩 approx'],
      ['5亿元', 'unit_mismatch'],
      ['30-50亩', 'range'],
      ['9407平方米（14.1105亩）', '9407 ㎡'],
      ['102.76亩（约6.85公顷）', '68506.6667 亩'],
      ['102.76亩（约7.85公顷）', 'several_amounts'],
      ['30亩（含代征5亩）', '20000 亩 part_ignored'],
      ['9407', '9407 (㎡) default_unit'],
    ],
    'area',
  )
  check(
    [
      ['30', '20000 (亩)'],
      ['9407㎡', '9407 ㎡ unit_differs'],
      ['/', 'blank_word'],
    ],
    'area',
    '亩',
  )
})

test('intensities come to 万元/亩', () => {
  check(
    [
      ['25万元/亩', '25 万元/亩'],
      ['375万元/公顷', '25 万元/公顷'],
      ['25', '25 (万元/亩) default_unit'],
      ['30亩', 'unit_mismatch'],
    ],
    'perMu',
  )
  check([['375', '25 (万元/公顷)']], 'perMu', '万元/公顷')
  check([['300', '20 (元/㎡)']], 'perMu', '元/㎡')
})

test('percentages come to ratios, and doubtful ones say so', () => {
  check(
    [
      ['85%', '0.85 %'],
      ['85％', '0.85 %'],
      ['0.85', '0.85 ()'],
      ['85', '0.85 (%) unit_doubtful'],
      ['百分之八十五', '0.85 %'],
      ['八成', '0.8 %'],
      ['132.1%', '1.321 %'],
      ['-3.5%', '-0.035 % negative'],
      ['5‰', '0.005 ‰'],
      ['5亿', 'unit_mismatch'],
      ['已完成', 'not_a_number'],
    ],
    'percent',
  )
  check(
    [
      ['85', '0.85 (%)'],
      ['0.85', '0.0085 (%) unit_doubtful'],
      ['85%', '0.85 %'],
    ],
    'percent',
    '%',
  )
})

test('plain numbers may be counted', () => {
  check(
    [
      ['18', '18 ()'],
      ['18个', '18 ()'],
      ['1,200人', '1200 ()'],
      ['3万', '30000 ()'],
      ['70年', '70 ()'],
      ['18只猫', 'not_a_number'],
    ],
    'number',
  )
})

test('the unit of a header or title line', () => {
  const cases: [string, AmountUnit | undefined][] = [
    ['总投资（亿元）', '亿元'],
    ['总投资\n(万元)', '万元'],
    ['总投资（亿）', '亿元'],
    ['总投资(人民币万元)', '万元'],
    ['总投资/亿元', '亿元'],
    ['总投资亿元', '亿元'],
    ['总投资：亿元', '亿元'],
    ['外资（万美元）', '万美元'],
    ['外资（万美金）', '万美元'],
    ['单位：万元', '万元'],
    ['金额单位:亿元', '亿元'],
    ['（单位：万元、亩）', '万元'],
    ['单位：亿元  2022年3月', '亿元'],
    ['填报单位：市北兵团', undefined],
    ['填报单位：市北兵团   单位：万元', '万元'],
    ['投资强度（万元/亩）', '万元/亩'],
    ['亩均税收(万元/亩)', '万元/亩'],
    ['用地（亩）', '亩'],
    ['用地(亩)/厂房(㎡)', undefined],
    ['面积（万平方米）', '万㎡'],
    ['完成率（％）', '%'],
    ['达产税收（万元/年）', '万元'],
    ['1亿元以上项目数（个）', undefined],
    ['10亿元', undefined],
    ['责任单位', undefined],
    ['项目名称', undefined],
    ['', undefined],
  ]
  for (const [header, expected] of cases) assert.equal(unitInHeader(header), expected, header)
  assert.equal(parseUnit('万元'), '万元')
  assert.equal(parseUnit('石'), undefined)
})

const units = fc.constantFrom<AmountUnit>('元', '千元', '万元', '百万元', '千万元', '亿元')
const numbers = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.integer({ min: 0, max: 4 }))
  .map(([n, s]) => parseDecimal(`${n}e-${s}`) ?? '1')

test('an amount is the same with its unit in the cell or in the header, and however it is decorated', () => {
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  const grouped = (text: string) => {
    const [whole = '', fraction] = text.split('.')
    return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
  }
  fc.assert(
    fc.property(numbers, units, (number, unit) => {
      const plain = parseAmount(`${number}${unit}`, { column: 'money' })
      assert.ok(plain.ok, `${number}${unit}`)
      const inHeader = parseAmount(number, { column: 'money', headerUnit: unit })
      assert.ok(inHeader.ok && inHeader.value === plain.value)
      for (const text of [wide(number), grouped(number), ` ${number} `, wide(grouped(number))]) {
        const other = parseAmount(`${text}${unit}`, { column: 'money' })
        assert.ok(other.ok && other.value === plain.value, text)
      }
      const power = { 元: -4, 千元: -1, 万元: 0, 百万元: 2, 千万元: 3, 亿元: 4 }[unit as '元']
      assert.equal(plain.value, multiplyDecimal(number, `1e${power}`))
    }),
  )
})

test('never throws, and never loses a doubt word', () => {
  const parts = fc.constantFrom(
    ...'0123456789.,-+()（）约余亿万元美欧亩%/~一二三十千百点年月其中含。 eEw',
    '左右',
    '平方米',
    '以上',
    '美元',
    '\n',
  )
  const texts = fc.array(parts, { maxLength: 12 }).map((list) => list.join(''))
  const columns = fc.constantFrom<AmountColumn>('money', 'foreign', 'area', 'perMu', 'number', 'percent')
  fc.assert(
    fc.property(texts, columns, (text, column) => {
      const reading = parseAmount(text, { column })
      if (!reading.ok) return
      assert.match(reading.value, /^-?\d+(\.\d+)?$/)
      if (/约|左右|余/.test(text))
        assert.ok(
          reading.flags.some((flag) => /approx|note|part/.test(flag)),
          text,
        )
      if (/以上/.test(text))
        assert.ok(
          reading.flags.some((flag) => /bound|note|part/.test(flag)),
          text,
        )
      const numbers = text.match(/\d+/g)?.length ?? 0
      if (numbers === 0) assert.match(text, /[一二三十百千]/)
    }),
    { numRuns: 20_000 },
  )
})

test('units in English headers', () => {
  const cases: [string, string | undefined][] = [
    ['Total investment (CNY 100m)', '亿元'],
    ['Tax (CNY 10k)', '万元'],
    ['Foreign capital (USD 10k)', '万美元'],
    ['Land (mu)', '亩'],
    ['Investment (USD million)', '百万美元'],
    ['Output (RMB bn)', '十亿元'],
    ['Communication', undefined],
  ]
  for (const [header, unit] of cases) assert.equal(unitInHeader(header), unit, header)
})
