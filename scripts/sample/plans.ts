import type { Stage } from '../../src/features/projects/stages.ts'
import { addDays, addMonths, type Day, lastDayOfMonth, monthOf, quarterOf } from '../../src/shared/days.ts'
import { parseWhen } from '../../src/shared/when.ts'
import { lastDay, type Reach, type SampleProject, type Timed } from './project.ts'
import type { Luck } from './random.ts'

type Precision = 'month' | 'quarter' | 'halfYear' | 'tenDays'

const text = (day: Day, precision: Precision) => {
  const year = day.slice(0, 4)
  if (precision === 'quarter') return `${year}-Q${quarterOf(day)}`
  if (precision === 'halfYear') return `${year}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
  if (precision === 'tenDays')
    return `${day.slice(0, 7)}-T${Math.min(3, Math.ceil(Number(day.slice(8)) / 10))}`
  return monthOf(day)
}

/** The day on which a missed date is put off; never, if it was kept. */
const noticed = (promised: string, due: Day): Day => {
  const missed = parseWhen(promised)?.day ?? lastDay
  return due <= missed ? '9999-12-31' : addDays(lastDayOfMonth(monthOf(missed)), 20)
}

/** Later entries replace earlier ones; those never noticed drop out. */
const inOrder = (entries: Timed<string>): Timed<string> =>
  entries
    .filter(({ since }) => since < '9999')
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))

/**
 * When things were meant to happen, as written down at the time: promised early at the signing, put off once missed.
 * Some that are overdue are never put off. What follows a date moves with it, so that plans stay in order.
 */
export const plansOf = (reached: Reach, luck: Luck): SampleProject['planned'] => {
  const since = reached.signed ?? lastDay
  const usual = luck.part()
  const precision: Precision =
    usual < 0.76 ? 'month' : usual < 0.9 ? 'quarter' : usual < 0.95 ? 'halfYear' : 'tenDays'
  const later: Precision = precision === 'tenDays' ? 'month' : precision
  const dueOf = (stage: Stage) => reached[stage] ?? addMonths(lastDay, 18)
  const startSlip = luck.chance(0.48) ? luck.between(-20, 20) : luck.between(35, 190)
  const endSlip = Math.max(0, startSlip) + luck.between(-15, 55)

  const started = text(addDays(dueOf('started'), -startSlip), precision)
  const putOff = luck.chance(0.5) ? '9999-12-31' : noticed(started, dueOf('started'))
  const moved = endSlip - Math.max(0, startSlip)
  const completed = (slip: number) => text(addDays(dueOf('completed'), -slip), later)
  const missedEnd = noticed(completed(putOff < '9999' ? moved : endSlip), dueOf('completed'))
  const production = (slip: number) => text(addDays(dueOf('inProduction'), -slip), later)
  return {
    started: inOrder([
      { since, value: started },
      { since: putOff, value: text(dueOf('started'), precision) },
    ]),
    completed: inOrder([
      { since, value: completed(endSlip) },
      { since: putOff, value: completed(moved) },
      { since: missedEnd, value: completed(0) },
    ]),
    inProduction: inOrder([
      { since, value: production(endSlip) },
      { since: putOff, value: production(moved) },
      { since: missedEnd, value: production(0) },
    ]),
    fullCapacity: [{ since, value: dueOf('fullCapacity').slice(0, 4) }],
  }
}
