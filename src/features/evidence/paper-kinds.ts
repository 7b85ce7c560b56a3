type Words = { zh: string; en: string }

/** Kinds of paper that offices file. A zone's rules may name others in its own words. */
const paperKindWords = {
  leadRecord: { zh: '线索登记表', en: 'Lead record' },
  contactRecord: { zh: '对接记录', en: 'Record of contact' },
  talkRecord: { zh: '洽谈纪要', en: 'Minutes of talks' },
  jointReview: { zh: '联审（预审）意见书', en: 'Joint review opinion' },
  fairCompetition: { zh: '公平竞争审查表', en: 'Fair competition review' },
  decision: { zh: '上会纪要', en: 'Minutes of the decision' },
  framework: { zh: '框架协议', en: 'Framework agreement' },
  agreement: { zh: '投资协议', en: 'Investment agreement' },
  businessLicence: { zh: '营业执照', en: 'Business licence' },
  landDeal: { zh: '土地成交确认书', en: 'Land award confirmation' },
  propertyTransfer: { zh: '不动产变更登记', en: 'Property transfer' },
  lease: { zh: '租赁合同', en: 'Lease' },
  landContract: { zh: '土地出让合同', en: 'Land grant contract' },
  buildingPermit: { zh: '施工许可证', en: 'Building permit' },
  startReport: { zh: '开工报告（照片）', en: 'Report or picture of the start' },
  statEntry: { zh: '入统证明', en: 'Proof of entry into statistics' },
  progressPicture: { zh: '形象进度照片', en: 'Picture of physical progress' },
  completionFiling: { zh: '竣工验收备案表', en: 'Completion filing' },
  trialReport: { zh: '试生产报告', en: 'Trial production report' },
  firstInvoice: { zh: '首张发票', en: 'First invoice' },
  aboveScaleProof: { zh: '上规入库证明', en: 'Proof of size above scale' },
  capacityReview: { zh: '达产复核意见', en: 'Full capacity review' },
  performanceReview: { zh: '履约评价报告', en: 'Contract performance report' },
} as const satisfies Record<string, Words>
export const paperKinds = Object.keys(paperKindWords)

export const paperKindLabel = (kind: string, language: keyof Words): string =>
  (paperKindWords as Record<string, Words>)[kind]?.[language] ?? kind
