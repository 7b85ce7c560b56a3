import type { Figures, Moment } from './figures.ts'
import { judgeInvestment } from './investment.ts'
import { judgeMilestones, judgeOverdue } from './late-milestones.ts'
import { worstOf } from './limits.ts'
import { judgeMonthTask } from './month-task.ts'
import type { LightRule, Part, PartVerdict, Verdict } from './rule.ts'
import { judgeFunds, judgeStatistics } from './statistics.ts'

/**
 * A project's light of a month: the worst of the parts that are known, with the reason of the first that has it. A part
 * that lacks a figure is grey and says which; all grey is grey. `moment.month` has begun by `moment.today`.
 */
export function judge({ parts }: LightRule, figures: Figures, moment: Moment): Verdict {
  if (figures.standing !== 'ongoing')
    return { light: 'grey', reason: { code: 'halted', standing: figures.standing }, parts: [] }
  const verdicts = parts.map((part) => judgePart(part, figures, moment))
  const light = worstOf(verdicts.map((one) => one.light))
  const deciding = verdicts.find((one) => one.light === light)
  return { light, reason: deciding?.reason ?? { code: 'missing', figure: 'planDates' }, parts: verdicts }
}

function judgePart(part: Part, figures: Figures, moment: Moment): PartVerdict {
  switch (part.kind) {
    case 'milestone':
      return judgeMilestones(part, figures, moment)
    case 'overdueMonths':
      return judgeOverdue(part, figures, moment)
    case 'investment':
      return judgeInvestment(part, figures, moment)
    case 'statistics':
      return judgeStatistics(part, figures, moment)
    case 'funds':
      return judgeFunds(part, figures)
    case 'monthTask':
      return judgeMonthTask(part, figures, moment)
  }
}
