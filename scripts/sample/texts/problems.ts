import { type Light, type Stage, type Standing, stages } from '../../../src/features/projects/stages.ts'
import type { Month } from '../../../src/shared/days.ts'
import type { SampleProject } from '../project.ts'
import { luck } from '../random.ts'
import { fittingBy, unmarked } from './fitting.ts'

type Trouble = readonly [problem: string, coordination: string, next: string]

const talking: readonly Trouble[] = [
  [
    '租|可用载体层高、面积与需求不符。',
    '请企业服务中心提供备选楼宇（兵团层面协调）。',
    '陪同企业再看两处载体。',
  ],
  [
    '地|意向地块与现有净地不匹配，净地面积不足。',
    '请规划建设局提供可比选地块（兵团层面协调）。',
    '比选三处备选地块，形成对比意见。',
  ],
  [
    '能耗指标尚未落实。',
    '请经济发展局明确能耗平衡方案（提交管委会专题会）。',
    '企业优化工艺，重新测算单位增加值能耗。',
  ],
  ['投资方总部决策链条长，协议文本反复。', '', '约请投资方分管负责人当面会商。'],
  [
    '投资方同步比选周边城市，政策预期偏高。',
    '请招商局依法依规统一答复口径（兵团层面协调）。',
    '以产业配套和审批时效为重点再次推介。',
  ],
  ['地|环境容量测算结果未出。', '请环保分局提前介入（部门协调）。', '本月底前完成环评预评估。'],
]
const landing: readonly Trouble[] = [
  [
    '地|地块内尚有2户未签约腾空。',
    '请属地镇街加快征迁扫尾（提交管委会专题会）。',
    '倒排腾空时间，具备条件即启动挂牌。',
  ],
  [
    '地|控规调整尚在公示，挂牌时间推迟。',
    '请规划建设局跟踪控规批复（部门协调）。',
    '公示期内同步完成方案预审。',
  ],
  [
    '地|亩均税收承诺低于供地前置条件，正协商提高。',
    '请经济发展局复核前置条件（兵团层面协调）。',
    '企业补充产出测算，重新提交承诺。',
  ],
  ['地|施工图审查意见较多，修改周期延长。', '', '组织图审机构与设计单位集中会商。'],
  [
    '租|载体交付标准与企业用电需求不符。',
    '请供电部门提前确定增容方案（部门协调）。',
    '一周内出具临时供电方案。',
  ],
]
const building: readonly Trouble[] = [
  [
    '租|楼板荷载不足，设备基础需加固。',
    '请企业服务中心协调业主与设计单位（部门协调）。',
    '本周出具加固方案。',
  ],
  [
    '地|地下管线迁改滞后，影响土方开挖。',
    '请规划建设局协调管线产权单位（提交管委会专题会）。',
    '先行施工不受影响区段，倒排工期。',
  ],
  ['施工力量不足，进度落后于序时。', '', '约谈总包单位，本月增加班组。'],
  ['专用变电设施接入滞后。', '请供电部门明确送电节点（部门协调）。', '同步推进外线与内线施工。'],
  ['钢材等材料价格上涨，企业放缓投入。', '', '走访企业，研究分期付款与融资对接。'],
  [
    '地|周边道路未贯通，大型设备进场困难。',
    '请规划建设局加快配套道路建设（兵团层面协调）。',
    '先修筑临时便道，保障设备进场。',
  ],
]
const producing: readonly Trouble[] = [
  ['熟练技工缺口约30人。', '请科技人才局组织专场招聘（部门协调）。', '对接职业院校订单班。'],
  ['产能爬坡慢于预期。', '', '专员驻企跟踪，协助对接下游客户。'],
  ['地|不动产登记资料不齐，影响融资。', '请不动产登记部门指导（部门协调）。', '本月补齐测绘与竣工资料。'],
]
const epidemic: Trouble = ['受疫情影响，外地人员到岗不足。', '', '落实包车返岗，分批复工。']

/** A trouble lasts about a quarter; lights that are not green always have one. */
export const problemOf = (
  project: SampleProject,
  month: Month,
  stage: Stage,
  standing: Standing,
  light: Light | undefined,
) => {
  if (standing !== 'ongoing') return {}
  const order = stages.indexOf(stage)
  if (order < stages.indexOf('engaged') || order >= stages.indexOf('aboveScale')) return {}
  const quarter = `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`
  const chance = luck(`trouble-${project.key}-${quarter}`)
  const lit = light === 'yellow' || light === 'red'
  if (!chance.chance(0.16) && !lit) return {}
  const early2020 = month < '2020-05' && stage !== 'engaged' && chance.chance(0.4)
  const list =
    order < stages.indexOf('signed')
      ? talking
      : order < stages.indexOf('started')
        ? landing
        : order < stages.indexOf('completed')
          ? building
          : producing
  const [problem, coordination, nextStep] = early2020
    ? epidemic
    : chance.pick(fittingBy(list, ([problem]) => problem, project.land !== undefined))
  return { problem: unmarked(problem), ...(coordination ? { coordination } : {}), nextStep }
}
