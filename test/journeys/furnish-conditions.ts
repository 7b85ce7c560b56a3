import type { RuleSets } from '../../src/features/preconditions/contract.ts'
import type { Caller } from './caller.ts'
import { smallPdf } from './small-papers.ts'

/** The conditions of every parcel, one of them said to hold, a promise, and a review that found a conflict. */
export async function furnishConditions(analyst: Caller, projectId: string) {
  const { presets } = await analyst.get<RuleSets>('/rule-sets')
  const rules = presets.find(({ key }) => key === 'usual')?.rules.map(({ id: _, ...rule }) => rule)
  const { id: setId, items } = await analyst.send<RuleSets & { id: string }>('POST', '/rule-sets', {
    ...{ name: '通用供地条件', preset: 'usual', everywhere: true, source: '示例', rules, parcelIds: [] },
  })
  const project = `/projects/${projectId}`
  const ruleId = items[0]?.rules.find(({ kind }) => kind === 'statement')?.id
  await analyst.send('POST', `${project}/confirmations`, {
    ...{ setId, ruleId, setRevision: 1, holds: true, note: '保证金 3 月 8 日到账' },
  })
  await analyst.send('PUT', `${project}/promises/officeLandRatio`, {
    ...{ revision: null, value: '8.5', unit: '%', checkStage: 'completed', source: '投资协议第 5 条' },
  })
  await analyst.send('PUT', `${project}/promises/monthsToStart`, {
    ...{ revision: null, value: '6', unit: '个月', checkStage: 'completed', source: '投资协议第 7 条' },
    dueOn: '2022-06-30',
  })
  await analyst.send('POST', `${project}/promises/officeLandRatio/actuals`, {
    ...{ value: '6.2', unit: '%', measuredOn: '2022-02-28', source: '竣工测绘报告' },
  })
  const filed = await analyst.upload<{ papers: { id: string }[] }>(
    `${project}/papers`,
    '公平竞争审查表.pdf',
    smallPdf('fair competition'),
    { milestone: 'underReview', kind: 'fairCompetition' },
  )
  await analyst.send('POST', `${project}/fair-reviews`, {
    conclusion: 'conflicts',
    basis: '奖励条款以纳税额为依据，违反第十条',
    reviewedOn: '2022-03-01',
    paperId: filed.papers.at(-1)?.id,
  })
}
