import type { Stage } from '../../projects/stages.ts'
import type { Need, Reason, ReasonedStanding } from '../contract.ts'

type Rule = { needs: Need[]; verified: boolean; source: { zh: string; en: string } }

const need = (milestone: Need['milestone'], ...papers: string[]): Need => ({ milestone, papers })
const example = { zh: '示例', en: 'example' }
const linhai = {
  zh: '临海市 2022 年招商引资考核口径：落地看摘牌、厂房不动产变更或租赁合同；开工看新开工且入统',
  en: 'Linhai’s assessment of 2022: landed is land awarded, property transferred or a lease; started counts once entered into statistics',
}
const competition = {
  zh: '《公平竞争审查条例》2024-08-01 起施行；联审意见为示例',
  en: 'Regulation on Fair Competition Review, in force from 2024-08-01; the joint review is an example',
}

/** What each stage needs until a zone says otherwise; a source that is published is named, all else is an example. */
export const presetRules: Record<Stage, Rule> = {
  lead: { needs: [need('lead')], verified: false, source: example },
  engaged: { needs: [need('engaged', 'contactRecord')], verified: false, source: example },
  negotiating: { needs: [need('negotiating', 'talkRecord')], verified: false, source: example },
  underReview: {
    needs: [need('underReview', 'jointReview'), need('underReview', 'fairCompetition')],
    verified: true,
    source: competition,
  },
  signed: { needs: [need('signed', 'agreement')], verified: true, source: example },
  landed: {
    needs: [need('landed', 'landDeal', 'propertyTransfer', 'lease')],
    verified: true,
    source: linhai,
  },
  landSupplied: {
    needs: [need('landAwarded', 'landDeal'), need('landSupplied', 'landContract')],
    verified: true,
    source: example,
  },
  started: {
    needs: [
      need('permitIssued', 'buildingPermit'),
      need('started', 'startReport'),
      need('statEntered', 'statEntry'),
    ],
    verified: true,
    source: linhai,
  },
  underConstruction: {
    needs: [need('underConstruction', 'progressPicture')],
    verified: false,
    source: example,
  },
  completed: { needs: [need('completed', 'completionFiling')], verified: true, source: example },
  inProduction: {
    needs: [need('inProduction', 'trialReport', 'firstInvoice')],
    verified: true,
    source: example,
  },
  aboveScale: { needs: [need('aboveScale', 'aboveScaleProof')], verified: true, source: example },
  fullCapacity: { needs: [need('fullCapacity', 'capacityReview')], verified: true, source: example },
  contractReview: { needs: [need('contractReview', 'performanceReview')], verified: true, source: example },
}

export const presetReasons: Record<ReasonedStanding, Reason[]> = {
  onHold: [
    { zh: '投资方资金未到位', en: 'The investor’s funds are not in place' },
    { zh: '市场变化，投资方暂缓', en: 'The market changed; the investor waits' },
    { zh: '用地或规划条件未落实', en: 'Land or planning conditions are open' },
    { zh: '前期审批未完成', en: 'Approvals are not complete' },
    { zh: '其他', en: 'Other' },
  ],
  lost: [
    { zh: '落户其他地区', en: 'Went to another area' },
    { zh: '投资方放弃投资', en: 'The investor gave up the investment' },
    { zh: '用地指标不足', en: 'Not enough land quota' },
    { zh: '联审未通过', en: 'Did not pass the joint review' },
    { zh: '条件未谈拢', en: 'No agreement on the terms' },
    { zh: '其他', en: 'Other' },
  ],
  rescinded: [
    { zh: '逾期未开工', en: 'Not started in time' },
    { zh: '未达协议约定', en: 'The agreement was not kept' },
    { zh: '双方协商解约', en: 'By mutual consent' },
    { zh: '其他', en: 'Other' },
  ],
}
