import { Problem, say } from '../../../server/errors.ts'
import { type Day, isDay } from '../../../shared/days.ts'

type Stop = { fromOn: Day; toOn: Day | null }
type Dates = { acceptedOn: Day | null; decidedOn: Day | null; stops: readonly Stop[] }

const refuse = (zh: string, en: string) => new Problem('invalid_input', say(zh, en))

/** The dates of a matter must have been possible: in order, none in the future, its stops within it and apart. */
export function checkDates({ acceptedOn, decidedOn, stops }: Dates, today: Day) {
  for (const day of [acceptedOn, decidedOn, ...stops.flatMap(({ fromOn, toOn }) => [fromOn, toOn])])
    if (day !== null) checkDay(day, today)
  if (acceptedOn === null) {
    if (decidedOn !== null)
      throw refuse(
        `还没有受理日期，不能登记 ${decidedOn} 办结。请先填受理日期。`,
        `There is no day of acceptance, so it cannot be decided on ${decidedOn}. Give the day of acceptance first.`,
      )
    if (stops.length > 0)
      throw refuse(
        '还没有受理，时钟没有起步，不能停钟。请先填受理日期。',
        'It is not accepted yet: there is no clock to stop. Give the day of acceptance first.',
      )
    return
  }
  if (decidedOn !== null && decidedOn < acceptedOn)
    throw refuse(
      `办结日期 ${decidedOn} 早于受理日期 ${acceptedOn}。`,
      `Decided on ${decidedOn} is before accepted on ${acceptedOn}.`,
    )
  checkStops(acceptedOn, decidedOn, stops)
}

function checkDay(day: Day, today: Day) {
  if (!isDay(day) || day < '1990-01-01')
    throw refuse(`没有 ${day} 这一天，或早于 1990 年。`, `There is no day ${day}, or it is before 1990.`)
  if (day > today)
    throw refuse(
      `${day} 还没有到（今天是 ${today}）。只登记已经发生的事。`,
      `${day} has not come yet (today is ${today}). Only what has happened is recorded.`,
    )
}

function checkStops(acceptedOn: Day, decidedOn: Day | null, stops: readonly Stop[]) {
  for (const { fromOn, toOn } of stops) {
    if (fromOn < acceptedOn)
      throw refuse(
        `停钟日期 ${fromOn} 早于受理日期 ${acceptedOn}。`,
        `The clock cannot stop on ${fromOn}, before it was started on ${acceptedOn}.`,
      )
    if (toOn !== null && toOn < fromOn)
      throw refuse(
        `恢复日期 ${toOn} 早于停钟日期 ${fromOn}。`,
        `The clock cannot go on from ${toOn}, before it stopped on ${fromOn}.`,
      )
    if (decidedOn !== null && toOn === null)
      throw refuse(
        `时钟自 ${fromOn} 停着，请先恢复计时，再登记办结。`,
        `The clock stands since ${fromOn}. Let it go on before the decision is recorded.`,
      )
    if (decidedOn !== null && toOn !== null && toOn > decidedOn)
      throw refuse(
        `停钟到 ${toOn}，晚于办结日期 ${decidedOn}。`,
        `The clock stood until ${toOn}, after the decision of ${decidedOn}.`,
      )
  }
  const inOrder = [...stops].sort((a, b) => a.fromOn.localeCompare(b.fromOn))
  for (const [place, stop] of inOrder.entries()) {
    const before = inOrder[place - 1]
    if (before && (before.toOn === null || before.toOn > stop.fromOn))
      throw refuse(
        `停钟 ${span(stop, '至')} 与已有的 ${span(before, '至')} 重叠。请先恢复前一次，或改日期。`,
        `The stop ${span(stop, 'to')} overlaps the one ${span(before, 'to')}. End that one first, or change the days.`,
      )
  }
}

const span = ({ fromOn, toOn }: Stop, to: string) => `${fromOn} ${to} ${toOn ?? '…'}`
