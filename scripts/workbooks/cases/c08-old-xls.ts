import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import type { OfficeCell } from '../office-xlsx/model.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

const day = (value: number): OfficeCell => ({ value, format: 'yyyy/m/d' })
const month = (value: number): OfficeCell => ({ value, format: 'yyyy"年"m"月"' })

const sheet = new CaseSheet('重点项目')
sheet.above('2022年重点项目计划表')
sheet.above(
  '序号',
  '项目名称',
  '项目代码',
  '建设单位',
  '投资（亿元）',
  null,
  '所属兵团',
  '阶段',
  '开工时间',
  '计划竣工时间',
  '年度计划投资（万元）',
  '1-2月完成\n（万元）',
  '存在问题',
)
sheet.above(null, null, null, null, '总投资', '其中固投')
sheet.data(
  [
    1,
    '弘毅电梯部件未来工厂',
    '2105-330109-04-01-111222',
    '杭州弘毅电梯部件有限公司',
    2.15,
    1.6,
    '桥南',
    '续建',
    day(44470),
    month(45078),
    8000,
    1250,
    '桩基进度偏慢',
  ],
  {
    name: '弘毅电梯部件未来工厂',
    code: '2105-330109-04-01-111222',
    investor: '杭州弘毅电梯部件有限公司',
    totalInvestment: '21500',
    fixedAssetInvestment: '16000',
    corps: '桥南兵团',
    stage: 'underConstruction',
    'started.actual': '2021-10-01',
    'completed.plan': '2023-06',
    annualPlan: '8000',
    yearDone: '1250',
    problem: '桩基进度偏慢',
  },
)
sheet.data(
  [
    2,
    '守真中药提取物项目',
    '2019-330109-27-03-045678',
    '浙江守真药业有限公司',
    1.0005,
    0.75,
    '三江',
    '投产',
    day(43831),
    month(44348),
    null,
    null,
    null,
  ],
  {
    name: '守真中药提取物项目',
    code: '2019-330109-27-03-045678',
    investor: '浙江守真药业有限公司',
    totalInvestment: '10005',
    fixedAssetInvestment: '7500',
    corps: '三江创智新城兵团',
    stage: 'inProduction',
    'started.actual': '2020-01-01',
    'completed.plan': '2021-06',
  },
)
sheet.data(
  [
    3,
    '博雅国际社区配套',
    null,
    '博雅置业有限公司',
    12,
    8.4,
    '科技城',
    '供地',
    null,
    month(45261),
    15000,
    0,
    '待规划调整',
  ],
  {
    name: '博雅国际社区配套',
    investor: '博雅置业有限公司',
    totalInvestment: '120000',
    fixedAssetInvestment: '84000',
    corps: '科技城兵团',
    stage: 'landSupplied',
    'completed.plan': '2023-12',
    annualPlan: '15000',
    yearDone: '0',
    problem: '待规划调整',
  },
)
sheet.aside(
  'subtotal',
  null,
  '合 计',
  null,
  null,
  { formula: 'SUM(E4:E6)', value: 15.1505 },
  { formula: 'SUM(F4:F6)', value: 10.75 },
  null,
  null,
  null,
  null,
  { formula: 'SUM(K4:K6)', value: 23000 },
  { formula: 'SUM(L4:L6)', value: 1250 },
)

export const oldXls: Case = {
  name: '08-old.xls',
  bytes: () =>
    throughSheetJs(
      {
        savedAt: [2022, 2, 28],
        sheets: [
          sheet.sheet({
            merges: [
              'A1:M1',
              'A2:A3',
              'B2:B3',
              'C2:C3',
              'D2:D3',
              'E2:F2',
              'G2:G3',
              'H2:H3',
              'I2:I3',
              'J2:J3',
              'K2:K3',
              'L2:L3',
              'M2:M3',
            ],
          }),
        ],
      },
      'biff8',
    ),
  expected: expectedOf('Excel 97–2003 的 .xls（BIFF8），简称的兵团，新旧两种项目代码，“1-2月完成”', [sheet]),
}
