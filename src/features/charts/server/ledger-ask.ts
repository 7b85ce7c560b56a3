import type { Condition } from '../../projects/contract.ts'
import { stagesOf } from '../../projects/phases.ts'
import type { BattleQuery } from '../contract.ts'

type Asked = Pick<BattleQuery, 'corps' | 'chain' | 'phase' | 'q' | 'group' | 'sort'>

/** The part of a chart's question that the ledger answers: which projects, in which order. */
export function ledgerAsk({ corps, chain, phase, q, group, sort }: Asked) {
  const isOf = (field: string, value: string | undefined): Condition[] =>
    value === undefined
      ? []
      : [value === 'none' ? { field, op: 'blank' } : { field, op: 'is', value: [value] }]
  const where = [
    ...isOf('corps', corps),
    ...isOf('chain', chain),
    ...(phase ? [{ field: 'stage', op: 'is', value: stagesOf(phase) } as const] : []),
  ]
  const order = [...(group ? [group] : []), sort ?? 'name'].join(',')
  return {
    ...(q ? { q } : {}),
    ...(where.length > 0 ? { where: JSON.stringify(where) } : {}),
    sort: order,
  }
}
