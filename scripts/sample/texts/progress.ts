import type { Stage, Standing } from '../../../src/features/projects/stages.ts'
import type { Month } from '../../../src/shared/days.ts'
import type { SampleProject } from '../project.ts'
import { luck } from '../random.ts'
import { fitting } from './fitting.ts'

/** `{d}` a day of the month, `{n}` `{m}` small numbers; 地| only with land of its own, 租| only in rented rooms. */
const sentences: Record<Stage, readonly string[]> = {
  lead: [
    '{d}由招商小组登记线索，正在核实投资主体与意向。',
    '展会对接获取线索，已取得企业基本情况。',
    '商会推荐，{d}电话沟通，企业有意在杭布局。',
    '以商招商获取信息，待约见企业负责人。',
  ],
  engaged: [
    '{d}赴企业总部拜访，介绍产业政策与空间。',
    '{d}企业来访，实地踏勘{n}处载体。',
    '已建立联系机制，企业正编制项目建议书。',
    '与企业战略投资部视频会议{n}次，需求清单已明确。',
    '{d}陪同企业考察园区配套。',
  ],
  negotiating: [
    '已开展{n}轮洽谈，围绕投资强度与建设周期磋商。',
    '{d}就协议文本第{n}稿交换意见。',
    '企业提交可行性研究报告，正比选{n}个地块。',
    '{d}双方就产出承诺及开竣工时限达成初步一致。',
    '正测算投入产出，能耗与环境容量初审中。',
  ],
  underReview: [
    '{d}完成联审，{m}个部门提出意见{n}条。',
    '公平竞争审查资料已提交，待上会。',
    '{d}通过项目预审，正修改投资协议。',
    '已列入下次党工委会议题。',
  ],
  signed: [
    '投资协议签订后，企业正办理公司注册。',
    '项目公司名称已核准，代办专员跟进注册。',
    '地|正编制总平方案，同步准备供地前置条件。',
    '地|企业已提交能评、环评委托，地勘进场。',
  ],
  landed: [
    '项目公司已注册，备案赋码完成，正开展方案设计。',
    '{d}召开方案联审会，意见{n}条已反馈企业。',
    '地|地块征迁扫尾，预计具备挂牌条件。',
    '租|载体交付验收完成，企业深化装修方案。',
    '地|供地前置条件清单已确认{m}项。',
  ],
  landSupplied: [
    '土地成交后已签出让合同，施工图审查中。',
    '{d}取得建设用地规划许可证，桩基图先行送审。',
    '施工总包招标完成，临时设施进场。',
    '四通一平基本完成，办理施工许可。',
  ],
  started: [
    '地|{d}取得施工许可，桩机{n}台进场。',
    '地|围挡及临建完成，正进行试桩。',
    '地|土方开挖完成约{m}0%，入统资料已报。',
    '租|装修施工队{d}进场，拆改完成。',
    '租|消防及装修方案备案完成，{d}进场。',
  ],
  underConstruction: [
    '地|现场施工人员约{m}0人，塔吊{n}台，按计划推进。',
    '{d}召开现场推进会，明确节点{n}个。',
    '租|净化及机电安装完成约{m}0%。',
    '租|装修现场{m}0余人，本月完成{n}个区域。',
    '主要设备已订货，首批预计两个月内到场。',
    '地|本月混凝土浇筑约{m}00立方米，质量安全受控。',
    '地|幕墙与机电安装穿插施工。',
    '本月完成{n}个分部工程验收。',
  ],
  completed: [
    '地|通过竣工验收，正办理不动产登记。',
    '地|规划、消防、人防联合验收完成，设备安装中。',
    '租|装修竣工，消防验收通过，设备安装中。',
    '{d}完成竣工备案，首批产线进场调试。',
  ],
  inProduction: [
    '{n}条产线投运，正申报月度入库。',
    '本月开票正常，产能利用率约{m}5%。',
    '试生产稳定，新增用工{m}0余人。',
    '首批订单交付，正开展二期设备选型。',
  ],
  aboveScale: [
    '已纳入规上统计，本月产值平稳。',
    '规上入库后运行正常，研发费用归集完成。',
    '本月产值环比增长{n}%，订单排至下季度。',
  ],
  fullCapacity: [
    '产出达到协议约定，达产复核资料已提交。',
    '{d}开展达产复核，税收指标达标。',
    '产能利用率超九成，企业拟申报智能工厂。',
  ],
  contractReview: [
    '协议约定与实绩逐项核对，投入、产出指标完成。',
    '{d}召开履约评价会，{m}项指标达标。',
    '履约评价材料归档，纳入亩均效益常态监测。',
  ],
}

export const progressText = (
  project: SampleProject,
  month: Month,
  stage: Stage,
  standing: Standing,
): string => {
  const chance = luck(`progress-${project.key}-${month}`)
  if (standing === 'onHold') return '项目暂缓，每月保持联系，跟踪投资方决策。'
  const entered = project.reached[stage] ?? `${month}-01`
  const first = entered.slice(0, 7) === month ? Number(entered.slice(8)) : 1
  const last = Math.max(first, 26)
  return chance
    .pick(fitting(sentences[stage], project.land !== undefined))
    .replace('{d}', `${Number(month.slice(5))}月${chance.between(first, last)}日`)
    .replaceAll('{n}', String(chance.between(2, 5)))
    .replaceAll('{m}', String(chance.between(4, 9)))
}
