import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { type OfficeCell, serial } from '../office-xlsx/model.ts'
import { officeXlsx } from '../office-xlsx/package.ts'
import { savedByLibreOffice } from '../through-libreoffice.ts'

const day = (text: string): OfficeCell => ({ value: serial(text), format: 'yyyy-mm-dd' })

const sheet = new CaseSheet('在建项目月报')
sheet.above('在建项目月报')
sheet.above('截止2022年2月28日')
sheet.above(
  '序号',
  '项目名称',
  '业主单位',
  '总投资（万元）',
  '年度投资计划（万元）',
  '本月完成投资（万元）',
  '本年累计（万元）',
  '完成率',
  '开工日期',
  '拟竣工时间',
  '红黄绿灯',
  '目前进展',
  '下一步工作',
)
sheet.data(
  [
    1,
    '晨钟再生聚酯项目',
    '浙江晨钟循环材料有限公司',
    56000,
    20000,
    1500,
    2800,
    { formula: 'G4/E4', value: 0.14, format: '0.0%' },
    day('2021-05-18'),
    '2023年3月',
    '绿',
    '三层楼板浇筑',
    '3月底结顶',
  ],
  {
    name: '晨钟再生聚酯项目',
    investor: '浙江晨钟循环材料有限公司',
    totalInvestment: '56000',
    annualPlan: '20000',
    monthDone: '1500',
    yearDone: '2800',
    'started.actual': '2021-05-18',
    'completed.plan': '2023-03',
    light: 'green',
    progress: '三层楼板浇筑',
    nextStep: '3月底结顶',
  },
)
sheet.data(
  [
    2,
    '暮鼓光学膜扩建项目',
    '浙江暮鼓新材料有限公司',
    18000,
    6000,
    0,
    200,
    { formula: 'G5/E5', value: 0.0333333333333333, format: '0.0%' },
    day('2021-11-02'),
    '2022年12月',
    '红',
    { value: '总包单位更换\n停工待料' },
    '约谈总包',
  ],
  {
    name: '暮鼓光学膜扩建项目',
    investor: '浙江暮鼓新材料有限公司',
    totalInvestment: '18000',
    annualPlan: '6000',
    monthDone: '0',
    yearDone: '200',
    'started.actual': '2021-11-02',
    'completed.plan': '2022-12',
    light: 'red',
    progress: '总包单位更换\n停工待料',
    nextStep: '约谈总包',
  },
)
sheet.data(
  [
    3,
    '晓风储能电池壳体项目',
    '浙江晓风精密制造有限公司',
    9800.5,
    3000,
    260,
    520,
    { formula: 'G6/E6', value: 0.173333333333333, format: '0.0%' },
    day('2021-09-30'),
    '2022年四季度',
    '黄',
    '设备安装',
    null,
  ],
  {
    name: '晓风储能电池壳体项目',
    investor: '浙江晓风精密制造有限公司',
    totalInvestment: '9800.5',
    annualPlan: '3000',
    monthDone: '260',
    yearDone: '520',
    'started.actual': '2021-09-30',
    'completed.plan': '2022-Q4',
    light: 'yellow',
    progress: '设备安装',
  },
)
sheet.aside(
  'subtotal',
  '合计',
  null,
  null,
  { formula: 'SUM(D4:D6)', value: 83800.5 },
  { formula: 'SUM(E4:E6)', value: 29000 },
  { formula: 'SUM(F4:F6)', value: 1760 },
  { formula: 'SUM(G4:G6)', value: 3520 },
)

const book = async () =>
  officeXlsx({ savedAt: [2022, 2, 28], sheets: [sheet.sheet({ merges: ['A1:M1', 'A2:M2', 'A7:C7'] })] })

export const libreOffice: Case = {
  name: '09-libreoffice.xlsx',
  bytes: async () => savedByLibreOffice(await book(), '09-libreoffice.xlsx'),
  expected: expectedOf('由 LibreOffice 另存的文件', [sheet]),
}
