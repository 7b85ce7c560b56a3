import { blankWord } from '../../../engine/ledger/blank-words.ts'
import { normaliseText } from '../../../engine/text/normalise.ts'
import { checkProjectCode } from '../../../engine/text/project-code.ts'
import type { Cell } from '../../../formats/workbook.ts'
import type { Field } from '../../projects/fields.ts'
import {
  blank,
  type CellContext,
  type CellReading,
  note,
  question,
  taken,
  undecided,
  warning,
} from './cell-reading.ts'
import { readChoice, readCorps, wordKey } from './choices.ts'

export const longestText = { text: 300, code: 300, longText: 5000 }

/** Characters that no text needs and PostgreSQL or a screen stumbles over. */
const unprintable = /(?![\t\n\r])\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/gu
const cjk = '[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u3000-\\u303f]'
const breakInName = new RegExp(`(?<=${cjk})\\s*\\n\\s*|\\s*\\n\\s*(?=${cjk})`, 'gu')

/** As written, but for space: a name broken over two lines is one name, and Chinese needs no space at the break. */
export const tidyLine = (text: string) =>
  text
    .toWellFormed()
    .replace(unprintable, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(breakInName, '')
    .replace(/\s+/gu, ' ')

/** As written with its lines; trailing space and more than one empty line go. */
export const tidyLines = (text: string) =>
  text
    .toWellFormed()
    .replace(unprintable, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** In a text 待供地后开工 is news; only these few words say no more than that there is nothing yet. */
const nothingYet =
  /^(?:待(?:定|确定|明确|落实|补充|核实|报|填)|暂(?:无|缺|未定|不确定)|未(?:定|知|确定|明确)|不详|tbd|tbc|[?？]+)[。.]?$/i

/** A word for nothing (无, /, —) is a blank cell; 待定 is one that says so. */
export function wordless(cell: Cell, asText = false): CellReading | undefined {
  const word = blankWord(cell.text)
  if (!word) return undefined
  if (word === 'blank_word') return blank
  return asText && !nothingYet.test(normaliseText(cell.text)) ? undefined : undecided(cell)
}

export function interpretText(field: Field, cell: Cell): CellReading {
  const nothing = wordless(cell, true)
  if (nothing) return nothing
  const long = field.kind === 'longText'
  const text = long ? tidyLines(cell.text) : tidyLine(cell.text)
  if (text === '') return blank
  if (text.length > (long ? longestText.longText : longestText.text)) return question('too_long', cell)
  return taken(text)
}

/** Excel keeps 15 digits of a number; a code of 20 typed as one has lost its end. */
const digitsKept = 15

export function interpretCode(cell: Cell): CellReading {
  const nothing = wordless(cell)
  if (nothing) return nothing
  if (cell.kind === 'number' && cell.text.replace(/\D/g, '').length > digitsKept)
    return question('doubtful_code', cell)
  const { normalised, wellFormed } = checkProjectCode(cell.text)
  if (normalised === '') return blank
  if (normalised.length > longestText.code) return question('too_long', cell)
  if (wellFormed) return taken(normalised)
  const asWritten = normaliseText(cell.text)
  return taken(asWritten, warning('doubtful_code', cell, asWritten))
}

export const wordLessonKey = (field: string, text: string) => `${field}\n${wordKey(text)}`

/** What people of the zone answered to this word before is taken, and said. */
export function learnedWord(field: Field, cell: Cell, context: CellContext, values?: readonly string[]) {
  const value = context.words?.get(wordLessonKey(field.key, cell.text))
  return value !== undefined && (values?.includes(value) ?? true)
    ? taken(value, note('learned_word', cell, value))
    : undefined
}

export function interpretChoice(field: Field, cell: Cell, context: CellContext): CellReading {
  const reading = readChoice(field, cell.text)
  if ('value' in reading) return taken(reading.value)
  const values = (field.choices ?? []).map((choice) => choice.value)
  return (
    wordless(cell) ??
    learnedWord(field, cell, context, values) ??
    question('unknown_choice', cell, reading.suggestions)
  )
}

export function interpretCorps(field: Field, cell: Cell, context: CellContext): CellReading {
  const reading = readCorps(context.corps, cell.text)
  if ('value' in reading) return taken(reading.value)
  const values = context.corps.map((corps) => corps.id)
  return (
    wordless(cell) ??
    learnedWord(field, cell, context, values) ??
    question('unknown_corps', cell, reading.suggestions)
  )
}
