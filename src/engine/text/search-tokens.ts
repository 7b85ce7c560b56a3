import { foldForSearch } from './normalise.ts'
import { pinyinOf } from './pinyin.ts'

/** The three texts a row is found by; its fields are separated by line feeds, which no query contains. */
export interface SearchText {
  text: string
  pinyin: string
  initials: string
}

export interface QueryTokens {
  /** 'latin': may be pinyin or initials, so look in all three texts; 'text': look in `text` only. */
  kind: 'text' | 'latin'
  /** What the row's text must contain (strpos) once the tokens have found it. */
  normalised: string
  textTokens: number[]
  pinyinTokens: number[]
  initialsTokens: number[]
}

const kinds = ['text', 'pinyin', 'initials'] as const

export function searchTextOf(fields: readonly string[]): SearchText {
  const texts = fields.map(foldForSearch)
  const readings = texts.map(pinyinOf)
  return {
    text: texts.join('\n'),
    pinyin: readings.map((reading) => reading.full).join('\n'),
    initials: readings.map((reading) => reading.initials).join('\n'),
  }
}

/**
 * Signed 32-bit hashes, sorted and unique, of every character bigram of the three texts and of every single Han
 * character of `text`, each mixed with the zone. For an int[] column under a GIN index: one zone's tokens never
 * lead into another zone's rows, save by collision, which the substring recheck removes.
 */
export function tokensOf(zoneId: string, search: SearchText): number[] {
  const found = new Set<number>()
  for (const kind of kinds) addTokens(found, seedOf(zoneId, kind), search[kind], kind === 'text')
  return Array.from(Int32Array.from(found).sort())
}

/**
 * A query of two or more characters (or one Han character) is answered by the rows that hold ALL tokens of one
 * of the non-empty lists, rechecked by substring. All lists empty: one Latin letter or nothing; no token search.
 */
export function queryTokens(zoneId: string, query: string): QueryTokens {
  const normalised = foldForSearch(query)
  const latin = /^[a-z0-9]+$/.test(normalised)
  const tokens = (kind: (typeof kinds)[number]) => {
    const found = new Set<number>()
    addTokens(found, seedOf(zoneId, kind), normalised, kind === 'text' && normalised.length === 1)
    return [...found].sort((a, b) => a - b)
  }
  return {
    kind: latin ? 'latin' : 'text',
    normalised,
    textTokens: tokens('text'),
    pinyinTokens: latin ? tokens('pinyin') : [],
    initialsTokens: latin ? tokens('initials') : [],
  }
}

/** Whether a row is one of those that `queryTokens` and their recheck lead to. */
export function answersTo({ text, pinyin, initials }: SearchText, term: string): boolean {
  const normalised = foldForSearch(term)
  if (text.includes(normalised)) return true
  if (!/^[a-z0-9]+$/.test(normalised)) return false
  return pinyin.includes(normalised) || (normalised.length > 1 && initials.includes(normalised))
}

/** The words of a query, for those who search "传化 有机硅": each is a query of its own, and a row must answer all. */
export function searchTerms(query: string): string[] {
  return [...new Set(query.split(/[\s\u3000]+/u).map(foldForSearch))].filter((term) => term !== '')
}

function addTokens(into: Set<number>, seed: number, text: string, singles: boolean): void {
  let before = -1
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10) {
      before = -1
      continue
    }
    if (before >= 0) into.add(finish(step(step(seed, before), unit)))
    if (singles && isHan(unit)) into.add(finish(step(seed, unit)))
    before = unit
  }
}

/** Han of the basic plane; rarer characters are pairs of units and so bigrams by themselves. */
function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007
}

/** FNV-1a over UTF-16 code units, closed with murmur3's finaliser: the same on every platform. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return (h ^ (h >>> 16)) | 0
}

function seedOf(zoneId: string, kind: string): number {
  let hash = 0x811c9dc5 | 0
  for (const part of [zoneId, '\n', kind, '\n'])
    for (let at = 0; at < part.length; at++) hash = step(hash, part.charCodeAt(at))
  return hash
}
