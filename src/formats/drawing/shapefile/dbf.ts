import { type CodePage, findCodePage } from './code-page.ts'

export type Dbf = {
  codePage: CodePage
  /** Records the table has, those marked as deleted among them. */
  count: number
  /** Bytes are missing at the end. */
  isCut: boolean
  isDeleted: (index: number) => boolean
  /** What is blank is not there. Values as written, without blanks around them. */
  attributes: (index: number) => Record<string, string>
}

type Field = { name: string; type: string; at: number; length: number }

const fieldBytes = 32
const endOfFields = 0x0d
const deleted = 0x2a

/**
 * Opens a dBASE III–7 table. Numbers, dates and truth values are text there and stay so; notes kept in another file
 * (memo) are left out. Undefined if the header is damaged. Of the library parsedbf its source tells: it makes numbers of texts
 * (`0601` → 601), knows no GBK, and cannot tell a deleted record.
 */
export const openDbf = async (bytes: Buffer, cpg: string | undefined): Promise<Dbf | undefined> => {
  if (bytes.length < fieldBytes + 1) return undefined
  const headerLength = bytes.readUInt16LE(8)
  const recordLength = bytes.readUInt16LE(10)
  const fields = rawFields(bytes, headerLength, recordLength)
  if (fields.length === 0 || recordLength === 0) return undefined
  const told = bytes.readUInt32LE(4)
  const whole = Math.max(0, Math.floor((bytes.length - headerLength) / recordLength))
  const count = Math.min(told, whole)
  const start = (index: number) => headerLength + index * recordLength

  const codePage = await findCodePage(bytes[29] ?? 0, cpg, foreignTexts(bytes, fields, count, start))
  const decoder = new TextDecoder(codePage.encoding)
  const names = uniqueNames(fields.map(({ name }) => textOf(Buffer.from(name, 'latin1'), decoder)))
  return {
    codePage,
    count,
    isCut: told > whole,
    isDeleted: (index) => index < count && bytes[start(index)] === deleted,
    attributes: (index) => {
      if (index >= count) return {}
      const record = bytes.subarray(start(index), start(index) + recordLength)
      const values = fields.map(
        (field, column) => [names[column] ?? '', valueIn(record, field, decoder)] as const,
      )
      return Object.fromEntries(values.filter(([, value]) => value !== ''))
    },
  }
}

/** Names are kept as bytes, for their character set is not known yet. */
const rawFields = (bytes: Buffer, headerLength: number, recordLength: number): Field[] => {
  const fields: Field[] = []
  let offset = 1
  for (let at = fieldBytes; at + fieldBytes <= Math.min(headerLength, bytes.length); at += fieldBytes) {
    if (bytes[at] === endOfFields) break
    const end = bytes.indexOf(0, at)
    const name = bytes.toString('latin1', at, Math.min(end < 0 ? at + 11 : end, at + 11))
    const length = bytes[at + 16] ?? 0
    if (offset + length > recordLength) break
    fields.push({ name, type: String.fromCharCode(bytes[at + 11] ?? 0), at: offset, length })
    offset += length
  }
  return fields
}

const enoughTexts = 20_000
const isText = (type: string) => type === 'C' || type === 'V'

/** Texts and names with characters beyond ASCII: all that says anything of the character set. */
const foreignTexts = (
  bytes: Buffer,
  fields: Field[],
  count: number,
  start: (index: number) => number,
): Buffer[] => {
  const texts: Buffer[] = fields
    .map(({ name }) => Buffer.from(name, 'latin1'))
    .filter((name) => !isAscii(name))
  const columns = fields.filter(({ type }) => isText(type))
  for (let index = 0; index < count && texts.length < enoughTexts; index++)
    for (const { at, length } of columns) {
      const text = trimmed(bytes.subarray(start(index) + at, start(index) + at + length))
      if (!isAscii(text)) texts.push(text)
    }
  return texts
}

const valueIn = (record: Buffer, { type, at, length }: Field, decoder: TextDecoder): string => {
  const bytes = record.subarray(at, at + length)
  if (isText(type)) return textOf(bytes, decoder)
  if (type === 'I' && length === 4) return String(bytes.readInt32LE())
  if ((type === 'O' || type === 'B') && length === 8) return String(bytes.readDoubleLE())
  if (!'NFDL'.includes(type)) return ''
  const text = textOf(bytes, decoder)
  return type === 'L' && text === '?' ? '' : text
}

const textOf = (bytes: Buffer, decoder: TextDecoder): string => {
  const text = trimmed(bytes)
  return isAscii(text)
    ? text.toString('latin1').trim()
    : decoder
        .decode(text)
        .replace(/\ufffd$/, '')
        .trim()
}

/** Columns are filled up with blanks or zeros. */
const trimmed = (bytes: Buffer): Buffer => {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--
  return bytes.subarray(0, end)
}

const isAscii = (bytes: Buffer) => {
  for (let index = 0; index < bytes.length; index++) if ((bytes[index] ?? 0) > 0x7f) return false
  return true
}

/** Ten bytes are short for a name in Chinese, so that two may be the same. */
const uniqueNames = (names: string[]): string[] => {
  const used = new Set<string>()
  return names.map((name, index) => {
    let unique = name || `field${index + 1}`
    for (let number = 2; used.has(unique); number++) unique = `${name}_${number}`
    used.add(unique)
    return unique
  })
}
