import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

const sheet = new CaseSheet('台账')
sheet.above(
  '序号',
  '项目名称',
  '投资方',
  '总投资（亿元）',
  '总投资（万元）',
  '责任人',
  '当前阶段',
  '备注',
  '进展情况',
  '备注',
)
const row = (
  name: string,
  investor: string,
  total: string,
  officer: string,
  stage: string,
  more: Record<string, string>,
) => ({ name, investor, totalInvestment: total, officer, stage, ...more })
// E is hidden: last month's amounts in another unit. F is hidden for print, but the only one of its kind.
sheet.data(
  [
    1,
    '松风车规芯片测试中心',
    '杭州松风微电子有限公司',
    { value: 2.6, note: '李科：上月2.4亿，按投资协议改。' },
    24000,
    '甲某',
    '签约',
    '省重大',
    '正在注册',
    null,
  ],
  row('松风车规芯片测试中心', '杭州松风微电子有限公司', '26000', '甲某', 'signed', {
    note: '省重大',
    progress: '正在注册',
  }),
  { D: 'cell_note' },
)
sheet.data(
  [
    2,
    '竹露医用敷料产业化项目',
    '杭州竹露医疗科技有限公司',
    0.9,
    9000,
    '乙某',
    '在建',
    null,
    '主体结顶',
    '月底现场会',
  ],
  row('竹露医用敷料产业化项目', '杭州竹露医疗科技有限公司', '9000', '乙某', 'underConstruction', {
    progress: '主体结顶',
  }),
  { B: 'hidden_row' },
  true,
)
sheet.data(
  [
    3,
    { value: '荷香数字内容基地', note: '名称待企业确认' },
    '浙江荷香文化科技有限公司',
    1.1,
    11000,
    '丙某',
    { value: '在谈', note: '3月初可能签约' },
    '首谈：三江',
    null,
    null,
  ],
  row('荷香数字内容基地', '浙江荷香文化科技有限公司', '11000', '丙某', 'negotiating', { note: '首谈：三江' }),
  { B: 'cell_note', G: 'cell_note' },
)
sheet.data(
  [4, '梅影精密轴承技改项目', '杭州梅影机电有限公司', 0.5, 5000, '丁某', '投产', null, '产线满负荷', null],
  row('梅影精密轴承技改项目', '杭州梅影机电有限公司', '5000', '丁某', 'inProduction', {
    progress: '产线满负荷',
  }),
  { B: 'hidden_row' },
  true,
)

export const hiddenAndNotes: Case = {
  name: '07-hidden-and-notes.xlsx',
  bytes: () =>
    throughSheetJs(
      { savedAt: [2022, 2, 28], sheets: [sheet.sheet({ hiddenColumns: [4, 5], filter: 'A1:J5' })] },
      'xlsx',
    ),
  expected: expectedOf('批注、隐藏列、重复列、被筛选隐藏的行', [sheet]),
}
