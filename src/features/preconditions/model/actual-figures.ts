import type { Quantity } from '../../../engine/land-rules/units.ts'
import type { Day } from '../../../shared/days.ts'
import { multiplyDecimal, signOfDecimal } from '../../../shared/decimal.ts'
import { monthsTaken, spanOf } from './promise-state.ts'

export type Recorded = {
  /** ㎡ */
  landArea: string | null
  /** 万元 since the start. */
  totalDone: string | null
  /** Milestones that have happened. */
  passed: Readonly<Record<string, Day | undefined>>
}
export type RecordedFigure = { quantity: Quantity; fields: string[] }

/** What the records tell of an indicator by themselves: investment done, by itself and by the mu, and spans between milestones. */
export function recordedFigure(indicator: string, { landArea, totalDone, passed }: Recorded, today: Day) {
  const span = spanOf(indicator)
  if (span) return spanFigure(span, passed, today)
  if (totalDone === null) return undefined
  if (indicator === 'fixedInvestment' || indicator === 'totalInvestment')
    return { quantity: { value: totalDone, unit: '万元' }, fields: ['totalDone'] } satisfies RecordedFigure
  if (indicator !== 'fixedInvestIntensity' || landArea === null || signOfDecimal(landArea) <= 0)
    return undefined
  return {
    quantity: { value: multiplyDecimal(totalDone, '10000'), over: landArea, unit: '万元/公顷' },
    fields: ['totalDone', 'landArea'],
  } satisfies RecordedFigure
}

/** Of a span under way: what it has taken up to today. */
function spanFigure(
  [from, to]: [string, string],
  passed: Recorded['passed'],
  today: Day,
): RecordedFigure | undefined {
  const [begun, ended] = [passed[from], passed[to] ?? today]
  if (begun === undefined || ended < begun) return undefined
  return {
    quantity: { value: String(monthsTaken(begun, ended)), unit: '个月' },
    fields: [`${from}.actual`, ...(passed[to] ? [`${to}.actual`] : [])],
  }
}
