import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook } from '../../workbooks/office-xlsx/model.ts'
import { profiles } from '../corps/all.ts'
import type { Line } from '../snapshot.ts'
import { hyphened, spokenWords } from './spelling.ts'
import { type Column, SheetRows, type Table } from './table.ts'
import { disclaimer, monthWords, savedAt, zone } from './words.ts'

/** The end of 2021: one list in another order, the unit in a line above and not in the headers, a filter, hyphened dates. */
const columns: readonly Column[] = [
  { key: 'index', header: ['序号'], width: 6 },
  { key: 'code', header: ['统一代码'], width: 28 },
  { key: 'name', header: ['项目名称'], width: 34 },
  { key: 'corps', header: ['落户平台'], width: 18 },
  { key: 'investor', header: ['建设单位'], width: 26 },
  { key: 'investorKind', header: ['投资方类型'], width: 12 },
  { key: 'chain', header: ['产业类别'], width: 12 },
  { key: 'industryCode', header: ['行业代码'], width: 9 },
  { key: 'stage', header: ['推进阶段'], width: 10 },
  { key: 'standing', header: ['项目状态'], width: 10 },
  { key: 'light', header: ['灯'], width: 6 },
  { key: 'totalInvestment', header: ['总投资'], width: 11, format: '#,##0' },
  { key: 'fixedAssetInvestment', header: ['其中固投'], width: 11, format: '#,##0' },
  { key: 'annualPlan', header: ['年度计划投资'], width: 11, format: '#,##0' },
  { key: 'monthDone', header: ['当月完成'], width: 10, format: '#,##0' },
  { key: 'yearDone', header: ['本年累计'], width: 10, format: '#,##0' },
  { key: 'totalDone', header: ['开工以来累计'], width: 11, format: '#,##0' },
  { key: 'completionRate', header: ['完成率'], width: 9, format: '0.00%' },
  { key: 'expectedOutput', header: ['达产产值'], width: 11, format: '#,##0' },
  { key: 'expectedTax', header: ['达产税收'], width: 11, format: '#,##0' },
  { key: 'foreignCapital', header: ['外资（万美元）'], width: 11 },
  { key: 'landArea', header: ['用地（亩）'], width: 10, format: '0.00' },
  { key: 'floorArea', header: ['厂房（㎡）'], width: 12 },
  { key: 'parcelNo', header: ['地块'], width: 22 },
  { key: 'firstContactUnit', header: ['首谈单位'], width: 14 },
  { key: 'leadOfficial', header: ['牵头领导'], width: 10 },
  { key: 'responsibleUnit', header: ['责任单位'], width: 14 },
  { key: 'officer', header: ['责任人'], width: 10 },
  { key: 'signed.actual', header: ['签约时间'], width: 12 },
  { key: 'companyRegistered.actual', header: ['注册时间'], width: 12 },
  { key: 'landAwarded.actual', header: ['摘牌时间'], width: 12 },
  { key: 'started.plan', header: ['计划开工'], width: 12 },
  { key: 'started.actual', header: ['实际开工'], width: 12 },
  { key: 'statEntered.actual', header: ['入统时间'], width: 12 },
  { key: 'completed.plan', header: ['计划竣工'], width: 12 },
  { key: 'completed.actual', header: ['实际竣工'], width: 12 },
  { key: 'inProduction.plan', header: ['计划投产'], width: 12 },
  { key: 'inProduction.actual', header: ['实际投产'], width: 12 },
  { key: 'fullCapacity.plan', header: ['计划达产'], width: 10 },
  { key: 'physicalProgress', header: ['形象进度'], width: 18 },
  { key: 'progress', header: ['最新进展'], width: 36 },
  { key: 'problem', header: ['存在问题'], width: 30 },
  { key: 'coordination', header: ['协调事项'], width: 30 },
  { key: 'nextStep', header: ['下步计划'], width: 30 },
  { key: 'note', header: ['备注'], width: 24 },
  { key: 'provenance', header: ['数据性质'], width: 10 },
]
const table: Table = {
  columns,
  spelling: { ...spokenWords, ...hyphened, quarter: (year, quarter) => `${year}Q${quarter}` },
  corpsName: (area) => area,
}

export const yearEnd = (month: Month, lines: readonly Line[]): OfficeBook => {
  const sheet = new SheetRows(table)
  sheet.across(`${zone}${month.slice(0, 4)}年度产业项目总台账`, 'title', 36)
  sheet.across(`截止：${monthWords(month)}　　　　单位：万元`, 'line', 20)
  sheet.header()
  const first = sheet.next
  const ordered = profiles.flatMap(({ key }) => lines.filter(({ corps }) => corps === key))
  sheet.lines(ordered)
  const last = sheet.next - 1
  sheet.sum('总计', ordered, [[first, last]])
  sheet.across(disclaimer(month), 'line')
  return {
    savedAt: savedAt(month),
    title: '产业项目总台账',
    sheets: [sheet.sheet('总台账', { frozen: { rows: 3, columns: 3 }, filter: `A3:${sheet.last}${last}` })],
  }
}
