import type { Check } from './rule.ts'

/** One more rule to let go, however near it is. */
const eachRule = 0.1
/** Something has to be filled in, which may well pass; another kind of space or of industry is another plan. */
const notKnown = 0.5
const anotherCode = 1.5
const daysOff = 365

/**
 * How far a place is off the rules it does not keep, so that a tenth short of two figures is nearer than a twentieth
 * part of one: limits as the logarithm of their quotient, too small and too large alike, days in years.
 */
export const distanceOff = (changes: readonly Check[]): number =>
  changes.reduce((sum, change) => sum + eachRule + offBy(change), 0)

function offBy({ standing, difference, required, offered, unit }: Check): number {
  if (standing !== 'fail') return notKnown
  if (difference === null || typeof required !== 'number' || typeof offered !== 'number') return anotherCode
  if (unit === 'day') return difference / daysOff
  return quotientOff(offered, required)
}

export const quotientOff = (offered: number, required: number): number =>
  offered > 0 && required > 0 && Number.isFinite(offered) ? Math.abs(Math.log(offered / required)) : farOff
/** As a thousandth of what is asked is. */
const farOff = Math.log(1000)
