import {
  lights,
  lightWords,
  type MilestoneDate,
  type MilestoneKind,
  milestoneDates,
  milestoneKinds,
  milestoneWords,
  stages,
  stageWords,
  standings,
  standingWords,
} from './stages.ts'

export type FieldKind =
  | 'text'
  | 'longText'
  | 'code'
  | 'choice'
  | 'corps'
  /** A code of GB/T 4754, `3812`; one that does not exist is kept and told of. */
  | 'industry'
  | 'when'
  /** 万元 */
  | 'money' /** 万美元 */
  | 'foreign' /** ㎡, shown in 亩 */
  | 'area' /** ㎡ */
  | 'floorArea'
  /** 万元 per 亩 */
  | 'perMu' /** a ratio, shown in % */
  | 'percent'

export type FieldStore =
  | { in: 'project'; column: string }
  | { in: 'milestone'; kind: MilestoneKind; date: MilestoneDate }
  | { in: 'progress'; column: string }
  | { in: 'computed' }

/** One column of the ledger: the single source of the grid, the import, the export and the API. */
export type Field = {
  key: string
  kind: FieldKind
  zh: string
  en: string
  /** Other headers that offices write over the same column. */
  aliases: readonly string[]
  width: number
  store: FieldStore
  /** Which sheet tab of a project it belongs to on screen. */
  group: 'identity' | 'amounts' | 'people' | 'stage' | 'dates' | 'progress'
  choices?: readonly { value: string; zh: string; en: string; aliases: readonly string[] }[]
  /** Part of the ledger's first view. */
  usual?: true | undefined
  required?: true
  /** Statistics take back what they told too much of: these figures alone may be below nought. */
  signed?: true
  /** Personal information: told masked everywhere, and found, sorted and grouped by nowhere. */
  personal?: 'name' | 'phone'
}

type Column = Omit<Field, 'store' | 'key' | 'kind' | 'zh' | 'en' | 'group'>

const project = (
  key: string,
  column: string,
  kind: FieldKind,
  group: Field['group'],
  zh: string,
  en: string,
  width: number,
  aliases: readonly string[],
  more: Partial<Column> = {},
): Field => ({
  key,
  kind,
  group,
  zh,
  en,
  width,
  aliases,
  store: { in: 'project', column },
  usual: true,
  ...more,
})

const progress = (
  key: string,
  column: string,
  kind: FieldKind,
  zh: string,
  en: string,
  width: number,
  aliases: readonly string[],
  more: Partial<Column> = {},
): Field => ({
  key,
  kind,
  group: 'progress',
  zh,
  en,
  width,
  aliases,
  store: { in: 'progress', column },
  usual: true,
  ...more,
})

const computed = (
  key: string,
  kind: FieldKind,
  zh: string,
  en: string,
  aliases: readonly string[],
): Field => ({
  key,
  kind,
  group: 'amounts',
  zh,
  en,
  width: 104,
  aliases,
  store: { in: 'computed' },
  usual: true,
})

const choicesOf = <K extends string>(
  keys: readonly K[],
  words: Record<K, { zh: string; en: string; aliases: readonly string[] }>,
) => keys.map((value) => ({ value, ...words[value] }))

const dateWords: Record<MilestoneDate, { zh: string; en: string }> = {
  plan: { zh: '计划', en: 'planned' },
  forecast: { zh: '预计', en: 'forecast' },
  actual: { zh: '实际', en: 'actual' },
}

/** Headers that offices use for a milestone's date without saying 计划 or 实际. */
const usualDates: Record<string, { zh: string; aliases: readonly string[] }> = {
  'signed.actual': { zh: '签约时间', aliases: ['签约日期', '正式签约时间', '协议签订时间'] },
  'companyRegistered.actual': { zh: '注册时间', aliases: ['公司注册时间', '工商注册时间', '注册日期'] },
  'landAwarded.actual': { zh: '摘牌时间', aliases: ['摘牌日期', '土地摘牌时间', '拿地时间'] },
  'started.plan': { zh: '计划开工', aliases: ['计划开工时间', '拟开工时间', '开工计划'] },
  'started.actual': { zh: '实际开工', aliases: ['开工时间', '开工日期', '实际开工时间'] },
  'statEntered.actual': { zh: '入统时间', aliases: ['入库时间', '入统日期', '纳统时间'] },
  'completed.plan': { zh: '计划竣工', aliases: ['计划竣工时间', '拟竣工时间', '竣工计划'] },
  'completed.actual': { zh: '实际竣工', aliases: ['竣工时间', '竣工日期'] },
  'inProduction.plan': { zh: '计划投产', aliases: ['计划投产时间', '拟投产时间'] },
  'inProduction.actual': { zh: '实际投产', aliases: ['投产时间', '投产日期'] },
  'fullCapacity.plan': { zh: '计划达产', aliases: ['计划达产时间', '拟达产时间'] },
}
const notInFirstView = new Set(['completed.actual', 'inProduction.actual'])

const milestoneFields: Field[] = milestoneKinds.flatMap((kind) =>
  milestoneDates.map((date): Field => {
    const key = `${kind}.${date}`
    const usual = usualDates[key]
    const words = milestoneWords[kind]
    return {
      key,
      kind: 'when',
      group: 'dates',
      width: 104,
      zh: usual?.zh ?? `${dateWords[date].zh}${words.zh}`,
      en: `${words.en}, ${dateWords[date].en}`,
      aliases: [
        ...(usual?.aliases ?? []),
        `${dateWords[date].zh}${words.zh}`,
        `${dateWords[date].zh}${words.zh}时间`,
      ],
      store: { in: 'milestone', kind, date },
      ...(usual && !notInFirstView.has(key) ? { usual: true as const } : {}),
    }
  }),
)

export const fields: readonly Field[] = [
  project(
    'name',
    'name',
    'text',
    'identity',
    '项目名称',
    'Project',
    280,
    ['项目', '名称', '工程名称', '项目名'],
    { required: true },
  ),
  project('code', 'code', 'code', 'identity', '项目代码', 'Project code', 210, [
    '统一代码',
    '投资项目代码',
    '赋码',
    '项目编号',
    '备案代码',
  ]),
  project('investor', 'investor', 'text', 'identity', '投资方', 'Investor', 200, [
    '投资主体',
    '投资单位',
    '投资企业',
    '业主',
    '业主单位',
    '建设单位',
    '企业名称',
    '投资方名称',
  ]),
  project('investorKind', 'investor_kind', 'text', 'identity', '投资方类型', 'Investor kind', 120, [
    '企业类型',
    '投资方性质',
    '投资主体类型',
  ]),
  project('chain', 'chain', 'text', 'identity', '所属产业', 'Chain', 120, [
    '产业链',
    '所属产业链',
    '产业',
    '产业类别',
    '产业类型',
  ]),
  project('industryCode', 'industry_code', 'industry', 'identity', '国标行业', 'Industry (GB/T 4754)', 110, [
    '行业代码',
    '行业',
    '国民经济行业',
    '国民经济行业代码',
    '国标行业代码',
    '行业分类',
    '行业小类',
  ]),
  project('scope', 'scope', 'longText', 'identity', '建设内容及规模', 'Scope', 260, [
    '建设内容',
    '主要建设内容',
    '建设规模',
    '项目简介',
    '项目概况',
    '主要建设内容及规模',
  ]),
  project('totalInvestment', 'total_investment', 'money', 'amounts', '总投资', 'Total investment', 110, [
    '计划总投资',
    '投资总额',
    '项目总投资',
    '协议总投资',
    '总投资额',
    '投资额',
  ]),
  project(
    'fixedAssetInvestment',
    'fixed_asset_investment',
    'money',
    'amounts',
    '其中固投',
    'Fixed assets',
    110,
    ['固定资产投资', '固投', '其中固定资产投资', '固定资产投资额'],
  ),
  project('foreignCapital', 'foreign_capital', 'foreign', 'amounts', '外资', 'Foreign capital', 100, [
    '合同外资',
    '利用外资',
    '外资金额',
    '注册外资',
  ]),
  project('landArea', 'land_area', 'area', 'amounts', '用地', 'Land', 90, [
    '用地面积',
    '土地面积',
    '拟用地',
    '供地面积',
    '占地面积',
  ]),
  project('floorArea', 'floor_area', 'floorArea', 'amounts', '厂房', 'Floor area', 100, [
    '厂房面积',
    '建筑面积',
    '总建筑面积',
    '租赁面积',
  ]),
  computed('investmentIntensity', 'perMu', '投资强度', 'Investment per mu', ['固定资产投资强度', '亩均投资']),
  project(
    'expectedOutput',
    'expected_output',
    'money',
    'amounts',
    '达产产值',
    'Output at full capacity',
    110,
    ['预计产值', '年产值', '达产年产值', '预计年产值'],
  ),
  project('expectedTax', 'expected_tax', 'money', 'amounts', '达产税收', 'Tax at full capacity', 110, [
    '预计税收',
    '年税收',
    '达产年税收',
    '预计年税收',
  ]),
  computed('taxPerMu', 'perMu', '亩均税收', 'Tax per mu', ['预计亩均税收']),
  project('firstContactUnit', 'first_contact_unit', 'text', 'people', '首谈单位', 'First contact', 130, [
    '首报单位',
    '引进单位',
    '招引单位',
  ]),
  project('corps', 'corps_id', 'corps', 'people', '落户兵团', 'Corps', 140, [
    '兵团',
    '所属兵团',
    '责任兵团',
    '落户平台',
    '所在兵团',
    '落户区块',
  ]),
  project('parcelNo', 'parcel_no', 'text', 'people', '地块', 'Parcel', 150, [
    '地块编号',
    '落户地块',
    '地块号',
    '项目地址',
    '建设地点',
    '落地位置',
  ]),
  project('leadOfficial', 'lead_official', 'text', 'people', '牵头领导', 'Lead official', 100, [
    '领衔领导',
    '联系领导',
    '挂钩领导',
    '包抓领导',
  ]),
  project('responsibleUnit', 'responsible_unit', 'text', 'people', '责任单位', 'Responsible unit', 140, [
    '牵头单位',
    '主管单位',
    '责任部门',
  ]),
  project('officer', 'officer', 'text', 'people', '责任人', 'Officer', 90, [
    '项目管家',
    '服务专员',
    '专员',
    '具体责任人',
    '管家',
  ]),
  project(
    'contactName',
    'contact_name',
    'text',
    'people',
    '联系人',
    'Contact',
    90,
    [
      '企业联系人',
      '项目联系人',
      '业主联系人',
      '联系人姓名',
      '联系人及电话',
      '联系人及联系电话',
      '联系人及联系方式',
      '联系人/电话',
    ],
    { personal: 'name' },
  ),
  project(
    'contactPhone',
    'contact_phone',
    'text',
    'people',
    '联系电话',
    'Telephone',
    130,
    [
      '联系方式',
      '电话',
      '手机',
      '手机号',
      '手机号码',
      '联系手机',
      '联系人电话',
      '联系人手机',
      '联系人联系方式',
      '企业联系电话',
    ],
    { personal: 'phone' },
  ),
  project(
    'stage',
    'stage',
    'choice',
    'stage',
    '当前阶段',
    'Stage',
    150,
    ['阶段', '项目阶段', '推进阶段', '所处阶段', '项目进度阶段'],
    { choices: choicesOf(stages, stageWords) },
  ),
  project('standing', 'standing', 'choice', 'stage', '状态', 'Standing', 90, ['项目状态', '推进状态'], {
    choices: choicesOf(standings, standingWords),
  }),
  {
    ...computed('stageProof', 'choice', '阶段佐证', 'Proof of stage', []),
    group: 'stage',
    usual: undefined,
    choices: [
      { value: 'proven', zh: '有佐证', en: 'With evidence', aliases: [] },
      { value: 'none', zh: '无佐证', en: 'No evidence', aliases: [] },
    ],
  },
  ...milestoneFields,
  progress('period', 'period', 'when', '进展月份', 'Progress month', 96, [
    '期次',
    '数据月份',
    '填报月份',
    '统计月份',
  ]),
  progress('annualPlan', 'annual_plan', 'money', '年度计划投资', 'Plan for the year', 120, [
    '年度计划',
    '年计划投资',
    '本年计划投资',
    '年度投资计划',
    '今年计划投资',
  ]),
  progress(
    'monthDone',
    'month_done',
    'money',
    '当月完成',
    'Done this month',
    110,
    ['本月完成', '当月完成投资', '本月完成投资'],
    { signed: true },
  ),
  progress(
    'yearDone',
    'year_done',
    'money',
    '本年累计',
    'Done this year',
    110,
    ['本年累计完成', '年度累计完成', '1-本月完成', '今年累计完成投资', '累计完成'],
    { signed: true },
  ),
  progress('totalDone', 'total_done', 'money', '开工以来累计', 'Done since start', 120, [
    '开工至今累计',
    '累计完成投资',
    '自开工累计完成',
  ]),
  {
    ...computed('completionRate', 'percent', '完成率', 'Rate of plan', [
      '年度完成率',
      '投资完成率',
      '完成年度计划比例',
    ]),
    group: 'progress',
    signed: true,
  },
  progress('physicalProgress', 'physical_progress', 'longText', '形象进度', 'Physical progress', 200, [
    '工程进度',
    '形象进展',
  ]),
  progress('progress', 'progress', 'longText', '本期进展', 'Progress', 260, [
    '进展情况',
    '目前进展',
    '项目进展',
    '推进情况',
    '本月进展',
    '最新进展',
  ]),
  progress('problem', 'problem', 'longText', '存在问题', 'Problem', 240, [
    '问题',
    '主要问题',
    '存在的问题',
    '困难问题',
    '卡点',
  ]),
  progress('coordination', 'coordination', 'longText', '需协调事项', 'To be coordinated', 200, [
    '需协调解决事项',
    '需协调问题',
    '协调事项',
    '提交层级',
    '需要协调事项',
  ]),
  progress('nextStep', 'next_step', 'longText', '下步计划', 'Next step', 240, [
    '下一步计划',
    '下步工作',
    '下一步工作',
    '下步打算',
  ]),
  progress('light', 'light', 'choice', '灯', 'Light', 64, ['亮灯', '亮灯情况', '红黄绿灯', '预警'], {
    choices: choicesOf(lights, lightWords),
  }),
  project('note', 'note', 'longText', 'progress', '备注', 'Note', 180, ['说明', '备注说明']),
  {
    ...project('provenance', 'provenance', 'choice', 'identity', '数据性质', 'Provenance', 90, ['数据来源']),
    usual: undefined,
    choices: [
      { value: 'published', zh: '公开报道', en: 'Published', aliases: ['报道', '公开'] },
      { value: 'illustrative', zh: '示意', en: 'Illustrative', aliases: ['示例', '演示', '示意数据'] },
    ],
  },
]

export const fieldByKey: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.key, field]))
/** What a leader asks first stands where it is seen without scrolling; the rest as offices write it. */
const first = ['name', 'totalInvestment', 'corps', 'stage']
export const usualFields: readonly Field[] = [
  ...first.flatMap((key) => fieldByKey.get(key) ?? []),
  ...fields.filter((field) => field.usual && !first.includes(field.key)),
]
/** The month is which progress is meant, not something to be typed over. */
export const isEditable = (field: Field) => field.store.in !== 'computed' && field.key !== 'period'
