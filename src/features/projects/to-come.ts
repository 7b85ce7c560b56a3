import type { Day } from '../../shared/days.ts'
import { firstDayOf } from '../../shared/when.ts'
import type { Field } from './fields.ts'

/** What has happened lies behind: an actual date whose period has not begun cannot be one. */
export const isToCome = ({ store }: Field, to: string | null, today: Day) =>
  store.in === 'milestone' && store.date === 'actual' && to !== null && (firstDayOf(to) ?? '') > today
