import { normaliseText } from '../text/normalise.ts'

/** What people write to say that there is nothing, or nothing yet. */
const blank = /^(?:[-‐-―−—_/\\|.·*×xX〃"'~]+|无|没有|不涉及|不适用|无需|空|n\/?a|none|nil|null|na)[。.]?$/i
const undecided =
  /^(?:暂(?:无|未定?|不确定|缺|未.*)|待.*|未(?:定|知|确定|明确|落实|提供|填|报|商定)|不(?:详|明|确定|清楚)|尚未.*|另(?:行|定).*|视.*(?:情况|而定)|近期|尽快|适时|择[期机日]|tbd|tbc|[?？]+)[。.]?$/i

/** 'blank_word': there is none (/ — 无); 'undecided': there will be one (待定 暂无 未定). */
export function blankWord(text: string): 'blank_word' | 'undecided' | undefined {
  const word = normaliseText(text)
    .replace(/^\((.*)\)$/, '$1')
    .replace(/\s/g, '')
  if (word === '' || blank.test(word)) return 'blank_word'
  if (word.length > 20 || /\d/.test(word)) return undefined
  return undecided.test(word) ? 'undecided' : undefined
}

/** #REF!, #N/A, #DIV/0! and their kind, as Excel and WPS show them. */
export function isErrorValue(text: string): boolean {
  return /^#(?:ref!|n\/a|div\/0!|value!|name\?|num!|null!|getting_data|spill!|calc!|field!|#+)$/i.test(
    normaliseText(text),
  )
}
