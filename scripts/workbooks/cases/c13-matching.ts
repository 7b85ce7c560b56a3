import { type Case, CaseSheet, expectedOf } from '../case-sheet.ts'
import { officeXlsx } from '../office-xlsx/package.ts'
import { throughSheetJs } from '../through-sheetjs.ts'

type Values = {
  code?: string
  name: string
  investor?: string
  total: number
  stage: [written: string, taken: string]
  corps: string
}
const keys = ({ code, name, investor, total, stage, corps }: Values) => ({
  ...(code ? { code } : {}),
  name,
  ...(investor ? { investor } : {}),
  totalInvestment: String(total),
  stage: stage[1],
  corps,
})

const before = new CaseSheet('台账')
before.above('项目代码', '项目名称', '投资方', '总投资（万元）', '当前阶段', '落户兵团')
const first = (values: Values) =>
  before.data(
    [values.code ?? null, values.name, values.investor ?? null, values.total, values.stage[0], values.corps],
    keys(values),
  )
const signed: [string, string] = ['签约', 'signed']
const landed: [string, string] = ['落地', 'landed']
const talking: [string, string] = ['在谈', 'negotiating']

const lighthouse = {
  code: '2109-330109-04-01-100001',
  name: '灯塔机器人关节模组项目',
  investor: '杭州灯塔机器人有限公司',
  total: 18000,
  stage: landed,
  corps: '桥南兵团',
}
const reef = {
  code: '2110-330109-04-01-100002',
  name: '礁石数据治理平台',
  investor: '杭州礁石数据科技有限公司',
  total: 6000,
  stage: landed,
  corps: '市北兵团',
}
const harbour = {
  name: '港湾大厦提升项目',
  investor: '港湾置业有限公司',
  total: 30000,
  stage: talking,
  corps: '市北兵团',
}
const anchor = {
  name: '锚地生物反应器项目',
  investor: '浙江锚地生物技术有限公司',
  total: 15000,
  stage: talking,
  corps: '三江创智新城兵团',
}
const sail = {
  code: '2111-330109-04-02-100003',
  name: '风帆可降解材料项目',
  investor: '浙江风帆新材料有限公司',
  total: 42000,
  stage: landed,
  corps: '绿色智造产业新城兵团',
}
const oar = { name: '双桨人才社区项目', total: 9000, stage: talking, corps: '科技城兵团' }
const buoy = {
  name: '浮标海洋传感器研究院',
  investor: '杭州浮标科技有限公司',
  total: 5000,
  stage: talking,
  corps: '科技城兵团',
}
for (const project of [lighthouse, reef, harbour, anchor, sail, oar, buoy]) first(project)

export const matchingBefore: Case = {
  name: '13a-before.xlsx',
  bytes: () => throughSheetJs({ savedAt: [2022, 1, 31], sheets: [before.sheet()] }, 'xlsx'),
  expected: expectedOf('13b 之前已在台账里的七个项目', [before], { period: '2022-01' }),
}

const after = new CaseSheet('2月')
after.above('序号', '落户兵团', '项目名称', '投资方', '总投资（亿元）', '项目代码', '当前阶段')
const verdicts: NonNullable<Case['expected']['verdicts']> = []
const now = (
  values: Values,
  verdict: (typeof verdicts)[number]['verdict'],
  matches?: number,
  changed?: string[],
  issues = {},
) => {
  after.data(
    [
      after.last,
      values.corps,
      values.name,
      values.investor ?? null,
      values.total / 10_000,
      values.code ?? null,
      values.stage[0],
    ],
    keys(values),
    issues,
  )
  verdicts.push({
    sheet: after.name,
    row: after.last,
    verdict,
    ...(matches ? { matches } : {}),
    ...(changed ? { changed } : {}),
  })
}
// Other order, other columns, 亿元 for 万元: still the same.
now(sail, 'unchanged', 6)
now(
  { ...lighthouse, name: '灯塔高精度关节模组产业化项目（一期）', stage: ['供地', 'landSupplied'] },
  'changed',
  2,
  ['name', 'stage'],
)
now(reef, 'unchanged', 3)
now({ ...anchor, total: 16500, stage: signed }, 'changed', 5, ['totalInvestment', 'stage'])
// The same name, another investor: two projects, or a project that changed hands? Nobody but a person knows.
now({ ...harbour, investor: '远洋之外资产管理有限公司' }, 'doubt', 4)
// Code and investor are told for the first time.
now(
  { ...oar, investor: '双桨城市运营有限公司', code: '2202-330109-04-01-100004', stage: landed },
  'changed',
  7,
  ['investor', 'code', 'stage'],
)
now(buoy, 'unchanged', 8)
now(
  {
    name: '罗盘导航芯片设计中心',
    investor: '杭州罗盘微电子有限公司',
    total: 3000,
    stage: talking,
    corps: '科技城兵团',
  },
  'new',
)
now(
  {
    name: '罗盘导航芯片设计中心',
    investor: '杭州罗盘微电子有限公司',
    total: 3500,
    stage: signed,
    corps: '科技城兵团',
  },
  'doubt',
  undefined,
  undefined,
  { C: 'twice_in_file' },
)
// A code of another project: copied one row too far.
now(
  {
    name: '舷窗光伏逆变器项目',
    investor: '杭州舷窗能源科技有限公司',
    total: 7000,
    stage: landed,
    corps: '桥南兵团',
    code: reef.code,
  },
  'doubt',
  3,
  undefined,
  { F: 'twice_in_file' },
)

export const matchingAfter: Case = {
  name: '13b-after.xlsx',
  bytes: () => officeXlsx({ savedAt: [2022, 2, 28], sheets: [after.sheet()] }),
  expected: expectedOf(
    '同一批项目换了顺序、列、单位和名称：代码同而名称变、名同而投资方变、文件内重复、代码抄错行',
    [after],
    { after: '13a-before.xlsx', verdicts },
  ),
}
