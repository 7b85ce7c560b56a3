/** Who deals with a blocker, from the project's own officer up to the joint meeting. */
export const levels = ['officer', 'corps', 'zone', 'joint'] as const
export type Level = (typeof levels)[number]

export const levelWords: Record<Level, { zh: string; en: string }> = {
  officer: { zh: '项目管家', en: 'Officer' },
  corps: { zh: '兵团', en: 'Corps' },
  zone: { zh: '开发区', en: 'Zone' },
  joint: { zh: '联席协调', en: 'Joint' },
}

/** Who acts at a level, for sentences. */
export const levelPeople: Record<Level, { zh: string; en: string }> = {
  officer: { zh: '项目管家和本兵团人员', en: "the project's officer and the people of its corps" },
  corps: { zh: '本兵团的兵团长', en: "the corps' commander" },
  zone: { zh: '管委会领导', en: "the zone's directors" },
  joint: { zh: '管委会领导', en: "the zone's directors" },
}

export const blockerStates = ['open', 'solved', 'withdrawn'] as const
export type BlockerState = (typeof blockerStates)[number]

/** What people do about a blocker once it is raised; each leaves a step. */
export const acts = ['note', 'up', 'down', 'solve', 'withdraw', 'reopen'] as const
export type Act = (typeof acts)[number]
export const stepKinds = ['raise', 'amend', ...acts] as const
export type StepKind = (typeof stepKinds)[number]
