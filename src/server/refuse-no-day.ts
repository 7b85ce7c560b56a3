import { isDay } from '../shared/days.ts'
import { Problem, say } from './errors.ts'

/** 2023-02-30 is of the form of a day and is none; what is not told is not asked. */
export function refuseNoDay(...days: (string | null | undefined)[]) {
  const wrong = days.find((day) => day && !isDay(day))
  if (wrong) throw new Problem('invalid_input', say(`没有“${wrong}”这一天。`, `There is no day “${wrong}”.`))
}
