import type { Cell } from '../../../formats/workbook.ts'
import { readIndustry } from '../../industries/model/read-industry.ts'
import type { Field } from '../../projects/fields.ts'
import { blank, type CellContext, type CellReading, question, taken, warning } from './cell-reading.ts'
import { learnedWord, longestText, tidyLine, wordless } from './interpret-text.ts'

/** A code that does not exist is taken and told; words that are no one industry, or two, are asked about. */
export function interpretIndustry(field: Field, cell: Cell, context: CellContext): CellReading {
  const text = tidyLine(cell.text)
  if (text === '') return blank
  const reading = readIndustry(text, cell.kind === 'number' || context.numbersAsText)
  if (reading.ok) return taken(reading.code)
  const known = wordless(cell) ?? learnedWord(field, cell, context)
  if (known) return known
  if (text.length > longestText.text) return question('too_long', cell)
  const { why, suggestions } = reading
  if (why === 'noSuchCode') return taken(text, { ...warning('no_such_industry', cell, text), suggestions })
  return question(why === 'nameDiffers' ? 'industry_differs' : 'unknown_industry', cell, suggestions)
}
