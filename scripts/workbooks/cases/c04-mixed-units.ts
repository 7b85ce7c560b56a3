import { type Case, CaseSheet, expectedOf, type Issues } from '../case-sheet.ts'
import type { CellValue } from '../office-xlsx/model.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

const sheet = new CaseSheet('在谈项目')
sheet.above('在谈项目摸排表')
sheet.above(
  '序号',
  '项目名称',
  '总投资（亿元）',
  '固定资产投资（万元）',
  '合同外资（万美元）',
  '用地（亩）',
  '达产税收（万元）',
)

let number = 0
/** Each row has one amount that is written otherwise than its header says. */
const line = (
  column: 'C' | 'D' | 'E' | 'F' | 'G',
  written: CellValue,
  taken: string | undefined,
  issues: Issues = {},
) => {
  number++
  const name = `摸排${String(number).padStart(2, '0')}号智能制造项目`
  const cells: CellValue[] = [number, name, null, null, null, null, null]
  cells['ABCDEFG'.indexOf(column)] = written
  const field = {
    C: 'totalInvestment',
    D: 'fixedAssetInvestment',
    E: 'foreignCapital',
    F: 'landArea',
    G: 'expectedTax',
  }[column]
  sheet.data(cells, { name, ...(taken === undefined ? {} : { [field]: taken }) }, issues)
}

line('C', 1.2, '12000')
line('C', 5, '50000')
line('C', 0.35, '3500')
line('C', '3000万', '3000')
line('C', '2.5亿', '25000')
line('C', '8000万元', '8000')
line('C', '人民币1.5亿元', '15000')
line('C', '1亿2000万元', '12000')
line('C', '约5亿', '50000', { C: 'approximate_amount' })
line('C', '近10亿元', '100000', { C: 'approximate_amount' })
line('C', '3亿以上', '30000', { C: 'approximate_amount' })
line('C', '≥2亿元', '20000', { C: 'approximate_amount' })
line('C', '5-8亿元', undefined, { C: 'amount_range' })
line('C', '3～5', undefined, { C: 'amount_range' })
line('C', '1000万美元', undefined, { C: 'wrong_currency' })
line('C', 52000, undefined, { C: 'unit_doubtful' })
line('C', '一期2亿元，二期3亿元', undefined, { C: 'not_an_amount' })
line('C', '面议', undefined, { C: 'not_an_amount' })
line('C', '待定', undefined, { C: 'undecided' })
line('C', '/', undefined)
line('C', '—', undefined)
line('D', 12000, '12000')
line('D', '1.2亿', '12000')
line('D', '0.35亿元', '3500')
line('D', '约3000', '3000', { D: 'approximate_amount' })
line('D', '12000万元', '12000')
line('E', 3000, '3000')
line('E', '1.2亿美元', '12000')
line('E', '2000万美元', '2000')
line('E', '500万欧元', undefined, { E: 'wrong_currency' })
line('E', '8000万元人民币', undefined, { E: 'wrong_currency' })
line('E', '港币6000万元', undefined, { E: 'wrong_currency' })
line('F', 48, '32000')
line('F', '30亩', '20000')
line('F', '2公顷', '20000')
line('F', '15000㎡', '15000')
line('F', '12000平方米', '12000')
line('F', '约45亩', '30000', { F: 'approximate_amount' })
line('F', '50-60亩', undefined, { F: 'amount_range' })
line('F', '租赁', undefined, { F: 'not_an_amount' })
line('G', '1500万元/年', '1500')
line('G', '0.2亿', '2000')

export const mixedUnits: Case = {
  name: '04-mixed-units.xlsx',
  bytes: () =>
    throughSheetJs({ savedAt: [2022, 2, 28], sheets: [sheet.sheet({ merges: ['A1:G1'] })] }, 'xlsx'),
  expected: expectedOf('一列里亿、万、美元混写，有约数、区间和不是数的话', [sheet]),
}
