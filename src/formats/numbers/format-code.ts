/** One piece of a number format section. */
export type FormatToken =
  | { type: 'literal'; text: string }
  /** A run of `0`, `#`, `?`. */
  | { type: 'digits'; text: string }
  /** `General`, in any language. */
  | { type: 'general' }
  | { type: 'point' | 'comma' | 'percent' | 'exponent' | 'slash' | 'text' }
  /** A run of one of `y e m d a g b h s`, lower case; minutes are `n`. */
  | { type: 'date'; letter: string; length: number }
  /** `[h]`, `[mm]`: hours or minutes that count on past the day. */
  | { type: 'elapsed'; letter: string; length: number }
  | { type: 'halfDay' }

export type Condition = { operator: string; operand: number }

export type FormatSection = {
  tokens: FormatToken[]
  condition?: Condition
  /** `[$-804]` and its kin: names of months and days in Chinese. */
  chinese: boolean
  /** `[DBNum1]`: digits as 一二三. */
  chineseDigits: boolean
  /** `[$-F800]`: the reader's own long date. */
  systemDate: boolean
}

const general = /^(General|G\/通用格式|G\/標準|G\/표준|Standard)/i
const halfDay = /^(AM\/PM|A\/P|上午\/下午)/i
const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/
const chineseLocale = /-(?:zh\b|[0-9a-f]*?(?:804|404|c04|1004|1404)\b)/i

/** Splits a format code into its sections; never fails, whatever it cannot read becomes a literal. */
export const parseFormatCode = (code: string): FormatSection[] => {
  const sections: FormatSection[] = [newSection()]
  let section = sections[0] as FormatSection
  let rest = code
  const take = (length: number) => {
    const taken = rest.slice(0, length)
    rest = rest.slice(length)
    return taken
  }
  const literal = (text: string) => {
    const last = section.tokens.at(-1)
    if (last?.type === 'literal') last.text += text
    else if (text !== '') section.tokens.push({ type: 'literal', text })
  }

  while (rest !== '') {
    const char = rest.charAt(0)
    const word = general.exec(rest)?.[0] ?? halfDay.exec(rest)?.[0]
    if (word !== undefined) {
      section.tokens.push({ type: general.test(take(word.length)) ? 'general' : 'halfDay' })
    } else if (char === ';') {
      take(1)
      section = newSection()
      sections.push(section)
    } else if (char === '"') {
      const end = rest.indexOf('"', 1)
      literal(take(end < 0 ? rest.length : end + 1).replaceAll('"', ''))
    } else if (char === '\\' || char === '!') {
      literal(take(2).slice(1))
    } else if (char === '_' || char === '*') {
      take(2)
    } else if (char === '[') {
      const end = rest.indexOf(']')
      literal(bracket(take(end < 0 ? rest.length : end + 1).slice(1, -1), section))
    } else if (/^[eE][+-]/.test(rest)) {
      take(2)
      section.tokens.push({ type: 'exponent' })
    } else if (/[yemdaghbs]/i.test(char)) {
      const run = take(/^(.)\1*/i.exec(rest)?.[0].length ?? 1)
      section.tokens.push({ type: 'date', letter: char.toLowerCase(), length: run.length })
    } else if (/[0#?]/.test(char)) {
      section.tokens.push({ type: 'digits', text: take(/^[0#?]+/.exec(rest)?.[0].length ?? 1) })
    } else {
      take(1)
      const type = symbols[char]
      if (type === undefined) literal(char)
      else section.tokens.push({ type })
    }
  }
  sections.forEach(markMinutes)
  return sections
}

const symbols: Record<string, 'point' | 'comma' | 'percent' | 'slash' | 'text'> = {
  '.': 'point',
  ',': 'comma',
  '%': 'percent',
  '/': 'slash',
  '@': 'text',
}

const newSection = (): FormatSection => ({
  tokens: [],
  chinese: false,
  chineseDigits: false,
  systemDate: false,
})

/** Reads what stands in brackets; what is to be shown of it (a currency sign) is the answer. */
const bracket = (inside: string, section: FormatSection): string => {
  const elapsed = /^(h+|m+|s+)$/i.exec(inside)
  if (elapsed) {
    section.tokens.push({ type: 'elapsed', letter: inside.charAt(0).toLowerCase(), length: inside.length })
  }
  const compared = condition.exec(inside)
  if (compared) section.condition = { operator: compared[1] ?? '', operand: Number(compared[2]) }
  if (/^DBNum1$/i.test(inside)) section.chineseDigits = true
  if (!inside.startsWith('$')) return ''
  if (/-F800$/i.test(inside)) section.systemDate = true
  if (chineseLocale.test(inside)) section.chinese = true
  return inside.slice(1).replace(/-[^-]*$/, '')
}

/** `m` means minutes right after hours and right before seconds. */
const markMinutes = ({ tokens }: FormatSection) => {
  const parts = tokens.filter((token) => token.type === 'date' || token.type === 'elapsed')
  parts.forEach((part, index) => {
    if (part.type !== 'date' || part.letter !== 'm' || part.length > 2) return
    if (parts[index - 1]?.letter === 'h' || parts[index + 1]?.letter === 's') part.letter = 'n'
  })
}
