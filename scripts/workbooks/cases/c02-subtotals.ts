import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { officeXlsx } from '../office-xlsx/package.ts'

const sheet = new CaseSheet('项目清单')
const sum = (formula: string, value: number) => ({ formula, value })
const row = (name: string, investor: string, total: string, done: string, stage: string, corps: string) => ({
  name,
  investor,
  totalInvestment: total,
  yearDone: done,
  stage,
  corps,
})

sheet.above('2022年2月产业项目清单')
sheet.above('序号', '项目名称', '投资方', '总投资（亿元）', '本年累计完成（万元）', '当前阶段', '落户兵团')
sheet.aside('subtotal', null, '合计（7个）', null, sum('D5+D9+D13', 39.05), sum('E5+E9+E13', 9380))
sheet.aside('section', '一、市北兵团')
sheet.aside('subtotal', null, '小计', null, sum('SUM(D6:D7)', 6.3), sum('SUM(E6:E7)', 1180))
sheet.data(
  [1, '戊林供应链协同平台', '杭州戊林数字科技有限公司', 1.3, 380, '在建', '市北兵团'],
  row('戊林供应链协同平台', '杭州戊林数字科技有限公司', '13000', '380', 'underConstruction', '市北兵团'),
)
sheet.data(
  [2, '己言工业仿真软件总部', '杭州己言软件有限公司', 5, 800, '开工', '市北兵团'],
  row('己言工业仿真软件总部', '杭州己言软件有限公司', '50000', '800', 'started', '市北兵团'),
)
sheet.aside('section', '二、桥南兵团（三个）')
sheet.aside('subtotal', null, '小  计', null, sum('SUM(D10:D12)', 8.75), sum('SUM(E10:E12)', 3200))
sheet.data(
  [1, '庚石伺服电机智能工厂', '杭州庚石自动化有限公司', 3.25, 1200, '在建', '桥南兵团'],
  row('庚石伺服电机智能工厂', '杭州庚石自动化有限公司', '32500', '1200', 'underConstruction', '桥南兵团'),
)
// A project whose name begins like a total: it has a number, an investor and a stage.
sheet.data(
  [2, '总计科技（杭州）研发中心', '总计科技有限公司', 2, 2000, '投产', '桥南兵团'],
  row('总计科技（杭州）研发中心', '总计科技有限公司', '20000', '2000', 'inProduction', '桥南兵团'),
)
sheet.data(
  [3, '辛夷精密模具技改', '杭州辛夷模具有限公司', 3.5, 0, '供地', '桥南兵团'],
  row('辛夷精密模具技改', '杭州辛夷模具有限公司', '35000', '0', 'landSupplied', '桥南兵团'),
)
sheet.aside(
  'subtotal',
  '三、绿色智造产业新城兵团小计',
  null,
  null,
  sum('SUM(D14:D15)', 24),
  sum('SUM(E14:E15)', 5000),
)
sheet.data(
  [1, '壬水表面活性剂生产基地', '浙江壬水精细化工有限公司', 4, 1000, '在建', '绿色智造产业新城兵团'],
  row(
    '壬水表面活性剂生产基地',
    '浙江壬水精细化工有限公司',
    '40000',
    '1000',
    'underConstruction',
    '绿色智造产业新城兵团',
  ),
)
sheet.data(
  [2, '癸山聚酯薄膜一体化项目', '浙江癸山新材料有限公司', 20, 4000, '在建', '绿色智造产业新城兵团'],
  row(
    '癸山聚酯薄膜一体化项目',
    '浙江癸山新材料有限公司',
    '200000',
    '4000',
    'underConstruction',
    '绿色智造产业新城兵团',
  ),
)
sheet.aside('subtotal', null, '其中：10亿元以上项目1个', null, 20, 4000)
sheet.above()
sheet.aside('note', '注：1.总投资为协议总投资；2.数据截止2022年2月28日。')
sheet.aside('note', '填报人：甲某某　　　　审核人：乙某某　　　　联系电话：略')

export const subtotals: Case = {
  name: '02-subtotals.xlsx',
  bytes: () =>
    officeXlsx({
      savedAt: [2022, 2, 28],
      sheets: [
        sheet.sheet({
          merges: ['A1:G1', 'A4:G4', 'A8:G8', 'A13:C13', 'A18:G18', 'A19:G19'],
          widths: [6, 30, 26, 14, 18, 12, 22],
        }),
      ],
    }),
  expected: expectedOf('合计在最上面，小计在分节标题下面，“其中”行、注和落款在表尾', [sheet]),
}
