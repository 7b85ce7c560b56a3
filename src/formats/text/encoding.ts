import { UnreadableFile } from '../unreadable-file.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export type EncodingFinding = {
  encoding: Encoding
  /** False if the file says it itself (byte order mark, or bytes only UTF-8 has). */
  guessed: boolean
}

/**
 * Finds the character set of a text by reading all of it: what is valid UTF-8 throughout is UTF-8, else GB18030,
 * which contains GBK and GB2312. Throws `not_a_workbook` for bytes that are no text.
 */
export const findEncoding = async (chunks: AsyncIterable<Buffer>): Promise<EncodingFinding> => {
  const utf8 = new Trial('utf-8')
  const gb18030 = new Trial('gb18030')
  let first: Buffer | undefined
  let controls = 0
  let bytes = 0
  for await (const chunk of chunks) {
    if (first === undefined) {
      first = chunk
      const wide = wideEncoding(chunk)
      if (wide) return wide
    }
    utf8.feed(chunk)
    gb18030.feed(chunk)
    controls += countControls(chunk)
    bytes += chunk.length
  }
  if (controls > 2 + bytes / 1000) throw new UnreadableFile('not_a_workbook', { kind: 'binary' })
  if (first?.subarray(0, 3).equals(utf8Mark)) return { encoding: 'utf-8', guessed: false }
  if (utf8.valid && !(utf8.couldBeChinese && gb18030.valid)) return { encoding: 'utf-8', guessed: false }
  if (gb18030.valid) return { encoding: 'gb18030', guessed: true }
  // Damaged text: the set that loses less of it, unless that is still too much to be text at all.
  const better = utf8.lost <= gb18030.lost ? utf8 : gb18030
  if (better.lost > bytes / 50 + 2) throw new UnreadableFile('not_a_workbook', { kind: 'binary' })
  return { encoding: better.encoding, guessed: true }
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf])

/** One character set tried on the whole text. */
class Trial {
  readonly encoding: 'utf-8' | 'gb18030'
  valid = true
  /** Characters that could not be read. */
  lost = 0
  readonly #strict: TextDecoder
  readonly #lenient: TextDecoder
  #runs = 0
  #runCharacters = 0
  #large = false

  constructor(encoding: 'utf-8' | 'gb18030') {
    this.encoding = encoding
    this.#strict = new TextDecoder(encoding, { fatal: true })
    this.#lenient = new TextDecoder(encoding)
  }

  feed(chunk: Buffer): void {
    if (this.valid) {
      try {
        this.#strict.decode(chunk, { stream: true })
      } catch {
        this.valid = false
      }
    }
    const text = this.#lenient.decode(chunk, { stream: true })
    this.lost += text.split('\ufffd').length - 1
    if (this.encoding !== 'utf-8' || this.#large) return
    this.#large = /[\u0800-\uffff]/.test(text)
    for (const [run] of text.matchAll(/[\u0080-\u07ff]+/g)) {
      this.#runs++
      this.#runCharacters += run.length
    }
  }

  /**
   * GBK words of common characters can be valid UTF-8: pairs of Latin, Greek or Arabic letters. European text has
   * such letters singly (`café`), Chinese text has them in runs; real Chinese UTF-8 has characters above U+07FF.
   */
  get couldBeChinese(): boolean {
    return !this.#large && this.#runs > 0 && this.#runCharacters >= 2 * this.#runs
  }
}

const wideEncoding = (start: Buffer): EncodingFinding | undefined => {
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', guessed: false }
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', guessed: false }
  const zeros = [0, 0]
  for (let index = 0; index < Math.min(start.length, 4096); index++) {
    if (start[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = zeros
  if (even + odd < Math.min(start.length, 4096) / 50) return undefined
  const encoding = odd > 10 * even ? 'utf-16le' : even > 10 * odd ? 'utf-16be' : undefined
  if (encoding === undefined) return undefined
  const text = new TextDecoder(encoding).decode(start.subarray(0, 4096))
  return /[^\P{Cc}\t\n\r]/u.test(text) ? undefined : { encoding, guessed: true }
}

/** Bytes no text has: below space, but for tab, line ends, form feed, escape and the old end-of-file mark. */
const countControls = (chunk: Buffer) => {
  let count = 0
  for (const byte of chunk) {
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27 && byte !== 26) count++
  }
  return count
}
