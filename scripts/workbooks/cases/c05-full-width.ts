import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

const sheet = new CaseSheet('Sheet1')
sheet.above(
  '序　号',
  '项 目 名 称',
  '项目代码',
  '总 投 资（万元）',
  '用地面积（亩）',
  '当前阶段',
  '落户兵团',
  '计划开工',
)
sheet.data(
  [
    '１',
    '　云岭智能传感项目　',
    '２２０２－３３０１０９－０４－０１－１２３４５６',
    '１２，５００',
    '３０',
    '签约 ',
    '市北兵团',
    '２０２２年３月',
  ],
  {
    name: '云岭智能传感项目',
    code: '2202-330109-04-01-123456',
    totalInvestment: '12500',
    landArea: '20000',
    stage: 'signed',
    corps: '市北兵团',
    'started.plan': '2022-03',
  },
)
sheet.data(
  [
    '２',
    '雪原冷链装备项目',
    '2108-330109-04-01-654321 ',
    '３，２００．５０',
    '45.6',
    '　在建',
    '桥南兵团 ',
    '２０２１．０９',
  ],
  {
    name: '雪原冷链装备项目',
    code: '2108-330109-04-01-654321',
    totalInvestment: '3200.5',
    landArea: '30400',
    stage: 'underConstruction',
    corps: '桥南兵团',
    'started.plan': '2021-09',
  },
)
sheet.data(
  [
    '3',
    '海角储能柜项目',
    '2110－330109－04－02－000123',
    '8,000',
    '１２．００',
    '已开工',
    ' 三江创智新城兵团',
    '2021/10/08',
  ],
  {
    name: '海角储能柜项目',
    code: '2110-330109-04-02-000123',
    totalInvestment: '8000',
    landArea: '8000',
    stage: 'started',
    corps: '三江创智新城兵团',
    'started.plan': '2021-10-08',
  },
)
sheet.data(['4', '沙洲纤维助剂项目', null, '１．５亿', '—', '在谈', '绿色智造产业新城兵团', '－'], {
  name: '沙洲纤维助剂项目',
  totalInvestment: '15000',
  stage: 'negotiating',
  corps: '绿色智造产业新城兵团',
})
sheet.data(['5', '石桥算力调度中心', null, '两亿五千万', null, '对接', '市北兵团', null], {
  name: '石桥算力调度中心',
  totalInvestment: '25000',
  stage: 'engaged',
  corps: '市北兵团',
})
sheet.data(['6', '木屋人才公寓项目', null, '85,000,000元', null, '签约', '科技城兵团', null], {
  name: '木屋人才公寓项目',
  totalInvestment: '8500',
  stage: 'signed',
  corps: '科技城兵团',
})
sheet.data(['7', '草坪体育科技中心', null, '12 500', null, '线索', '科技城兵团', null], {
  name: '草坪体育科技中心',
  totalInvestment: '12500',
  stage: 'lead',
  corps: '科技城兵团',
})
sheet.data(
  ['8', '花径动漫工坊', null, '1.2.3', null, '线索', '三江创智新城兵团', null],
  { name: '花径动漫工坊', stage: 'lead', corps: '三江创智新城兵团' },
  { D: 'not_an_amount' },
)
sheet.data(
  ['9', '泉眼水务装备项目', '2022-01', '6000', null, '前期', '江东兵团', null],
  { name: '泉眼水务装备项目', totalInvestment: '6000', code: '2022-01' },
  { C: 'doubtful_code', F: 'unknown_choice', G: 'unknown_corps' },
)

export const fullWidth: Case = {
  name: '05-full-width.xlsx',
  bytes: () => throughSheetJs({ savedAt: [2022, 2, 28], sheets: [sheet.sheet()] }, 'xlsx'),
  expected: expectedOf('全部是文本：全角数字和标点、中文逗号、空格、汉字数', [sheet]),
}
