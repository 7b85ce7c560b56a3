/** What a blocker is about. */
export const blockerKinds = ['land', 'energy', 'approval', 'funds', 'people', 'technical', 'other'] as const
export type BlockerKind = (typeof blockerKinds)[number]

export const kindWords: Record<BlockerKind, { zh: string; en: string }> = {
  land: { zh: '用地', en: 'Land' },
  energy: { zh: '能耗', en: 'Energy' },
  approval: { zh: '审批', en: 'Approval' },
  funds: { zh: '资金', en: 'Funds' },
  people: { zh: '用工', en: 'People' },
  technical: { zh: '技术', en: 'Technical' },
  other: { zh: '其他', en: 'Other' },
}
