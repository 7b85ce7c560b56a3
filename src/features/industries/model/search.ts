import { foldForSearch } from '../../../engine/text/normalise.ts'
import { answersTo, type SearchText, searchTerms, searchTextOf } from '../../../engine/text/search-tokens.ts'
import type { Edition } from '../contract.ts'
import { writtenCode } from './code.ts'
import { type Entry, type Table, tableOf } from './table.ts'

const texts = new Map<Edition, Map<string, SearchText>>()

/** Readings of two thousand names take a moment, so they wait for the first search. */
function textsOf(table: Table): Map<string, SearchText> {
  const kept = texts.get(table.edition)
  if (kept) return kept
  const made = new Map(table.entries.map(({ code, name }) => [code, searchTextOf([name])]))
  texts.set(table.edition, made)
  return made
}

/** One digit or more of a code, with or without its letter, finds all codes that begin so. */
function byCode(table: Table, query: string): Entry[] | undefined {
  const code =
    writtenCode(query) ??
    (/^\d$/.test(query.trim()) ? { letter: undefined, digits: query.trim() } : undefined)
  if (!code) return undefined
  return table.entries.filter(
    (entry) =>
      (code.letter === undefined || entry.letter === code.letter) &&
      (code.digits === '' || (entry.level !== 'section' && entry.code.startsWith(code.digits))),
  )
}

/**
 * Industries by the beginning of their code, by words of their name, by pinyin or its initials; all words must be
 * found. A name that is the query comes first, then those that begin with it; else the order of the standard.
 */
export function searchIndustries(edition: Edition, query: string): Entry[] {
  const table = tableOf(edition)
  const coded = byCode(table, query)
  if (coded) return coded
  const terms = searchTerms(query)
  if (terms.length === 0) return []
  const known = textsOf(table)
  const whole = foldForSearch(query)
  const rank = ({ code }: Entry) => {
    const { text = '', pinyin = '', initials = '' } = known.get(code) ?? {}
    if (text === whole) return 0
    if (text.startsWith(whole)) return 1
    if (text.includes(whole)) return 2
    return pinyin.startsWith(whole) || initials.startsWith(whole) ? 3 : 4
  }
  return table.entries
    .filter(({ code }) => {
      const text = known.get(code)
      return text !== undefined && terms.every((term) => answersTo(text, term))
    })
    .map((entry) => ({ entry, rank: rank(entry) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}
