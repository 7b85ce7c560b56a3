import { findEncoding } from '../../text/encoding.ts'
import { UnreadableFile } from '../../unreadable-file.ts'

export type CodePage = {
  /** As `TextDecoder` calls it. */
  encoding: string
  /** Neither a .cpg nor the table says it, or what they say does not fit. */
  guessed: boolean
}

/** The byte for the language driver in a .dbf. Pages of DOS that no decoder here knows are found by content. */
const drivers = new Map([
  [0x4d, 'gb18030'],
  [0x7a, 'gb18030'],
  [0x4f, 'big5'],
  [0x78, 'big5'],
  [0x13, 'shift_jis'],
  [0x7b, 'shift_jis'],
  [0x4e, 'euc-kr'],
  [0x79, 'euc-kr'],
  [0xc8, 'windows-1250'],
  [0xc9, 'windows-1251'],
])

const pages = new Map([
  ['936', 'gb18030'],
  ['54936', 'gb18030'],
  ['950', 'big5'],
  ['932', 'shift_jis'],
  ['949', 'euc-kr'],
  ['65001', 'utf-8'],
])

/**
 * The character set of a table of attributes. What its .cpg or its driver byte says is believed if the `texts` of the
 * table can be read so: many programs write UTF-8 into the one and GBK into the other.
 */
export const findCodePage = async (
  driver: number,
  cpg: string | undefined,
  texts: Buffer[],
): Promise<CodePage> => {
  const named = cpg === undefined ? undefined : encodingOf(cpg)
  for (const encoding of [named, drivers.get(driver)])
    if (encoding !== undefined && fits(encoding, texts)) return { encoding, guessed: false }
  if (texts.length === 0) return { encoding: 'utf-8', guessed: false }
  try {
    const finding = await findEncoding(chunksOf(texts))
    return { encoding: finding.encoding, guessed: true }
  } catch (error) {
    if (error instanceof UnreadableFile) return { encoding: 'gb18030', guessed: true }
    throw error
  }
}

async function* chunksOf(texts: Buffer[]) {
  for (const text of texts) yield Buffer.concat([text, Buffer.from('\n')])
}

const encodingOf = (cpg: string): string | undefined => {
  const name = cpg.replace(/[\0\ufeff]/g, '').trim()
  const number = /^(?:ansi|oem|cp|ms|windows)?[\s_-]*(\d{3,5})$/i.exec(name)?.[1]
  const known = number && (pages.get(number) ?? `windows-${number}`)
  try {
    return new TextDecoder(known || name.replace(/^utf8$/i, 'utf-8')).encoding
  } catch {
    return undefined
  }
}

/** A character in twenty may be broken: values are cut at the width of their column. */
const mostBroken = 0.05

const fits = (encoding: string, texts: Buffer[]): boolean => {
  const decoder = new TextDecoder(encoding)
  let [broken, all] = [0, 0]
  for (const text of texts) {
    // A half character at the end is the column's doing, not the character set's.
    const decoded = decoder.decode(text).replace(/\ufffd+$/, '')
    all += decoded.replace(/[\0-\x7f]/g, '').length
    broken += decoded.split('\ufffd').length - 1
  }
  return broken <= all * mostBroken
}
