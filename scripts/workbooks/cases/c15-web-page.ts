import iconv from 'iconv-lite'
import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'

/** The system that exported it gave no sheet name. */
const sheet = new CaseSheet('')
sheet.above('投资项目导出')
sheet.above('项目名称', '项目代码', '建设单位', '总投资（万元）', '建设内容', '签约时间')
sheet.data(
  [
    '知更检测仪器项目',
    '2112-330109-04-01-975310',
    '杭州知更仪器有限公司',
    '4,200',
    '年产检测仪器2000台',
    '2021-11-05',
  ],
  {
    name: '知更检测仪器项目',
    code: '2112-330109-04-01-975310',
    investor: '杭州知更仪器有限公司',
    totalInvestment: '4200',
    scope: '年产检测仪器2000台',
    'signed.actual': '2021-11-05',
  },
)
sheet.data(
  [
    '杜鹃食品&香精项目',
    '2201-330109-04-02-864200',
    '浙江杜鹃香精有限公司',
    '9,600',
    '年产<食用>香精800吨',
    '2021-12-20',
  ],
  {
    name: '杜鹃食品&香精项目',
    code: '2201-330109-04-02-864200',
    investor: '浙江杜鹃香精有限公司',
    totalInvestment: '9600',
    scope: '年产<食用>香精800吨',
    'signed.actual': '2021-12-20',
  },
)

const entity = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const webPage: Case = {
  name: '15-web-page.xls',
  bytes: () => {
    const [title, ...rows] = sheet.rows.map(({ cells }) => cells.map((cell) => entity(String(cell ?? ''))))
    const body = rows
      .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('\r\n')
    return iconv.encode(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>\r\n<table border="1"><tr><td colspan="6">${title?.[0] ?? ''}</td></tr>\r\n${body}\r\n</table></body></html>\r\n`,
      'gbk',
    )
  },
  expected: expectedOf('审批系统导出的网页表格，扩展名却是 .xls，GBK 编码', [sheet]),
}
