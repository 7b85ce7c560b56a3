import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { officeXlsx } from '../office-xlsx/package.ts'

const sheet = new CaseSheet('Sheet1')
sheet.above('招商项目信息登记表')
sheet.above()
sheet.above(
  '序号',
  '项目名称',
  '投资企业',
  '所属产业链',
  '总投资\n(亿元)',
  '首报单位',
  '责任兵团',
  '项目管家',
  '推进阶段',
  '最新进展',
)
sheet.data(
  [
    1,
    '白帆低空无人机研究院',
    '白帆航空科技有限公司',
    '未来产业',
    0.6,
    '招商局',
    '科技城兵团',
    '甲某某',
    '盯引',
    '2月18日赴企业拜访 & 邀请来访',
  ],
  {
    name: '白帆低空无人机研究院',
    investor: '白帆航空科技有限公司',
    chain: '未来产业',
    totalInvestment: '6000',
    firstContactUnit: '招商局',
    corps: '科技城兵团',
    officer: '甲某某',
    stage: 'engaged',
    progress: '2月18日赴企业拜访 & 邀请来访',
  },
)
sheet.above()
sheet.data(
  [
    2,
    '青瓦体外诊断“独角兽”总部',
    null,
    '生物医药',
    3.05,
    '驻上海招商组',
    '三江创智新城兵团',
    '乙某某',
    '洽谈',
    '需求<层高6米>',
  ],
  {
    name: '青瓦体外诊断“独角兽”总部',
    chain: '生物医药',
    totalInvestment: '30500',
    firstContactUnit: '驻上海招商组',
    corps: '三江创智新城兵团',
    officer: '乙某某',
    stage: 'negotiating',
    progress: '需求<层高6米>',
  },
)
sheet.data(
  [3, '红砖工业互联网平台', '红砖网络科技有限公司', '平台经济', 1, null, '市北兵团', null, '拟签约', null],
  {
    name: '红砖工业互联网平台',
    investor: '红砖网络科技有限公司',
    chain: '平台经济',
    totalInvestment: '10000',
    corps: '市北兵团',
    stage: 'underReview',
  },
)

export const wps: Case = {
  name: '09-wps.xlsx',
  bytes: () =>
    officeXlsx({
      savedAt: [2022, 2, 28],
      quirks: {
        application: 'WPS Office_11.1.0.11365_F1E327BC-269C-435d-A152-05C5408002CA',
        applicationVersion: '',
        prefix: 'x',
        bare: true,
        absoluteTargets: true,
      },
      sheets: [sheet.sheet({ merges: ['A1:J1'], widths: [6, 30, 24, 12, 10, 14, 20, 10, 10, 30] })],
    }),
  expected: expectedOf(
    'WPS 等办公软件的写法：行和单元格没有 r 属性、带前缀的命名空间、从根写起的路径；中间空一行',
    [sheet],
  ),
}
