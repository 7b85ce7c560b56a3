import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

const sheet = new CaseSheet('作战图底表')
sheet.above('作战图项目底表')
const header = () => [
  ['序号', '基本信息', null, null, '投资情况', null, null, null, '责任落实', null, '推进情况', null, null],
  [
    null,
    '项目名称',
    '投资方',
    '落户兵团',
    '规模（万元）',
    null,
    '2022年投资（万元）',
    null,
    '牵头领导',
    '项目管家',
    '时间',
    null,
    '存在问题',
  ],
  [
    null,
    null,
    null,
    null,
    '总投资',
    '固投',
    '年度计划',
    '本年累计',
    null,
    null,
    '计划开工',
    '计划竣工',
    null,
  ],
]
for (const cells of header()) sheet.above(...cells)
const merges = ['A1:M1']
const headerMerges = (top: number) =>
  merges.push(
    `A${top}:A${top + 2}`,
    `B${top}:D${top}`,
    `E${top}:H${top}`,
    `I${top}:J${top}`,
    `K${top}:M${top}`,
    ...['B', 'C', 'D', 'I', 'J', 'M'].map((letter) => `${letter}${top + 1}:${letter}${top + 2}`),
    `E${top + 1}:F${top + 1}`,
    `G${top + 1}:H${top + 1}`,
    `K${top + 1}:L${top + 1}`,
  )
headerMerges(2)

// One investor and one corps over two projects; row 5 and 6.
sheet.data(
  [
    1,
    '海棠锦纶切片项目',
    '浙江海棠高新纤维有限公司',
    '绿色智造产业新城兵团',
    80000,
    60000,
    20000,
    1500,
    '甲某',
    '乙某',
    '2022.04',
    '2024.03',
    '变电容量不足',
  ],
  {
    name: '海棠锦纶切片项目',
    investor: '浙江海棠高新纤维有限公司',
    corps: '绿色智造产业新城兵团',
    totalInvestment: '80000',
    fixedAssetInvestment: '60000',
    annualPlan: '20000',
    yearDone: '1500',
    leadOfficial: '甲某',
    officer: '乙某',
    'started.plan': '2022-04',
    'completed.plan': '2024-03',
    problem: '变电容量不足',
  },
)
sheet.data(
  [2, '海棠功能面料项目', null, null, 30000, 21000, 6000, 300, null, '乙某', '2022.06', '2023.12', null],
  {
    name: '海棠功能面料项目',
    investor: '浙江海棠高新纤维有限公司',
    corps: '绿色智造产业新城兵团',
    totalInvestment: '30000',
    fixedAssetInvestment: '21000',
    annualPlan: '6000',
    yearDone: '300',
    leadOfficial: '甲某',
    officer: '乙某',
    'started.plan': '2022-06',
    'completed.plan': '2023-12',
  },
  { C: 'merged_cell', D: 'merged_cell', I: 'merged_cell' },
)
merges.push('C5:C6', 'D5:D6', 'I5:I6')
// One amount over two projects cannot be given to either.
sheet.data(
  [
    3,
    '紫藤重组蛋白一期',
    '杭州紫藤生物医药有限公司',
    '三江创智新城兵团',
    50000,
    18000,
    5000,
    800,
    '丙某',
    '丁某',
    '2021.10',
    '2023.06',
    null,
  ],
  {
    name: '紫藤重组蛋白一期',
    investor: '杭州紫藤生物医药有限公司',
    corps: '三江创智新城兵团',
    fixedAssetInvestment: '18000',
    annualPlan: '5000',
    yearDone: '800',
    leadOfficial: '丙某',
    officer: '丁某',
    'started.plan': '2021-10',
    'completed.plan': '2023-06',
  },
  { E: ['merged_cell', 'question'] },
)
sheet.data(
  [
    4,
    '紫藤重组蛋白二期',
    '杭州紫藤生物医药有限公司',
    '三江创智新城兵团',
    null,
    15000,
    0,
    0,
    '丙某',
    '丁某',
    '2022.10',
    '2024.12',
    null,
  ],
  {
    name: '紫藤重组蛋白二期',
    investor: '杭州紫藤生物医药有限公司',
    corps: '三江创智新城兵团',
    fixedAssetInvestment: '15000',
    annualPlan: '0',
    yearDone: '0',
    leadOfficial: '丙某',
    officer: '丁某',
    'started.plan': '2022-10',
    'completed.plan': '2024-12',
  },
)
merges.push('E7:E8')
// The second printed page.
for (const cells of header()) sheet.aside('header', ...cells)
headerMerges(9)
sheet.data(
  [
    5,
    '银杏热管理系统项目',
    '杭州银杏汽车科技有限公司',
    '桥南兵团',
    22000,
    15400,
    4000,
    600,
    '戊某',
    '己某',
    '2021.07',
    '2022.12',
    null,
  ],
  {
    name: '银杏热管理系统项目',
    investor: '杭州银杏汽车科技有限公司',
    corps: '桥南兵团',
    totalInvestment: '22000',
    fixedAssetInvestment: '15400',
    annualPlan: '4000',
    yearDone: '600',
    leadOfficial: '戊某',
    officer: '己某',
    'started.plan': '2021-07',
    'completed.plan': '2022-12',
  },
)
sheet.aside('note', '①海棠两个项目同属一家企业，统一调度；')
merges.push('A13:M13')
sheet.aside('note', '②紫藤一、二期总投资合计5亿元，未分期。')
merges.push('A14:M14')

export const threeRowHeader: Case = {
  name: '11-three-row-header.xlsx',
  bytes: () => throughSheetJs({ savedAt: [2022, 2, 28], sheets: [sheet.sheet({ merges })] }, 'xlsx'),
  expected: expectedOf('三行表头、竖向合并的值、每页重复的表头、脚注', [sheet]),
}
