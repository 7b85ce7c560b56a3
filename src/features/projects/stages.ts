/** The 14 stages of an investment project, in order. */
export const stages = [
  'lead',
  'engaged',
  'negotiating',
  'underReview',
  'signed',
  'landed',
  'landSupplied',
  'started',
  'underConstruction',
  'completed',
  'inProduction',
  'aboveScale',
  'fullCapacity',
  'contractReview',
] as const
/** Before these a project is known to those it concerns alone (migration 0006 holds the same). */
export const isUnsigned = (stage: unknown) => stages.indexOf(stage as Stage) < stages.indexOf('signed')
export type Stage = (typeof stages)[number]

/** Where a project stands beside its stage: a lost project keeps the stage it had reached. */
export const standings = ['ongoing', 'onHold', 'lost', 'transferred', 'rescinded'] as const
export type Standing = (typeof standings)[number]
/** Those in which a project still is to have a place and to keep what it promised. */
export const heldStandings = ['ongoing', 'onHold'] as const satisfies readonly Standing[]
export const isHolding = (standing: Standing) => heldStandings.some((one) => one === standing)

/** Dated events: entering each stage, and the steps between that offices also track. */
export const milestoneKinds = [
  ...stages,
  'frameworkSigned',
  'companyRegistered',
  'landAwarded',
  'permitIssued',
  'statEntered',
  'toppedOut',
] as const
export type MilestoneKind = (typeof milestoneKinds)[number]

/** Dated events in the order in which a project meets them: the steps between stages stand before the stage they open. */
export const lifeOrder: readonly MilestoneKind[] = [
  'lead',
  'engaged',
  'negotiating',
  'underReview',
  'frameworkSigned',
  'signed',
  'companyRegistered',
  'landed',
  'landAwarded',
  'landSupplied',
  'permitIssued',
  'started',
  'statEntered',
  'underConstruction',
  'toppedOut',
  'completed',
  'inProduction',
  'aboveScale',
  'fullCapacity',
  'contractReview',
]

export const milestoneDates = ['plan', 'forecast', 'actual'] as const
export type MilestoneDate = (typeof milestoneDates)[number]

/** Unknown is grey and never green. */
export const lights = ['green', 'yellow', 'red', 'grey'] as const
export type Light = (typeof lights)[number]

type Words = { zh: string; en: string; aliases: readonly string[] }

export const stageWords: Record<Stage, Words> = {
  lead: { zh: '线索', en: 'Lead', aliases: ['项目线索', '信息', '线索登记'] },
  engaged: { zh: '对接', en: 'Engaged', aliases: ['盯引', '对接盯引', '接洽', '对接中', '跟踪'] },
  negotiating: { zh: '在谈', en: 'Negotiating', aliases: ['洽谈', '在谈洽谈', '洽谈中', '谈判'] },
  underReview: {
    zh: '评审',
    en: 'Under review',
    aliases: ['决策', '评审决策', '拟签约', '待签约', '预审', '联审'],
  },
  signed: { zh: '签约', en: 'Signed', aliases: ['已签约', '新签约', '签约项目'] },
  landed: { zh: '落地', en: 'Landed', aliases: ['已落地', '注册落地', '落户'] },
  landSupplied: { zh: '供地', en: 'Land supplied', aliases: ['已供地', '摘牌', '已摘牌', '拿地'] },
  started: { zh: '开工', en: 'Started', aliases: ['已开工', '新开工', '动工'] },
  underConstruction: {
    zh: '在建',
    en: 'Under construction',
    aliases: ['续建', '建设中', '在建续建', '施工'],
  },
  completed: { zh: '竣工', en: 'Completed', aliases: ['已竣工', '竣工验收', '完工'] },
  inProduction: { zh: '投产', en: 'In production', aliases: ['已投产', '试生产', '建成投产', '投用'] },
  aboveScale: { zh: '上规', en: 'Above scale', aliases: ['入规', '已上规', '上规入规'] },
  fullCapacity: { zh: '达产', en: 'Full capacity', aliases: ['已达产', '达产复核'] },
  contractReview: { zh: '履约评价', en: 'Contract review', aliases: ['履约', '盘活', '履约监管'] },
}

export const standingWords: Record<Standing, Words> = {
  ongoing: { zh: '推进中', en: 'Ongoing', aliases: ['正常', '推进', '正常推进', '有序推进'] },
  onHold: { zh: '暂缓', en: 'On hold', aliases: ['暂停', '搁置', '停工'] },
  lost: { zh: '流失', en: 'Lost', aliases: ['终止', '放弃', '未落户'] },
  transferred: { zh: '流转', en: 'Transferred', aliases: ['已流转', '移交'] },
  rescinded: { zh: '解约', en: 'Rescinded', aliases: ['已解约', '合同解除', '退地'] },
}

export const lightWords: Record<Light, Words> = {
  green: { zh: '绿灯', en: 'Green', aliases: ['绿', '绿色', '●'] },
  yellow: { zh: '黄灯', en: 'Yellow', aliases: ['黄', '黄色', '▲'] },
  red: { zh: '红灯', en: 'Red', aliases: ['红', '红色', '■'] },
  grey: { zh: '未亮灯', en: 'Not lit', aliases: ['灰', '灰灯', '无', '○'] },
}

/** What a milestone is called as a dated event, 签约 as in 签约时间. */
export const milestoneWords: Record<MilestoneKind, { zh: string; en: string }> = {
  ...stageWords,
  frameworkSigned: { zh: '框架签约', en: 'Framework agreement' },
  companyRegistered: { zh: '注册', en: 'Company registered' },
  landAwarded: { zh: '摘牌', en: 'Land awarded' },
  permitIssued: { zh: '施工许可', en: 'Building permit' },
  statEntered: { zh: '入统', en: 'Entered statistics' },
  toppedOut: { zh: '结顶', en: 'Topped out' },
}
