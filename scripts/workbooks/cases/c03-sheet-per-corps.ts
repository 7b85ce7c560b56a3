import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import type { OfficeSheet } from '../office-xlsx/model.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

const cover: OfficeSheet = {
  name: '封面',
  rows: [
    undefined,
    undefined,
    { cells: [null, null, '开发区招商项目月报'] },
    undefined,
    { cells: [null, null, '（2022年2月）'] },
    undefined,
    { cells: [null, null, '招商局编印'] },
  ],
}
const help: OfficeSheet = {
  name: '说明',
  rows: [
    '填表说明',
    '1.项目名称：填写备案名称或拟用名称。',
    '2.总投资：单位亿元，保留四位小数。',
    '3.当前阶段：线索、对接、在谈、评审、签约、落地……',
  ].map((text) => ({ cells: [text] })),
}
const old: OfficeSheet = {
  name: '上月(勿删)',
  hidden: true,
  rows: [
    { cells: ['序号', '项目名称', '投资方', '总投资（亿元）', '当前阶段'] },
    { cells: [1, '旧表项目（已作废）', '某公司', 9, '在谈'] },
  ],
}

const shibei = new CaseSheet('市北')
shibei.above('市北兵团项目月报')
shibei.above('序号', '项目名称', '投资方', '总投资（亿元）', '当前阶段', '签约时间')
shibei.data([1, '子规数据交易平台', '杭州子规数据科技有限公司', 1.5, '签约', '2022年1月'], {
  name: '子规数据交易平台',
  investor: '杭州子规数据科技有限公司',
  totalInvestment: '15000',
  stage: 'signed',
  'signed.actual': '2022-01',
  corps: '市北兵团',
})
shibei.data([2, '丑牛智慧物流总部', '丑牛供应链有限公司', 3, '在谈', null], {
  name: '丑牛智慧物流总部',
  investor: '丑牛供应链有限公司',
  totalInvestment: '30000',
  stage: 'negotiating',
  corps: '市北兵团',
})

// The columns of this corps stand in another order.
const qiaonan = new CaseSheet('桥南')
qiaonan.above('桥南兵团项目月报')
qiaonan.above('序号', '当前阶段', '项目名称', '总投资（亿元）', '签约时间', '投资方')
qiaonan.data([1, '开工', '寅虎减速器柔性工厂', 2.2, '2021年6月', '杭州寅虎传动有限公司'], {
  name: '寅虎减速器柔性工厂',
  investor: '杭州寅虎传动有限公司',
  totalInvestment: '22000',
  stage: 'started',
  'signed.actual': '2021-06',
  corps: '桥南兵团',
})
qiaonan.data([2, '落地', '卯兔医疗影像设备项目', 0.8, '2021年11月', '杭州卯兔医疗科技有限公司'], {
  name: '卯兔医疗影像设备项目',
  investor: '杭州卯兔医疗科技有限公司',
  totalInvestment: '8000',
  stage: 'landed',
  'signed.actual': '2021-11',
  corps: '桥南兵团',
})

const kejicheng = new CaseSheet('科技城')
kejicheng.above('科技城兵团项目月报')
kejicheng.above('序号', '项目名称', '投资方', '总投资（亿元）', '当前阶段', '签约时间')
kejicheng.data([1, '辰星毫米波雷达中试基地', '杭州辰星微电子有限公司', 1.05, '在建', '2020年8月'], {
  name: '辰星毫米波雷达中试基地',
  investor: '杭州辰星微电子有限公司',
  totalInvestment: '10500',
  stage: 'underConstruction',
  'signed.actual': '2020-08',
  corps: '科技城兵团',
})

const lvzhi = new CaseSheet('绿色智造')
lvzhi.above('绿色智造产业新城兵团项目月报')
// Here the amounts are in 万元.
lvzhi.above('序号', '项目名称', '投资方', '总投资（万元）', '当前阶段', '签约时间')
lvzhi.data([1, '巳火电子化学品项目', '浙江巳火化学材料有限公司', 26000, '供地', '2021年3月'], {
  name: '巳火电子化学品项目',
  investor: '浙江巳火化学材料有限公司',
  totalInvestment: '26000',
  stage: 'landSupplied',
  'signed.actual': '2021-03',
  corps: '绿色智造产业新城兵团',
})
const sanjiang = new CaseSheet('三江')
sanjiang.above('三江创智新城兵团项目月报')
sanjiang.above('序号', '项目名称', '投资方', '总投资（亿元）', '当前阶段', '签约时间')
sanjiang.aside('note', '本月无新增项目')

const used = [shibei, qiaonan, kejicheng, lvzhi, sanjiang]
export const sheetPerCorps: Case = {
  name: '03-sheet-per-corps.xlsx',
  bytes: () =>
    throughSheetJs(
      {
        savedAt: [2022, 2, 28],
        sheets: [cover, help, ...used.map((sheet) => sheet.sheet({ merges: ['A1:F1'] })), old],
      },
      'xlsx',
    ),
  expected: expectedOf('一兵团一表，另有封面、说明和隐藏的旧表；兵团只见于表名，各表列序和单位不同', used, {
    unusedSheets: ['封面', '说明', '上月(勿删)'],
  }),
}
