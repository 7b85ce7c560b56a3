import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { type OfficeCell, serial } from '../office-xlsx/model.ts'
import { officeXlsx } from '../office-xlsx/package.ts'

const day = (text: string, format: string): OfficeCell => ({ value: serial(text, true), format })

const sheet = new CaseSheet('节点')
sheet.above('项目名称', '签约日期', '摘牌日期', '计划开工时间', '总投资（亿元）')
sheet.data(
  [
    '旷野激光装备项目',
    day('2021-06-18', 'yyyy/m/d'),
    day('2021-12-30', 'yyyy-mm-dd'),
    day('2022-04-01', 'yyyy"年"m"月"'),
    1.8,
  ],
  {
    name: '旷野激光装备项目',
    'signed.actual': '2021-06-18',
    'landAwarded.actual': '2021-12-30',
    'started.plan': '2022-04',
    totalInvestment: '18000',
  },
)
sheet.data(
  ['原上草本提取项目', day('2020-02-29', 'm/d/yy'), null, day('2022-09-01', 'yyyy"年"m"月"'), 0.65],
  {
    name: '原上草本提取项目',
    'signed.actual': '2020-02-29',
    'started.plan': '2022-09',
    totalInvestment: '6500',
  },
)

export const mac1904: Case = {
  name: '14-mac-1904.xlsx',
  bytes: () =>
    officeXlsx({
      savedAt: [2022, 2, 28],
      quirks: {
        from1904: true,
        inlineText: true,
        application: 'Microsoft Macintosh Excel',
        applicationVersion: '14.0300',
      },
      sheets: [sheet.sheet()],
    }),
  expected: expectedOf('苹果机旧文件：日期从1904年算起，文字写在单元格里', [sheet]),
}
