import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type FieldSpec, type HeaderColumn, headerKey, mappedFrom, proposeMapping } from './headers.ts'

const field = (key: string, kind: FieldSpec['kind'], labels: string, choices?: string): FieldSpec => ({
  key,
  kind,
  labels: labels.split(' '),
  ...(choices ? { choices: choices.split(' ') } : {}),
})

const fields: FieldSpec[] = [
  field('name', 'text', '项目名称 Project 项目 名称 工程名称'),
  field('code', 'code', '项目代码 投资项目代码 统一代码 项目编号'),
  field('creditCode', 'code', '统一社会信用代码 信用代码'),
  field('investor', 'text', '投资方 投资主体 业主单位 建设单位 企业名称'),
  field('investorKind', 'text', '投资方类型 企业类型'),
  field('scope', 'text', '建设内容及规模 建设内容 主要建设内容'),
  field('totalInvestment', 'money', '总投资 计划总投资 投资总额'),
  field('fixedAssets', 'money', '其中固投 固定资产投资 固投'),
  field('foreign', 'foreign', '外资 合同外资'),
  field('land', 'area', '用地 用地面积 占地面积'),
  field('floor', 'area', '厂房 建筑面积'),
  field('intensity', 'perMu', '投资强度'),
  field('corps', 'text', '落户兵团 兵团 所属兵团'),
  field('leader', 'text', '牵头领导 联系领导'),
  field('unit', 'text', '责任单位 牵头单位'),
  field('officer', 'text', '责任人 联系人 项目管家'),
  field('stage', 'choice', '当前阶段 项目阶段', '在谈 签约 落地 开工 在建 投产'),
  field('signed', 'date', '签约时间 签约日期'),
  field('startPlan', 'date', '计划开工 计划开工时间 拟开工时间'),
  field('startForecast', 'date', '预计开工 预计开工时间'),
  field('startActual', 'date', '实际开工 开工时间 实际开工时间'),
  field('endPlan', 'date', '计划竣工 计划竣工时间'),
  field('endActual', 'date', '实际竣工 竣工时间 实际竣工时间'),
  field('yearPlan', 'money', '年度计划投资 年度计划 本年计划投资'),
  field('monthDone', 'money', '当月完成 本月完成投资'),
  field('yearDone', 'money', '本年累计 今年累计完成投资'),
  field('rate', 'percent', '完成率 年度完成率'),
  field('progress', 'text', '本期进展 进展情况'),
  field('problem', 'text', '存在问题 主要问题'),
  field('next', 'text', '下步计划 下一步工作'),
  field('note', 'text', '备注 说明'),
]

const columnsOf = (headers: string[]): HeaderColumn[] =>
  headers.map((header, index) => ({
    index,
    header,
    parts: header.split(' / ').filter(Boolean),
    hidden: false,
  }))
const noSamples = () => []
const mapped = (headers: string[], samples: (column: HeaderColumn) => string[] = noSamples) =>
  proposeMapping(columnsOf(headers), fields, {}, samples).map((one) => one.field)

test('names and aliases, through units, brackets and full-width forms', () => {
  const cases: [string, string, string][] = [
    ['项目名称', 'name', 'exact'],
    ['*项目名称（必填）', 'name', 'exact'],
    ['总投资（亿元）', 'totalInvestment', 'exact'],
    ['总 投 资\n（万元）', 'totalInvestment', 'exact'],
    ['其中：固投（亿元）', 'fixedAssets', 'exact'],
    ['投资主体', 'investor', 'alias'],
    ['投资方（投资主体）', 'investor', 'exact'],
    ['投资方类型(世界500强/央企/上市公司…)', 'investorKind', 'exact'],
    ['Ｐｒｏｊｅｃｔ', 'name', 'alias'],
    ['用地（亩）', 'land', 'exact'],
    ['外资（万美元）', 'foreign', 'exact'],
  ]
  for (const [header, expected, reason] of cases) {
    const [one] = proposeMapping(columnsOf([header]), fields, {}, noSamples)
    assert.deepEqual([one?.field, one?.reason], [expected, reason], header)
    if (reason === 'exact' && !/[（(](?!亿|万|亩|必)/.test(header)) assert.equal(one?.confidence, 1, header)
  }
})

test('headers of several rows are read across', () => {
  assert.deepEqual(
    mapped([
      '序号',
      '基本情况 / 项目名称',
      '投资情况（亿元） / 总投资',
      '投资情况（亿元） / 其中：固投',
      '开工时间 / 计划',
      '开工时间 / 实际',
      '时间节点 / 竣工 / 计划',
      '竣工时间（实际）',
    ]),
    [null, 'name', 'totalInvestment', 'fixedAssets', 'startPlan', 'startActual', 'endPlan', 'endActual'],
  )
})

test('plan, forecast and deed are kept apart, and years and months understood', () => {
  assert.deepEqual(
    mapped([
      '拟开工时间',
      '预计开工日期',
      '开工日期',
      '2022年计划投资（万元）',
      '3月完成投资（万元）',
      '1-3月累计完成投资（万元）',
    ]),
    ['startPlan', 'startForecast', 'startActual', 'yearPlan', 'monthDone', 'yearDone'],
  )
})

test('what is only a little like a field is left to a person, with the likely ones named', () => {
  const proposals = proposeMapping(
    columnsOf([
      '联系电话',
      '实际利用外资',
      '用地(亩)/厂房(㎡)',
      '总投资占比',
      '注册资本',
      '计划',
      '总投资(亩)',
    ]),
    fields,
    {},
    noSamples,
  )
  for (const one of proposals)
    assert.deepEqual([one.field, one.confidence, one.reason], [null, 0, 'none'], String(one.index))
  assert.deepEqual(proposals[1]?.runnersUp[0]?.field, 'foreign')
})

test('one field goes to one column: the exact name wins, whatever the order', () => {
  assert.deepEqual(mapped(['项目总投资额', '总投资']), [null, 'totalInvestment'])
  assert.deepEqual(mapped(['总投资', '项目总投资额']), ['totalInvestment', null])
})

test('of repeated columns the shown one with most values counts', () => {
  const columns = columnsOf(['总投资', '总投资（万元）', '总 投资'])
  const values = [['1'], ['1', '2', '3'], ['1', '2', '3', '4']]
  const propose = () =>
    proposeMapping(columns, fields, {}, (column) => values[column.index] ?? []).map((one) => one.field)
  assert.deepEqual(propose(), [null, null, 'totalInvestment'])
  columns[2] = { ...(columns[2] ?? assert.fail()), hidden: true }
  assert.deepEqual(propose(), [null, 'totalInvestment', null])
})

test('what a zone has learned comes first, also that a column is nothing', () => {
  const columns = columnsOf(['总投资', '甲方', '备注'])
  const learned = { [headerKey({ header: '甲方' })]: 'investor', 备注: null, 总投资: 'gone' }
  const proposals = proposeMapping(columns, fields, learned, noSamples)
  assert.deepEqual(
    proposals.map((one) => [one.field, one.reason, one.confidence]),
    [
      ['totalInvestment', 'exact', 1],
      ['investor', 'learned', 1],
      [null, 'learned', 1],
    ],
  )
  assert.equal(proposeMapping(columnsOf(['constructor']), fields, {}, noSamples)[0]?.field, null)
})

test('values speak: codes alone, against a name, or for a likeness', () => {
  const propose = (header: string, values: string[]) =>
    proposeMapping(columnsOf([header]), fields, {}, () => values)[0]
  const code = propose('编码', [
    '2202-330109-04-01-123456',
    '2311-330109-04-01-789813',
    '2018-330109-39-03-012345-000',
  ])
  assert.deepEqual([code?.field, code?.reason], ['code', 'values'])
  const credit = propose('证照号', ['91330109MACM7U404B', '11331002002673575G', '91350100M000100Y43'])
  assert.deepEqual([credit?.field, credit?.reason], ['creditCode', 'values'])
  assert.equal(propose('目前', ['签约', '开工', '在建', '投产'])?.field, 'stage')
  assert.equal(propose('其他', ['2022.3', '2022.4', '2022.5'])?.field, null)
  assert.ok((propose('开工时间', ['5亿', '6亿', '7亿'])?.confidence ?? 1) < 0.9)
  assert.equal(propose('项目统一编码', ['甲', '乙', '丙'])?.field, null)
})

const known = [
  '项目名称',
  '项目代码',
  '投资方',
  '总投资',
  '固定资产投资',
  '用地面积',
  '所属兵团',
  '签约时间',
  '开工时间 / 计划',
  '开工时间 / 实际',
  '完成率',
  '备注',
  '进展情况',
  '项目总投资额',
  '拟开工日期',
  '联系人',
  '说明事项',
  '目前进展',
]
const headerLists = fc.uniqueArray(fc.constantFrom(...known), { minLength: 1, maxLength: known.length })

test('permuting the columns permutes the proposal', () => {
  fc.assert(
    fc.property(headerLists, fc.infiniteStream(fc.nat()), (headers, order) => {
      const ranks = new Map(headers.map((header) => [header, order.next().value ?? 0]))
      const shuffled = headers.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
      const of = (list: string[]) => {
        const proposals = proposeMapping(columnsOf(list), fields, {}, noSamples)
        return new Map(list.map((header, at) => [header, { ...proposals[at], index: 0 }]))
      }
      const [plain, moved] = [of(headers), of(shuffled)]
      for (const header of headers) assert.deepEqual(moved.get(header), plain.get(header), header)
    }),
  )
})

test('by its values a column is a choice only if they are choices, not because the words occur in them', () => {
  const standing = field('standing', 'choice', '状态', '推进中 推进 暂停 终止')
  const propose = (header: string, values: string[]) =>
    proposeMapping(columnsOf([header]), [...fields, standing], {}, () => values)[0]
  assert.equal(propose('领导批示', ['请抓紧推进', '请抓紧推进', '请推进中抓落实'])?.field, null)
  assert.equal(propose('情形', ['推进中', '推进', '暂停'])?.field, 'standing')
  assert.equal(propose('情形', ['推进中', '推进'])?.field, null)
})

test('decorating the headers changes nothing', () => {
  const decorations: ((text: string) => string)[] = [
    (text) => ` ${text} `,
    (text) =>
      [...text]
        .join(' ')
        .replace(/ \/ /g, '/')
        .replace(/\s*\/\s*/g, ' / '),
    (text) => text.replace(/[a-z]/gi, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    (text) => `${text}（必填）`,
    (text) => `*${text}`,
    (text) => `${text}：`,
    (text) => text.replace(/投资/, '投\u200b资'),
    (text) => text.replace(/^(.)/, '$1\n'),
  ]
  fc.assert(
    fc.property(
      headerLists,
      fc.array(fc.constantFrom(...decorations), { minLength: 1, maxLength: 20 }),
      (headers, chosen) => {
        const decorated = headers.map((header, at) =>
          (chosen[at % chosen.length] ?? ((text: string) => text))(header),
        )
        assert.deepEqual(mapped(decorated), mapped(headers), decorated.join('|'))
      },
    ),
  )
})

test('a unit over amounts changes nothing either', () => {
  for (const unit of [
    '（亿元）',
    '(万元)',
    '/万元',
    '：亿元',
    '亿元',
    '（人民币万元）',
    '【亿元】',
    '（单位：万元）',
  ])
    assert.deepEqual(mapped([`总投资${unit}`]), ['totalInvestment'], unit)
})

test('never two columns on one field, never a doubtful one by itself', () => {
  const words = fc.constantFrom(
    ...'项目名称代码投资方总额固定资产用地面积计划实际开竣工时间完成率累计进展情况（）/ 本年当月',
    '序号',
    '总投资',
    '开工时间',
  )
  const headers = fc.array(
    fc.array(words, { maxLength: 6 }).map((parts) => parts.join('')),
    { maxLength: 12 },
  )
  const samples = fc.array(fc.constantFrom('5', '2022.3', '签约', '甲', '', '2202-330109-04-01-123456'), {
    maxLength: 5,
  })
  fc.assert(
    fc.property(headers, samples, (list, values) => {
      const proposals = proposeMapping(columnsOf(list), fields, {}, () => values)
      assert.deepEqual(
        proposals.map((one) => one.index),
        list.map((_, at) => at),
      )
      const taken = proposals.flatMap((one) => (one.field === null ? [] : [one.field]))
      assert.equal(new Set(taken).size, taken.length)
      for (const one of proposals)
        if (one.field !== null) assert.ok(one.confidence >= mappedFrom, JSON.stringify(one))
    }),
    { numRuns: 300 },
  )
})
