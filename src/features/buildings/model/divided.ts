import { type Decimal, subtractDecimal, sumDecimal } from '../../../shared/decimal.ts'
import { roomKey } from './keys.ts'

/** What parts of a room leave of its area: nought where they sum to it exactly, below nought where they are too much. */
export const leftOf = (wholeM2: Decimal, partsM2: readonly Decimal[]): Decimal =>
  subtractDecimal(wholeM2, sumDecimal(partsM2))

/** 301-1, 301-2 …: numbers for the new parts of 301 that no room of the building has. */
export function freeNumbers(number: string, taken: readonly string[], count: number): string[] {
  const keys = new Set(taken.map(roomKey))
  const free: string[] = []
  for (let at = 1; free.length < count; at++) {
    const next = `${number}-${at}`
    if (!keys.has(roomKey(next))) free.push(next)
  }
  return free
}

type Ready = { readyOn: string | null }

/** The day on which rooms made one are all ready; null: with the building. */
export function readyTogether(rooms: readonly Ready[], completedOn: string | null): string | null {
  if (rooms.every(({ readyOn }) => readyOn === null)) return null
  const days = rooms.flatMap(({ readyOn }) => readyOn ?? completedOn ?? [])
  return days.reduce((last, day) => (day > last ? day : last))
}
