import type { Month } from '../../shared/days.ts'
import {
  compareDecimal,
  type Decimal,
  divideDecimal,
  multiplyDecimal,
  subtractDecimal,
} from '../../shared/decimal.ts'
import { type Figures, type Moment, type MonthFigures, monthBefore } from './figures.ts'
import { lightOf, type Ratio } from './limits.ts'
import type { InvestmentPart, Light, PartVerdict, Reason } from './rule.ts'

const digits = 6
const monthsOf = (month: Month) => String(Number(month.slice(5)))

/** Time progress and what was done are compared by multiplying out: no rate is rounded before it is judged. */
export function judgeInvestment(part: InvestmentPart, figures: Figures, { month }: Moment): PartVerdict {
  const grey = (reason: Reason): PartVerdict => ({ kind: part.kind, light: 'grey', reason })
  const report = newest(figures, month, part.monthsOld)
  if (!report) return grey({ code: 'missing', figure: 'yearDone', month })
  const first = judgeReport(part, figures, report)
  if (!first) return grey({ code: 'missing', figure: 'annualPlan', month: report.month })
  const { inARow } = part
  if (first.light !== 'yellow' || inARow === null || !isYellowSince(part, figures, report.month, inARow))
    return { kind: part.kind, ...first }
  return { kind: part.kind, light: 'red', reason: { ...first.reason, months: inARow } }
}

type Report = { month: Month; yearDone: Decimal }

/** Of this year: nobody's figure of January is to be had in December's report. */
function newest({ months }: Figures, month: Month, monthsOld: number): Report | undefined {
  const from = monthBefore(month, monthsOld)
  return months.filter(isReport).reduce<Report | undefined>((best, one) => {
    const fits = one.month <= month && one.month >= from && one.month.slice(0, 4) === month.slice(0, 4)
    return fits && (!best || one.month > best.month) ? one : best
  }, undefined)
}
const isReport = (one: MonthFigures): one is MonthFigures & Report => one.yearDone !== null

/** The year's plan as that month had it, or as it was last written before in the same year. */
function planOf({ months }: Figures, month: Month): Decimal | undefined {
  const known = months
    .filter(
      (one) => one.annualPlan !== null && one.month <= month && one.month.slice(0, 4) === month.slice(0, 4),
    )
    .reduce<MonthFigures | undefined>((best, one) => (best && best.month > one.month ? best : one), undefined)
  return known?.annualPlan ?? undefined
}

type Judged = {
  light: Light
  reason: Extract<Reason, { code: 'investmentPoints' | 'investmentShort' }>
}

function judgeReport(
  part: InvestmentPart,
  figures: Figures,
  { month, yearDone }: Report,
): Judged | undefined {
  const plan = planOf(figures, month)
  if (plan === undefined || compareDecimal(plan, '0') <= 0) return undefined
  const due = multiplyDecimal(plan, monthsOf(month)) // twelve times what the time gone by asks for
  const below = subtractDecimal(due, multiplyDecimal(yearDone, '12'))
  const gap: Ratio = {
    top: multiplyDecimal(below, '100'),
    bottom: part.measure === 'points' ? multiplyDecimal(plan, '12') : due,
  }
  const percent = divideDecimal(gap.top, gap.bottom, digits)
  return {
    light: lightOf(part, gap),
    reason:
      part.measure === 'points'
        ? {
            code: 'investmentPoints',
            month,
            rate: divideDecimal(multiplyDecimal(yearDone, '100'), plan, digits),
            gap: percent,
            months: null,
          }
        : {
            code: 'investmentShort',
            month,
            done: yearDone,
            due: divideDecimal(due, '12', digits),
            short: percent,
            months: null,
          },
  }
}

/** Yellow in this month and in each of those before it: months without a report break the row. */
function isYellowSince(part: InvestmentPart, figures: Figures, month: Month, count: number): boolean {
  return Array.from({ length: count - 1 }, (_, at) => monthBefore(month, at + 1)).every((before) => {
    const report = figures.months.filter(isReport).find((one) => one.month === before)
    return report && judgeReport(part, figures, report)?.light === 'yellow'
  })
}
