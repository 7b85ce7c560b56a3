/** What a project can need, in the order of the support chart's columns. */
export const supportKinds = ['land', 'energy', 'approval', 'funds', 'people', 'other'] as const
export type SupportKind = (typeof supportKinds)[number]

export const supportKindWords: Record<SupportKind, { zh: string; en: string }> = {
  land: { zh: '用地', en: 'Land' },
  energy: { zh: '能耗', en: 'Energy' },
  approval: { zh: '审批', en: 'Approval' },
  funds: { zh: '资金', en: 'Funds' },
  people: { zh: '用工', en: 'People' },
  other: { zh: '其他', en: 'Other' },
}

/** Open ones are those not met; overdue ones are those of them whose day is past. */
export const supportStates = ['open', 'overdue', 'met'] as const
export type SupportState = (typeof supportStates)[number]
