import type { Line } from '../../projects/server/queries.ts'
import type { Twin } from '../contract.ts'

/** A ledger line as the queue shows it. */
export function twinOf(line: Line | undefined, id: string): Twin {
  const text = (key: string) => {
    const value = line?.[key]
    return typeof value === 'string' ? value : null
  }
  return {
    id,
    name: text('name') ?? '',
    code: text('code'),
    investor: text('investor'),
    totalInvestment: text('totalInvestment'),
    corps: text('corps'),
    stage: text('stage') ?? 'lead',
  }
}
