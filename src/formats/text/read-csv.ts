import { textCell } from '../cells.ts'
import type { WorkbookLimits } from '../limits.ts'
import { Notices } from '../notices.ts'
import { newAllowance, SheetBuilder } from '../sheet-builder.ts'
import type { Workbook } from '../workbook.ts'
import { findDelimiter } from './delimiter.ts'
import type { EncodingFinding } from './encoding.ts'
import { RecordSplitter } from './records.ts'

const sampleLength = 64 * 1024

/** Delimited text as a workbook of one sheet; every cell is text, for the file says no more. */
export const readCsv = async (
  chunks: AsyncIterable<Buffer>,
  { encoding, guessed }: EncodingFinding,
  limits: WorkbookLimits,
  onBytes: (bytes: number) => void,
): Promise<Workbook> => {
  const notices = new Notices()
  const builder = new SheetBuilder('Sheet1', newAllowance(limits))
  if (guessed) notices.add('encoding_guessed', { message: encoding.toUpperCase() })

  let row = 0
  const onRecord = (fields: string[]) => {
    row++
    builder.startRow(row, false)
    for (let column = 0; column < fields.length; column++) {
      const field = unwrapped(fields[column] ?? '')
      if (field !== '') builder.put(column, textCell(field))
    }
  }

  const decoder = new TextDecoder(encoding)
  let splitter: RecordSplitter | undefined
  let sample = ''
  let lost = 0
  const start = (text: string) => {
    const splitting = new RecordSplitter(findDelimiter(text), onRecord)
    splitting.write(text.replace(/^sep=.\r?\n/i, ''))
    return splitting
  }
  const take = (text: string) => {
    lost += text.split('\ufffd').length - 1
    if (splitter !== undefined) return splitter.write(text)
    sample += text
    if (sample.length >= sampleLength) splitter = start(sample)
  }
  for await (const chunk of chunks) {
    take(decoder.decode(chunk, { stream: true }))
    onBytes(chunk.length)
  }
  take(decoder.decode())
  splitter ??= start(sample)
  splitter.end()

  if (lost > 0) notices.add('unreadable_characters', { message: String(lost) })
  if (splitter.unclosedLine !== undefined)
    notices.add('unclosed_quote', { message: String(splitter.unclosedLine) })
  for (let count = 0; count < splitter.cut; count++) notices.add('text_cut')
  return {
    format: 'csv',
    sheets: [builder.finish({ hidden: false, filtered: false })],
    notices: notices.list(),
  }
}

/** `="0012"` is how exports keep Excel from dropping the zeros. */
const unwrapped = (field: string) => /^="([^"]*)"$/.exec(field)?.[1] ?? field
