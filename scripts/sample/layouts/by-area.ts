import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook, OfficeSheet } from '../../workbooks/office-xlsx/model.ts'
import { profiles } from '../corps/all.ts'
import type { Line } from '../snapshot.ts'
import { chinese, chineseQuarters, plainWords } from './spelling.ts'
import { type Column, SheetRows, type Table } from './table.ts'
import { cutOff, disclaimer, monthWords, savedAt, zone } from './words.ts'

/** 2021: a sheet per area behind a summary and instructions, Chinese dates; the area stands in the sheet's name only. */
const columns: readonly Column[] = [
  { key: 'index', header: ['序号'], width: 6 },
  { key: 'name', header: ['项目名称'], width: 34 },
  { key: 'code', header: ['投资项目代码'], width: 28 },
  { key: 'investor', header: ['投资企业'], width: 26 },
  { key: 'investorKind', header: ['投资方类型'], width: 12 },
  { key: 'chain', header: ['所属产业链'], width: 12 },
  { key: 'industryCode', header: ['行业代码'], width: 9 },
  { key: 'scope', header: ['主要建设内容'], width: 44 },
  { key: 'totalInvestment', header: ['投资（亿元）', '计划总投资'], width: 10, unit: '亿元' },
  { key: 'fixedAssetInvestment', header: ['投资（亿元）', '固定资产投资'], width: 12, unit: '亿元' },
  { key: 'foreignCapital', header: ['合同外资\n（万美元）'], width: 11 },
  { key: 'landArea', header: ['用地面积\n（亩）'], width: 10, format: '0.00' },
  { key: 'floorArea', header: ['建筑面积\n（㎡）'], width: 12 },
  { key: 'investmentIntensity', header: ['投资强度\n（万元/亩）'], width: 11, format: '0.00' },
  { key: 'expectedOutput', header: ['达产效益', '年产值\n（亿元）'], width: 11, unit: '亿元' },
  { key: 'expectedTax', header: ['达产效益', '年税收\n（万元）'], width: 11 },
  { key: 'firstContactUnit', header: ['首谈单位'], width: 14 },
  { key: 'parcelNo', header: ['地块'], width: 22 },
  { key: 'leadOfficial', header: ['领衔领导'], width: 10 },
  { key: 'responsibleUnit', header: ['牵头单位'], width: 14 },
  { key: 'officer', header: ['项目管家'], width: 10 },
  { key: 'stage', header: ['当前阶段'], width: 10 },
  { key: 'standing', header: ['状态'], width: 10 },
  { key: 'signed.actual', header: ['时间节点', '签约时间'], width: 14 },
  { key: 'companyRegistered.actual', header: ['时间节点', '注册时间'], width: 14 },
  { key: 'landAwarded.actual', header: ['时间节点', '拿地时间'], width: 14 },
  { key: 'started.plan', header: ['时间节点', '拟开工时间'], width: 14 },
  { key: 'started.actual', header: ['时间节点', '实际开工'], width: 14 },
  { key: 'statEntered.actual', header: ['时间节点', '入库时间'], width: 14 },
  { key: 'toppedOut.actual', header: ['时间节点', '实际结顶'], width: 14 },
  { key: 'completed.plan', header: ['时间节点', '拟竣工时间'], width: 14 },
  { key: 'completed.actual', header: ['时间节点', '实际竣工'], width: 14 },
  { key: 'inProduction.plan', header: ['时间节点', '计划投产'], width: 14 },
  { key: 'inProduction.actual', header: ['时间节点', '实际投产'], width: 14 },
  { key: 'annualPlan', header: ['投资完成情况（万元）', '年度计划投资'], width: 11 },
  { key: 'monthDone', header: ['投资完成情况（万元）', '本月完成'], width: 10 },
  { key: 'yearDone', header: ['投资完成情况（万元）', '本年累计'], width: 10 },
  { key: 'totalDone', header: ['投资完成情况（万元）', '开工以来累计'], width: 11 },
  { key: 'completionRate', header: ['年度完成率'], width: 9 },
  { key: 'physicalProgress', header: ['形象进度'], width: 18 },
  { key: 'progress', header: ['本月进展'], width: 36 },
  { key: 'problem', header: ['主要问题'], width: 30 },
  { key: 'coordination', header: ['需协调解决事项'], width: 30 },
  { key: 'nextStep', header: ['下步打算'], width: 30 },
  { key: 'light', header: ['亮灯情况'], width: 8 },
  { key: 'note', header: ['备注'], width: 24 },
  { key: 'provenance', header: ['数据性质'], width: 10 },
]
const table: Table = {
  columns,
  spelling: {
    ...plainWords,
    ...chinese,
    quarter: (year, quarter) => `${year}年${chineseQuarters[quarter - 1]}季度`,
  },
  corpsName: (area) => area,
}

export const byArea = (month: Month, lines: readonly Line[]): OfficeBook => ({
  savedAt: savedAt(month),
  title: '招商项目台账（分区块）',
  sheets: [
    instructions(month),
    summary(month, lines),
    ...profiles.map(({ key, area }) => {
      const own = lines.filter(({ corps }) => corps === key)
      const sheet = new SheetRows(table)
      sheet.across(`${area}区块招商项目台账`, 'title', 36)
      sheet.across(`${monthWords(month)}　　　　　　填报：${area}招商分局`, 'line', 20)
      sheet.header()
      const first = sheet.next
      sheet.lines(own)
      sheet.sum('小计', own, [[first, sheet.next - 1]])
      sheet.across(disclaimer(month), 'line')
      return sheet.sheet(area, { frozen: { rows: 4, columns: 2 } })
    }),
  ],
})

const instructions = (month: Month): OfficeSheet => ({
  name: '填表说明',
  widths: [100],
  rows: [
    { cells: [{ value: '填表说明', look: 'title' }], height: 30 },
    ...[
      `一、本表由各区块于每月25日前报招商局，数据截止${cutOff(month)}。`,
      '二、总投资、固定资产投资、年产值以亿元计，税收和投资完成以万元计，用地以亩计。',
      '三、签约指正式投资协议；实际开工以取得施工许可并实质动工为准。',
      '四、亮灯：开工逾期一个月以内或落后序时10个百分点以上为黄灯，逾期更久或落后30个百分点以上为红灯（示例规则）。',
    ].map((text) => ({ cells: [{ value: text, look: 'line' as const }], height: 22 })),
  ],
})

const summary = (month: Month, lines: readonly Line[]): OfficeSheet => ({
  name: '汇总',
  widths: [8, 22, 12, 18, 20],
  merges: ['A1:E1'],
  rows: [
    { cells: [{ value: `${zone}在库项目汇总（${monthWords(month)}）`, look: 'title' }], height: 32 },
    {
      cells: ['序号', '区块', '个数', '投资总规模（亿元）', '其中已开工及以后（个）'].map((value) => ({
        value,
        look: 'head' as const,
      })),
    },
    ...profiles.map(({ key, area }, index) => {
      const own = lines.filter(({ corps }) => corps === key)
      return {
        cells: [
          index + 1,
          area,
          own.length,
          total(own),
          own.filter(({ values }) => values['started.actual'] !== undefined).length,
        ].map((value) => ({ value, look: 'centre' as const })),
      }
    }),
    {
      cells: [
        '',
        '合计',
        lines.length,
        total(lines),
        lines.filter(({ values }) => values['started.actual'] !== undefined).length,
      ].map((value) => ({ value, look: 'section' as const })),
    },
  ],
})

const total = (lines: readonly Line[]) =>
  lines.reduce((sum, { values }) => sum + Number(values['totalInvestment'] ?? 0), 0) / 10_000
