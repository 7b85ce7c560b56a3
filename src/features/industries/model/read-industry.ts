import { normaliseName, normaliseText } from '../../../engine/text/normalise.ts'
import { industryCalled, type WrittenCode, writtenCode } from './code.ts'
import { searchIndustries } from './search.ts'
import { type Entry, lineOf, type Table, tableOf } from './table.ts'

/**
 * What a text says of an industry: one; a code that there is none of; a code and the name of another; or nothing that
 * is understood. `suggestions` are codes that may have been meant.
 */
export type IndustryReading =
  | { ok: true; code: string }
  | { ok: false; why: 'noSuchCode' | 'nameDiffers' | 'unclear'; suggestions: string[] }

const inForce = '2019'
const mostSuggested = 6
const ofTheStandard = /\(?gb\s*\/?\s*t?\s*4754(?:\s*[-—–]\s*\d{4})?\)?/gi
const codes = /(?<![a-z\d])[a-t]?\s?\d{2,4}(?!\d)|(?<![a-z\d])[a-t](?![a-z\d])/gi

const key = (name: string) => normaliseName(name).replace(/[()、,，/\s]/g, '')
const codesOf = (entries: readonly Entry[]) =>
  [...new Set(entries.map(({ code }) => code))].slice(0, mostSuggested)

/** 3812, C3812, 38, “1373 水果和坚果加工”, “水果和坚果加工”: a code with or without its letter and its name. */
export function readIndustry(text: string, isNumber = false): IndustryReading {
  const table = tableOf(inForce)
  const tidy = normaliseText(text).replace(ofTheStandard, ' ').trim()
  const alone = writtenCode(tidy)
  if (alone && isNumber) return readNumber(table, alone.digits)
  if (alone) return readCode(table, alone)
  const found = [...tidy.matchAll(codes)].flatMap(([one]) => writtenCode(one) ?? [])
  if (found.length === 0) return readName(table, tidy)
  const entries = found.map((code) => industryCalled(table, code))
  const known = entries.filter((entry) => entry !== undefined)
  const deepest = deepestOfLine(table, known)
  const [first] = found
  if (known.length < found.length && first)
    return found.length === 1 ? readCode(table, first) : no('unclear', codesOf(known))
  if (!deepest) return no('unclear', codesOf(known))
  const leads = /^[a-t]?\s?\d/i.test(tidy)
  return checkName(table, deepest, tidy.replace(codes, ' '), leads)
}

/** A sheet that keeps codes as numbers has lost the nought in front: 111 is 0111 稻谷种植, or else 中类 111. */
function readNumber(table: Table, digits: string): IndustryReading {
  const both = [digits, `0${digits}`].flatMap((code) => table.byCode.get(code) ?? [])
  const [one] = both
  if (both.length > 1) return no('unclear', codesOf(both))
  return one ? { ok: true, code: one.code } : readCode(table, { letter: undefined, digits })
}

function readCode(table: Table, code: WrittenCode): IndustryReading {
  const entry = industryCalled(table, code)
  if (entry) return { ok: true, code: entry.code }
  const elsewhere = table.byCode.get(code.digits)
  // 3810 for 381: who has four boxes to fill writes a nought behind.
  const above = table.byCode.get(code.digits.replace(/0+$/, ''))
  const near = [elsewhere, table.byCode.get(`0${code.digits}`), above].flatMap((one) => one ?? [])
  return no(elsewhere ? 'unclear' : 'noSuchCode', codesOf(near))
}

/** A number that leads is a code whatever follows; one within other words (年产68万吨) only with its own name. */
function checkName(table: Table, entry: Entry, rest: string, leads: boolean): IndustryReading {
  const words = key(rest.replace(/[-—–:：>›/|.。;；]/g, ''))
  const names = lineOf(table, entry.code).map(({ name }) => key(name))
  const own = names.at(-1) ?? ''
  const left = names.slice(0, -1).reduceRight((text, name) => text.replace(name, ''), words)
  if (left === '' || own.includes(left) || left === own || words === own)
    return { ok: true, code: entry.code }
  const byName = named(table, left)
  if (byName.length === 0 && !leads) return no('unclear', [])
  return no('nameDiffers', codesOf([...byName, entry]))
}

const named = (table: Table, words: string) => {
  const bare = words.replace(/业$/, '')
  const same = table.entries.filter(({ name }) => key(name) === words)
  return same.length > 0 ? same : table.entries.filter(({ name }) => key(name).replace(/业$/, '') === bare)
}

function readName(table: Table, text: string): IndustryReading {
  const same = named(table, key(text))
  const deepest = deepestOfLine(table, same)
  const only =
    deepest && same.every((one) => one === deepest || (table.beneath.get(one.code) ?? []).length === 1)
  if (only) return { ok: true, code: deepest.code }
  if (same.length > 0) return no('unclear', codesOf(same))
  return no('unclear', codesOf(searchIndustries(inForce, text)))
}

/** Of industries each above the next, the last: C › 38 › 3812. */
function deepestOfLine(table: Table, entries: readonly Entry[]): Entry | undefined {
  const deepest = entries
    .toSorted(
      (a, b) => a.code.length - b.code.length || Number(/\d/.test(a.code)) - Number(/\d/.test(b.code)),
    )
    .at(-1)
  const line = deepest ? lineOf(table, deepest.code) : []
  return entries.every((entry) => line.includes(entry)) ? deepest : undefined
}

const no = (why: 'noSuchCode' | 'nameDiffers' | 'unclear', suggestions: string[]): IndustryReading => ({
  ok: false,
  why,
  suggestions,
})
