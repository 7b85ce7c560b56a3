import type { Quantity } from '../../../engine/land-rules/units.ts'
import type { Day } from '../../../shared/days.ts'
import { multiplyDecimal, signOfDecimal } from '../../../shared/decimal.ts'
import type { Stage } from '../../projects/stages.ts'
import { monthsTaken, spanOf } from './promise-state.ts'
import { hasReached, type Life } from './reached.ts'

export type Recorded = Life & {
  /** ㎡ */
  landArea: string | null
  /** 万元 since the start. */
  totalDone: string | null
}
export type RecordedFigure = { quantity: Quantity; fields: string[] }

/** What the records tell of an indicator by themselves: investment done, by itself and by the mu, and spans between milestones. */
export function recordedFigure(
  indicator: string,
  { landArea, totalDone, ...life }: Recorded,
  today: Day,
): RecordedFigure | undefined {
  const span = spanOf(indicator)
  if (span) return spanFigure(span, life, today)
  if (totalDone === null) return undefined
  if (indicator === 'fixedInvestment' || indicator === 'totalInvestment')
    return { quantity: { value: totalDone, unit: '万元' }, fields: ['totalDone'] }
  if (indicator !== 'fixedInvestIntensity' || landArea === null || signOfDecimal(landArea) <= 0)
    return undefined
  return {
    quantity: { value: multiplyDecimal(totalDone, '10000'), over: landArea, unit: '万元/公顷' },
    fields: ['totalDone', 'landArea'],
  }
}

/** Of a span under way: what it has taken up to today. One that has ended on a day nobody wrote has no figure. */
function spanFigure([from, to]: [Stage, Stage], life: Life, today: Day): RecordedFigure | undefined {
  const { passed } = life
  const [begun, ended] = [passed[from], passed[to] ?? (hasReached(to, life) ? undefined : today)]
  if (begun === undefined || ended === undefined || ended < begun) return undefined
  return {
    quantity: { value: String(monthsTaken(begun, ended)), unit: '个月' },
    fields: [`${from}.actual`, ...(passed[to] ? [`${to}.actual`] : [])],
  }
}
