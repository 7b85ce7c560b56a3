import { addMonths, type Day } from '../../../shared/days.ts'
import type { Room } from '../contract.ts'
import { freeMonths } from '../words.ts'

/** The least of 3, 6 and 12 months within which a room that is taken comes free. */
export const freeWithin = ({ freeOn }: Pick<Room, 'freeOn'>, day: Day): number | undefined =>
  freeOn === null || freeOn <= day ? undefined : freeMonths.find((months) => freeOn <= addMonths(day, months))
