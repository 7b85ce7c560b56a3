import { addMonths, type Day, lastDayOfMonth, monthOf } from '../../../shared/days.ts'

/** The days that the strip stops at: the end of each month from the first record to the last, and today. */
export function timeSteps(since: Day, until: Day, today: Day): Day[] {
  const steps: Day[] = []
  for (
    let day = lastDayOfMonth(monthOf(since));
    day < today && monthOf(day) <= monthOf(until);
    day = lastDayOfMonth(monthOf(addMonths(`${monthOf(day)}-01`, 1)))
  )
    steps.push(day)
  return [...steps, today]
}

/** The last step that is not after a day. */
export const stepAt = (steps: readonly Day[], day: Day): number =>
  Math.max(
    0,
    steps.findLastIndex((step) => step <= day),
  )

/**
 * The years to write under the strip, each where it begins, 0 to 1; today at the end says itself what it is. Of more
 * years than have room every second one, or third.
 */
export function yearMarks(steps: readonly Day[], atMost: number): { year: string; at: number }[] {
  const last = Math.max(1, steps.length - 1)
  const all = steps.flatMap((step, index) => {
    const year = step.slice(0, 4)
    if (index === last) return []
    return index === 0 || steps[index - 1]?.slice(0, 4) !== year ? [{ year, at: index / last }] : []
  })
  const every = Math.ceil(all.length / atMost)
  return all.filter((_, at) => at % every === 0)
}
