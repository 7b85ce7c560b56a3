import { type Stage, stages } from '../../../src/features/projects/stages.ts'
import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook } from '../../workbooks/office-xlsx/model.ts'
import type { Line } from '../snapshot.ts'
import { chineseQuarters, serialDay, serialMonth, spokenWords } from './spelling.ts'
import { type Column, SheetRows, type Table } from './table.ts'
import { disclaimer, monthWords, savedAt, zone } from './words.ts'

/** 2020, second half: two header rows, 亿元, sections by phase with 小计, real dates. */
const columns: readonly Column[] = [
  { key: 'index', header: ['序号'], width: 6 },
  { key: 'name', header: ['基本情况', '项目名称'], width: 34 },
  { key: 'code', header: ['基本情况', '项目代码'], width: 28 },
  { key: 'investor', header: ['基本情况', '投资主体'], width: 26 },
  { key: 'investorKind', header: ['基本情况', '企业类型'], width: 12 },
  { key: 'chain', header: ['基本情况', '产业链'], width: 12 },
  { key: 'scope', header: ['基本情况', '建设内容及规模'], width: 44 },
  { key: 'totalInvestment', header: ['投资规模（亿元）', '总投资'], width: 10, unit: '亿元' },
  {
    key: 'fixedAssetInvestment',
    header: ['投资规模（亿元）', '其中：固定资产投资'],
    width: 12,
    unit: '亿元',
  },
  { key: 'foreignCapital', header: ['合同外资（万美元）'], width: 11 },
  { key: 'landArea', header: ['空间需求', '用地（亩）'], width: 10, format: '0.00' },
  { key: 'floorArea', header: ['空间需求', '厂房（平方米）'], width: 12, format: '#,##0' },
  { key: 'expectedOutput', header: ['预期效益', '达产产值（亿元）'], width: 11, unit: '亿元' },
  { key: 'expectedTax', header: ['预期效益', '达产税收（万元）'], width: 11, format: '#,##0' },
  { key: 'firstContactUnit', header: ['首谈单位'], width: 14 },
  { key: 'corps', header: ['落户区块'], width: 16 },
  { key: 'parcelNo', header: ['落户地块'], width: 22 },
  { key: 'leadOfficial', header: ['责任分工', '牵头领导'], width: 10 },
  { key: 'responsibleUnit', header: ['责任分工', '责任单位'], width: 14 },
  { key: 'officer', header: ['责任分工', '服务专员'], width: 10 },
  { key: 'stage', header: ['当前阶段'], width: 10 },
  { key: 'standing', header: ['推进状态'], width: 10 },
  { key: 'signed.actual', header: ['时间节点', '签约日期'], width: 12 },
  { key: 'landAwarded.actual', header: ['时间节点', '摘牌日期'], width: 12 },
  { key: 'started.plan', header: ['时间节点', '计划开工'], width: 12 },
  { key: 'started.actual', header: ['时间节点', '实际开工'], width: 12 },
  { key: 'statEntered.actual', header: ['时间节点', '入统日期'], width: 12 },
  { key: 'completed.plan', header: ['时间节点', '计划竣工'], width: 12 },
  { key: 'completed.actual', header: ['时间节点', '实际竣工'], width: 12 },
  { key: 'inProduction.plan', header: ['时间节点', '计划投产'], width: 12 },
  { key: 'annualPlan', header: ['投资完成（万元）', '年度计划'], width: 10, format: '#,##0' },
  { key: 'monthDone', header: ['投资完成（万元）', '当月完成'], width: 10, format: '#,##0' },
  { key: 'yearDone', header: ['投资完成（万元）', '本年累计'], width: 10, format: '#,##0' },
  { key: 'physicalProgress', header: ['形象进度'], width: 18 },
  { key: 'progress', header: ['目前进展'], width: 36 },
  { key: 'problem', header: ['存在的问题'], width: 30 },
  { key: 'coordination', header: ['需协调事项'], width: 30 },
  { key: 'nextStep', header: ['下步工作'], width: 30 },
  { key: 'note', header: ['备注'], width: 24 },
  { key: 'provenance', header: ['数据性质'], width: 10 },
]
const table: Table = {
  columns,
  spelling: {
    ...spokenWords,
    day: serialDay('yyyy-m-d'),
    month: serialMonth('yyyy"年"m"月"'),
    quarter: (year, quarter) => `${year}年第${chineseQuarters[quarter - 1]}季度`,
  },
  corpsName: (area) => area,
}

const phases: readonly (readonly [name: string, from: Stage, to: Stage])[] = [
  ['在谈储备类', 'lead', 'underReview'],
  ['签约落地类', 'signed', 'landSupplied'],
  ['开工在建类', 'started', 'underConstruction'],
  ['竣工投产类', 'completed', 'contractReview'],
]

export const byPhase = (month: Month, lines: readonly Line[]): OfficeBook => {
  const sheet = new SheetRows(table)
  sheet.across(`${zone}招商项目推进台账`, 'title', 36)
  sheet.across(`（${monthWords(month)}）`, 'line', 20)
  sheet.header()
  const ranges: [number, number][] = []
  phases.forEach(([name, from, to], index) => {
    const own = lines.filter(({ values }) => {
      const order = stages.indexOf(values['stage'] as Stage)
      return order >= stages.indexOf(from) && order <= stages.indexOf(to)
    })
    sheet.across(`${chineseQuarters[index]}、${name}（${own.length}个）`, 'section', 22)
    const first = sheet.next
    sheet.lines(own)
    ranges.push([first, sheet.next - 1])
    sheet.sum('小计', own, ranges.slice(-1))
  })
  sheet.sum('合计', lines, ranges)
  sheet.across(disclaimer(month), 'line')
  return {
    savedAt: savedAt(month),
    title: '招商项目推进台账',
    sheets: [sheet.sheet('推进台账', { frozen: { rows: 4, columns: 2 } })],
  }
}
