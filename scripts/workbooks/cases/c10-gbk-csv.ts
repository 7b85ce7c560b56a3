import iconv from 'iconv-lite'
import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'

/** A CSV has one sheet, and no name of its own. */
const sheet = new CaseSheet('')
sheet.above('区块项目台账导出')
sheet.above('项目编号', '项目名称', '投资方', '总投资(万元)', '当前阶段', '签约时间', '落户兵团', '项目概况')
sheet.data(
  [
    '2203-330109-04-01-246810',
    '镕铠高速加弹机项目',
    '浙江镕铠智能制造有限公司',
    '12,500',
    '签约',
    '2022/2/8',
    '绿色智造产业新城兵团',
    '购置设备80台，形成年产300台的能力',
  ],
  {
    name: '镕铠高速加弹机项目',
    code: '2203-330109-04-01-246810',
    investor: '浙江镕铠智能制造有限公司',
    totalInvestment: '12500',
    stage: 'signed',
    'signed.actual': '2022-02-08',
    corps: '绿色智造产业新城兵团',
    scope: '购置设备80台，形成年产300台的能力',
  },
)
sheet.data(
  [
    '',
    '堃元“智慧园区”运营总部',
    '堃元科技,分公司',
    '8000',
    '在谈',
    '',
    '市北兵团',
    '租赁载体3000㎡\n三年内团队100人',
  ],
  {
    name: '堃元“智慧园区”运营总部',
    investor: '堃元科技,分公司',
    totalInvestment: '8000',
    stage: 'negotiating',
    corps: '市北兵团',
    scope: '租赁载体3000㎡\n三年内团队100人',
  },
)
sheet.data(
  [
    '2108-330109-04-02-135790',
    '喆思"灵犀"语音交互项目',
    '杭州喆思智能科技有限公司',
    '3500.5',
    '投产',
    '2021-03-15',
    '市北兵团',
    '',
  ],
  {
    name: '喆思"灵犀"语音交互项目',
    code: '2108-330109-04-02-135790',
    investor: '杭州喆思智能科技有限公司',
    totalInvestment: '3500.5',
    stage: 'inProduction',
    'signed.actual': '2021-03-15',
    corps: '市北兵团',
  },
)
sheet.aside('subtotal', '合计', '', '', '24,000.5', '', '', '', '')

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const gbkCsv: Case = {
  name: '10-gbk.csv',
  bytes: () => {
    const lines = sheet.rows.map(({ cells }) =>
      Array.from({ length: 8 }, (_, column) => quoted(String(cells[column] ?? ''))).join(','),
    )
    return iconv.encode(`${lines.join('\r\n')}\r\n\r\n`, 'gbk')
  },
  expected: expectedOf('GBK 编码的 CSV：千分位加引号、单元格内换行、双引号、生僻字、末尾空行', [sheet]),
}
