import type { Day } from '../../../shared/days.ts'

const firstDay: Day = '1900-01-01'
/** What contracts without an end write as theirs: a room that is held until then never comes free. */
export const lastDay: Day = '9999-12-31'

/** A year like 0202 is a slip of the keyboard. */
export const isPlausible = (day: Day) => day >= firstDay && day <= lastDay
