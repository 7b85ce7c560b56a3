import type { Covers } from '../../../engine/land-rules/rule.ts'

/** The last division of each section, in their order (GB/T 4754-2017). */
const lastDivisions: Record<string, number> = {
  ...{ A: 5, B: 12, C: 43, D: 46, E: 50, F: 52, G: 60, H: 62, I: 65, J: 69 },
  ...{ K: 70, L: 72, M: 75, N: 79, O: 82, P: 83, Q: 85, R: 90, S: 96, T: 97 },
}

/** A code written with or without the letter of its section: `C3811` is `3811`. */
const digitsOf = (code: string) => code.replace(/^[A-T](?=\d)/, '')

export const covers: Covers = (named, code) => {
  const [wide, narrow] = [digitsOf(named), digitsOf(code)]
  if (/^\d/.test(wide)) return narrow.startsWith(wide)
  return wide === narrow || sectionOf(narrow) === wide
}

const sectionOf = (digits: string) => {
  const division = Number(digits.slice(0, 2))
  return digits.length < 2
    ? undefined
    : Object.keys(lastDivisions).find((letter) => division <= (lastDivisions[letter] ?? 0))
}
