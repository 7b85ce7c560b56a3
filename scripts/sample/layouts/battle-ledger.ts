import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook } from '../../workbooks/office-xlsx/model.ts'
import { profiles } from '../corps/all.ts'
import type { Line } from '../snapshot.ts'
import { chinese, chineseQuarters, plainWords, serialDay } from './spelling.ts'
import { type Column, SheetRows, type Table } from './table.ts'
import { cutOff, disclaimer, monthWords, savedAt, zone } from './words.ts'

/** From January 2022, with the five corps: the full ledger, a section per corps, the whole sum on top. */
const columns: readonly Column[] = [
  { key: 'index', header: ['序号'], width: 6 },
  { key: 'name', header: ['项目名称'], width: 36 },
  { key: 'code', header: ['项目代码'], width: 28 },
  { key: 'investor', header: ['投资方'], width: 26 },
  { key: 'investorKind', header: ['投资方类型'], width: 12 },
  { key: 'chain', header: ['所属产业'], width: 12 },
  { key: 'industryCode', header: ['国标行业'], width: 9 },
  { key: 'scope', header: ['建设内容及规模'], width: 44 },
  { key: 'totalInvestment', header: ['投资规模', '总投资\n（亿元）'], width: 10, unit: '亿元' },
  { key: 'fixedAssetInvestment', header: ['投资规模', '其中固投\n（亿元）'], width: 10, unit: '亿元' },
  { key: 'foreignCapital', header: ['投资规模', '外资\n（万美元）'], width: 10 },
  { key: 'landArea', header: ['空间', '用地\n（亩）'], width: 9, format: '0.00' },
  { key: 'floorArea', header: ['空间', '厂房\n（㎡）'], width: 11, format: '#,##0' },
  { key: 'investmentIntensity', header: ['空间', '投资强度\n（万元/亩）'], width: 11, format: '0.00' },
  { key: 'expectedOutput', header: ['达产效益', '达产产值\n（亿元）'], width: 10, unit: '亿元' },
  { key: 'expectedTax', header: ['达产效益', '达产税收\n（万元）'], width: 10, format: '#,##0' },
  { key: 'taxPerMu', header: ['达产效益', '亩均税收\n（万元/亩）'], width: 11, format: '0.00' },
  { key: 'firstContactUnit', header: ['责任体系', '首谈单位'], width: 14 },
  { key: 'corps', header: ['责任体系', '落户兵团'], width: 20 },
  { key: 'parcelNo', header: ['责任体系', '地块'], width: 22 },
  { key: 'leadOfficial', header: ['责任体系', '牵头领导'], width: 10 },
  { key: 'responsibleUnit', header: ['责任体系', '责任单位'], width: 14 },
  { key: 'officer', header: ['责任体系', '项目管家'], width: 10 },
  { key: 'stage', header: ['当前阶段'], width: 10 },
  { key: 'standing', header: ['状态'], width: 9 },
  { key: 'signed.actual', header: ['时间节点', '签约时间'], width: 12 },
  { key: 'companyRegistered.actual', header: ['时间节点', '注册时间'], width: 12 },
  { key: 'landAwarded.actual', header: ['时间节点', '摘牌时间'], width: 12 },
  { key: 'started.plan', header: ['时间节点', '计划开工'], width: 12 },
  { key: 'started.actual', header: ['时间节点', '实际开工'], width: 12 },
  { key: 'statEntered.actual', header: ['时间节点', '入统时间'], width: 12 },
  { key: 'completed.plan', header: ['时间节点', '计划竣工'], width: 12 },
  { key: 'completed.actual', header: ['时间节点', '实际竣工'], width: 12 },
  { key: 'inProduction.plan', header: ['时间节点', '计划投产'], width: 12 },
  { key: 'inProduction.actual', header: ['时间节点', '实际投产'], width: 12 },
  { key: 'fullCapacity.plan', header: ['时间节点', '计划达产'], width: 10 },
  { key: 'annualPlan', header: ['投资完成（万元）', '年度计划投资'], width: 11, format: '#,##0' },
  { key: 'monthDone', header: ['投资完成（万元）', '当月完成'], width: 10, format: '#,##0' },
  { key: 'yearDone', header: ['投资完成（万元）', '本年累计'], width: 10, format: '#,##0' },
  { key: 'totalDone', header: ['投资完成（万元）', '开工以来累计'], width: 11, format: '#,##0' },
  { key: 'completionRate', header: ['完成率'], width: 9, format: '0.0%' },
  { key: 'physicalProgress', header: ['形象进度'], width: 18 },
  { key: 'progress', header: ['本期进展'], width: 36 },
  { key: 'problem', header: ['存在问题'], width: 30 },
  { key: 'coordination', header: ['需协调事项\n（提交层级）'], width: 30 },
  { key: 'nextStep', header: ['下步计划'], width: 30 },
  { key: 'light', header: ['灯'], width: 8 },
  { key: 'note', header: ['备注'], width: 30 },
  { key: 'provenance', header: ['数据性质'], width: 10 },
]
const table: Table = {
  columns,
  spelling: {
    ...plainWords,
    day: serialDay('yyyy/m/d'),
    month: chinese.month,
    quarter: (year, quarter) => `${year}年${chineseQuarters[quarter - 1]}季度`,
  },
  corpsName: (area) => `${area}兵团`,
}
const numerals = [...chineseQuarters, '五']

export const battleLedger = (month: Month, lines: readonly Line[]): OfficeBook => {
  const sheet = new SheetRows(table)
  sheet.across(`${zone}作战兵团项目台账（${monthWords(month)}）`, 'title', 40)
  sheet.across(`填报单位：各作战兵团、招商局　　　　　　数据截止：${cutOff(month)}`, 'line', 22)
  sheet.header()
  const own = profiles.map(({ key }) => lines.filter(({ corps }) => corps === key))
  // The whole sum stands first, so where each section will lie is counted beforehand.
  let row = sheet.next + 2
  const ranges = own.map(({ length }): [number, number] => {
    const range: [number, number] = [row, row + length - 1]
    row += length + 2
    return range
  })
  sheet.sum('合计', lines, ranges)
  profiles.forEach(({ area }, index) => {
    const theirs = own[index] ?? []
    sheet.across(`${numerals[index]}、${area}兵团（${theirs.length}个）`, 'section', 22)
    sheet.lines(theirs)
    sheet.sum(`${area}兵团小计`, theirs, ranges.slice(index, index + 1))
  })
  sheet.across(disclaimer(month), 'line')
  return {
    savedAt: savedAt(month),
    title: '作战兵团项目台账',
    sheets: [sheet.sheet('项目台账', { frozen: { rows: 4, columns: 2 } })],
  }
}
