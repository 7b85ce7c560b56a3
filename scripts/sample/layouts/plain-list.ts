import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook } from '../../workbooks/office-xlsx/model.ts'
import type { Line } from '../snapshot.ts'
import { chineseQuarters, dotted, plainWords } from './spelling.ts'
import { type Column, SheetRows, type Table } from './table.ts'
import { disclaimer, monthWords, savedAt, zone } from './words.ts'

/** 2020, first half: one sheet, one header row, 万元 in every header, dates with dots. */
const columns: readonly Column[] = [
  { key: 'index', header: ['序号'], width: 6 },
  { key: 'name', header: ['项目名称'], width: 34 },
  { key: 'code', header: ['项目代码'], width: 28 },
  { key: 'investor', header: ['投资方'], width: 26 },
  { key: 'chain', header: ['所属产业'], width: 12 },
  { key: 'scope', header: ['建设内容'], width: 44 },
  { key: 'totalInvestment', header: ['总投资（万元）'], width: 12 },
  { key: 'fixedAssetInvestment', header: ['固定资产投资（万元）'], width: 12 },
  { key: 'foreignCapital', header: ['合同外资（万美元）'], width: 11 },
  { key: 'landArea', header: ['用地面积（亩）'], width: 10 },
  { key: 'floorArea', header: ['建筑面积（平方米）'], width: 12 },
  { key: 'expectedOutput', header: ['达产年产值（万元）'], width: 12 },
  { key: 'expectedTax', header: ['达产年税收（万元）'], width: 12 },
  { key: 'firstContactUnit', header: ['引进单位'], width: 14 },
  { key: 'corps', header: ['落户区块'], width: 16 },
  { key: 'parcelNo', header: ['地块编号'], width: 22 },
  { key: 'leadOfficial', header: ['联系领导'], width: 10 },
  { key: 'responsibleUnit', header: ['责任单位'], width: 14 },
  { key: 'officer', header: ['具体责任人'], width: 10 },
  { key: 'stage', header: ['项目阶段'], width: 10 },
  { key: 'standing', header: ['项目状态'], width: 10 },
  { key: 'signed.actual', header: ['签约时间'], width: 12 },
  { key: 'landAwarded.actual', header: ['摘牌时间'], width: 12 },
  { key: 'started.plan', header: ['计划开工时间'], width: 12 },
  { key: 'started.actual', header: ['开工时间'], width: 12 },
  { key: 'completed.plan', header: ['计划竣工时间'], width: 12 },
  { key: 'inProduction.actual', header: ['投产时间'], width: 12 },
  { key: 'annualPlan', header: ['年度计划投资（万元）'], width: 12 },
  { key: 'yearDone', header: ['本年累计完成（万元）'], width: 12 },
  { key: 'totalDone', header: ['开工以来累计（万元）'], width: 12 },
  { key: 'progress', header: ['进展情况'], width: 36 },
  { key: 'problem', header: ['存在问题'], width: 30 },
  { key: 'nextStep', header: ['下一步计划'], width: 30 },
  { key: 'note', header: ['备注'], width: 24 },
  { key: 'provenance', header: ['数据性质'], width: 10 },
]
const table: Table = {
  columns,
  spelling: {
    ...plainWords,
    ...dotted,
    quarter: (year, quarter) => `${year}年${chineseQuarters[quarter - 1]}季度`,
  },
  corpsName: (area) => area,
}

export const plainList = (month: Month, lines: readonly Line[]): OfficeBook => {
  const sheet = new SheetRows(table)
  sheet.across(`${zone}招商项目台账（${monthWords(month)}）`, 'title', 36)
  sheet.across(`填报单位：招商局　　　　截止日期：${monthWords(month)}末　　　　金额单位：万元`, 'line', 20)
  sheet.header()
  const first = sheet.next
  sheet.lines(lines)
  sheet.sum('合计', lines, [[first, sheet.next - 1]])
  sheet.across(disclaimer(month), 'line')
  return {
    savedAt: savedAt(month),
    title: '招商项目台账',
    sheets: [sheet.sheet('招商项目台账', { frozen: { rows: 3, columns: 2 } })],
  }
}
