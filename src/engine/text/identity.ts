import { parseDecimal } from '../../shared/decimal.ts'
import { coreName, normaliseName } from './normalise.ts'
import { checkProjectCode } from './project-code.ts'

/** What identifies a project, in the ledger or in a row of a file. */
export type Identity = {
  name: string
  code: string | null
  investor: string | null
  totalInvestment: string | null
}

export type Keys = { name: string; code: string; investor: string; money: string; core: string }

/** The keys by which two projects are compared; '' where there is nothing to compare. */
export function keysOf({ name, code, investor, totalInvestment }: Identity): Keys {
  return {
    name: normaliseName(name),
    code: code === null ? '' : checkProjectCode(code).normalised,
    investor: investor === null ? '' : coreName(investor).replace(/(?<=..)集团$/, ''),
    money: totalInvestment === null ? '' : (parseDecimal(totalInvestment) ?? ''),
    core: coreName(name),
  }
}

/** Bigrams of a text, repeated ones numbered, so that sets of them compare like multisets. */
export function bigramsOf(text: string): string[] {
  const characters = [...text]
  if (characters.length === 1) return [text]
  const seen = new Map<string, number>()
  const bigrams: string[] = []
  for (let at = 0; at + 1 < characters.length; at++) {
    const pair = `${characters[at]}${characters[at + 1]}`
    const times = seen.get(pair) ?? 0
    seen.set(pair, times + 1)
    bigrams.push(times === 0 ? pair : `${pair}${times}`)
  }
  return bigrams
}

/** Sørensen–Dice over two sorted lists of numbers. */
function dice(a: readonly number[], b: readonly number[]): number {
  let [common, i, j] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) common++
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length)
}

/** How alike two texts are, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [bigramsOf(a), new Set(bigramsOf(b))]
  return left.length + right.size === 0
    ? 0
    : (2 * left.filter((bigram) => right.has(bigram)).length) / (left.length + right.size)
}

/**
 * Finds texts alike by at least `least` (Dice of their bigrams) without comparing all pairs: texts alike share
 * one of their few rarest bigrams, so only those are indexed.
 */
export class Alike {
  readonly #least: number
  readonly #rank = new Map<string, number>()
  readonly #texts: number[][] = []
  readonly #byBigram = new Map<number, number[]>()

  constructor(texts: readonly string[], least: number) {
    this.#least = least
    const all = texts.map(bigramsOf)
    const counts = new Map<string, number>()
    for (const bigrams of all) for (const bigram of bigrams) counts.set(bigram, (counts.get(bigram) ?? 0) + 1)
    const rarestFirst = [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
    rarestFirst.forEach(([bigram], rank) => {
      this.#rank.set(bigram, rank)
    })
    all.forEach((bigrams, index) => {
      const ranks = this.#ranksOf(bigrams)
      this.#texts.push(ranks)
      for (const rank of this.#prefix(ranks)) {
        const list = this.#byBigram.get(rank)
        if (list) list.push(index)
        else this.#byBigram.set(rank, [index])
      }
    })
  }

  /** Indexes of texts alike, best first. */
  find(text: string): { index: number; score: number }[] {
    const ranks = this.#ranksOf(bigramsOf(text))
    const tried = new Set<number>()
    const found: { index: number; score: number }[] = []
    for (const rank of this.#prefix(ranks))
      for (const index of this.#byBigram.get(rank) ?? []) {
        if (tried.has(index)) continue
        tried.add(index)
        const score = dice(ranks, this.#texts[index] ?? [])
        if (score >= this.#least) found.push({ index, score })
      }
    return found.sort((a, b) => b.score - a.score || a.index - b.index)
  }

  /** Bigrams that no indexed text has come first, each with a rank of its own that matches nothing. */
  #ranksOf(bigrams: readonly string[]): number[] {
    let unknown = -1
    return bigrams.map((bigram) => this.#rank.get(bigram) ?? unknown--).sort((a, b) => a - b)
  }

  /** Dice ≥ d of texts with n and m bigrams needs n × d ÷ (2 − d) in common, so one of the first n − that + 1 is among them. */
  #prefix(ranks: readonly number[]): readonly number[] {
    const needed = Math.ceil((ranks.length * this.#least) / (2 - this.#least) - 1e-9)
    return ranks.slice(0, ranks.length - needed + 1)
  }
}
