import { muFromSquareMetres } from '../../../shared/area.ts'
import { parseDecimal, roundDecimal } from '../../../shared/decimal.ts'
import { type Field, fieldByKey, isEditable } from '../../projects/fields.ts'
import { isMask } from '../../projects/personal.ts'
import type { Difference } from '../contract.ts'
import { tidyLine, tidyLines } from './interpret-text.ts'

export type Readings = Readonly<Record<string, string | null>>
export type Current = Readonly<Record<string, string | null | undefined>>

/** Never emptied: the ledger has no project without them. */
const kept: readonly string[] = ['name', 'stage', 'standing']

/** What a project without these words begins as. */
const defaults: readonly (readonly [string, string])[] = [
  ['stage', 'lead'],
  ['standing', 'ongoing'],
]

const amounts = ['money', 'foreign', 'floorArea', 'perMu', 'percent']
const sameArea = 4

/** Whether two values of a field say the same: amounts exactly, land to four decimals of a 亩, texts but for space. */
export function sameValue(field: Field, a: string | null | undefined, b: string | null | undefined): boolean {
  if (a === b) return true
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null)
  if (field.kind === 'area') return muOf(a) === muOf(b)
  if (amounts.includes(field.kind)) return (parseDecimal(a) ?? a) === (parseDecimal(b) ?? b)
  if (field.kind === 'longText') return tidyLines(a) === tidyLines(b)
  return field.kind === 'text' && tidyLine(a) === tidyLine(b)
}

const muOf = (squareMetres: string) => {
  const area = parseDecimal(squareMetres)
  return area === undefined ? squareMetres : roundDecimal(muFromSquareMetres(area), sameArea)
}

/** What importing a row would change in a project as it is now. Blank cells keep what is there, or clear it if so wished. */
export function differencesOf(readings: Readings, current: Current, blanks: 'keep' | 'clear'): Difference[] {
  return Object.entries(readings).flatMap(([key, to]) => {
    const field = fieldByKey.get(key)
    if (!field || !isEditable(field) || isMask(field, to)) return []
    if (to === null && (blanks === 'keep' || kept.includes(key))) return []
    const from = current[key] ?? null
    return sameValue(field, from, to) ? [] : [{ field: key, from, to }]
  })
}

/** What a new project would begin with. */
export function firstValues(readings: Readings): Difference[] {
  const given = differencesOf(readings, {}, 'keep')
  const missing = defaults.filter(([key]) => typeof readings[key] !== 'string')
  return [...given, ...missing.map(([field, to]) => ({ field, from: null, to, assumed: true as const }))]
}

/** Of the differences seen at the check, those whose `from` is no longer what the project holds. */
export const overtaken = (differences: readonly Difference[], current: Current): Difference[] =>
  differences.filter(({ field: key, from }) => {
    const field = fieldByKey.get(key)
    return field !== undefined && !sameValue(field, from, current[key] ?? null)
  })
