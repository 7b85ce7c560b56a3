import { parseChineseDigits, parseChineseOrdinal } from '../text/chinese-numerals.ts'
import { normaliseText, unifyBrackets } from '../text/normalise.ts'

const years: Record<string, number> = {
  ...{
    今年: 0,
    本年: 0,
    本年度: 0,
    当年: 0,
    年内: 0,
    明年: 1,
    次年: 1,
    来年: 1,
    去年: -1,
    上年: -1,
    后年: 2,
  },
}

/**
 * One spelling for the scanner: half-width, lower case, dashes and Chinese numerals of dates written out, spaces
 * only where they part numbers. `relative`: 今年, 明年 were replaced by the year they mean.
 */
export function dateText(text: string, epochYear: number | undefined): { text: string; relative: boolean } {
  let relative = false
  const plain = unifyBrackets(normaliseText(text))
    .toLowerCase()
    .replace(/[‐-―−─━]+/gu, '-')
    .replace(/[~～〜∼]|——/gu, '~')
    .replace(/。(?=\d)/g, '.')
    .replace(/[''`′]/g, "'")
    .replace(/\s*(?<=\d\s*)([./-])\s*(?=\d)/g, '$1')
    .replace(/(?<![a-z0-9.,])\s+|\s+(?![a-z0-9'(])/g, '')
    .replace(/(\d)\s+(?=[年月日号])/g, '$1')
    .replace(/([年月日])\s+/g, '$1')
  const numbered = plain
    .replace(
      /([〇零○一二三四五六七八九]{2}(?:[〇零○一二三四五六七八九]{2})?)(?=年)/g,
      (all) => parseChineseDigits(all) ?? all,
    )
    .replace(/([一二三四五六七八九十元]{1,2})(?=月)/g, ordinal)
    .replace(
      /(月)([一二三四五六七八九十廿卅]{1,3})(?=[日号])/g,
      (_, month: string, day: string) => month + ordinal(day),
    )
    .replace(
      /([一二三四])([、,和及至到~-])?(?=[一二三四]?季)/g,
      (_, digit: string, mark = '') => ordinal(digit) + mark,
    )
  const dated = numbered.replace(/(?:今年|本年度?|当年|明年|次年|来年|去年|上年|后年)度?/g, (word) => {
    relative = true
    return epochYear === undefined ? '' : `${epochYear + (years[word.replace(/度$/, '')] ?? 0)}年`
  })
  return { text: dated, relative }
}

function ordinal(text: string): string {
  return String(parseChineseOrdinal(text) ?? text)
}
