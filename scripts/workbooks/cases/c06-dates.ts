import { type Case, CaseSheet, expectedOf, type Issues } from '../case-sheet.ts'
import type { CellValue, OfficeCell } from '../office-xlsx/model.ts'
import { officeXlsx } from '../office-xlsx/package.ts'

const sheet = new CaseSheet('节点计划')
sheet.above('项目节点计划表（2022年2月）')
sheet.above('序号', '项目名称', '签约时间', '计划开工', '实际开工', '计划竣工')

let number = 0
const fields = { C: 'signed.actual', D: 'started.plan', E: 'started.actual', F: 'completed.plan' }
const line = (
  column: keyof typeof fields,
  written: CellValue | OfficeCell,
  taken: string | undefined,
  issues: Issues = {},
) => {
  number++
  const name = `节点${String(number).padStart(2, '0')}号研发中心项目`
  const cells: (CellValue | OfficeCell)[] = [number, name, null, null, null, null]
  cells['ABCDEF'.indexOf(column)] = written
  sheet.data(cells, { name, ...(taken === undefined ? {} : { [fields[column]]: taken }) }, issues)
}
const shown = (value: number, format: string): OfficeCell => ({ value, format })

line('D', '2022.3', '2022-03')
line('D', 2022.3, '2022-03')
line('D', '2022.10', '2022-10')
line('D', 2022.1, undefined, { D: 'ambiguous_date' })
line('D', shown(2022.1, '0.00'), '2022-10')
line('D', '2022.03.15', '2022-03-15')
line('D', '2022年3月', '2022-03')
line('D', '2022年3月5日', '2022-03-05')
line('D', '2022年3月底', '2022-03-T3', { D: 'approximate_date' })
line('D', '2022年3月初', '2022-03-T1', { D: 'approximate_date' })
line('D', '2022年3月中旬', '2022-03-T2')
line('D', '3月上旬', '2022-03-T1', { D: 'year_assumed' })
line('D', '三月下旬', '2022-03-T3', { D: 'year_assumed' })
line('D', '5月', '2022-05', { D: 'year_assumed' })
line('D', 'Q1', '2022-Q1', { D: 'year_assumed' })
line('D', '2022Q3', '2022-Q3')
line('D', '2022年二季度', '2022-Q2')
line('D', '2022年第3季度', '2022-Q3')
line('D', '四季度', '2022-Q4', { D: 'year_assumed' })
line('D', '2022年上半年', '2022-H1')
line('D', '下半年', '2022-H2', { D: 'year_assumed' })
line('D', '2022年', '2022')
line('D', 2023, '2023')
line('D', '2022年内', '2022')
line('F', '2022年底', '2022-12', { F: 'approximate_date' })
line('D', '2022-02-30', undefined, { D: 'no_such_day' })
line('D', shown(44621, 'yyyy/m/d'), '2022-03-01')
line('D', shown(44621, 'yyyy"年"m"月"'), '2022-03')
line('D', shown(44621, 'mmm-yy'), '2022-03')
line('D', shown(44621.604, 'yyyy/m/d h:mm'), '2022-03-01')
line('D', 44621, '2022-03-01', { D: 'serial_text' })
line('D', '44621', '2022-03-01', { D: 'serial_text' })
line('D', '拟2022年6月', '2022-06')
line('D', '预计2022年9月底前', '2022-09-T3', { D: 'approximate_date' })
line('D', '2022/4/15', '2022-04-15')
line('D', '2022-5', '2022-05')
line('D', '2022-3-1 00:00:00', '2022-03-01')
line('D', '20220618', '2022-06-18')
line('D', 20220618, '2022-06-18')
line('D', '22年7月', '2022-07')
line('D', '２０２２年８月', '2022-08')
line('D', '二〇二二年九月', '2022-09')
line('D', '明年3月', '2023-03', { D: 'year_assumed' })
line('D', '2022.3或2022.5', undefined, { D: 'several_dates' })
line('F', '2022年3月-6月', undefined, { F: 'several_dates' })
line('D', '待定', undefined, { D: 'undecided' })
line('D', '尽快', undefined, { D: 'not_a_date' })
line('D', '/', undefined)
line('C', '2021.12.30', '2021-12-30')
line('C', '12月15日', undefined, { C: 'no_year' })
line('C', '拟2022年6月', undefined, { C: 'actual_in_future' })
line('E', shown(44682, 'yyyy/m/d'), undefined, { E: 'actual_in_future' })
line('E', '1月', '2022-01', { E: 'year_assumed' })
line('E', '已开工', undefined, { E: 'not_a_date' })

export const dates: Case = {
  name: '06-dates.xlsx',
  bytes: () =>
    officeXlsx({
      savedAt: [2022, 2, 28],
      sheets: [sheet.sheet({ merges: ['A1:F1'], widths: [6, 28, 18, 22, 18, 18] })],
    }),
  expected: expectedOf('五十余种日期写法，计划列与实际列分开看', [sheet]),
}
