import { UnreadableFile } from '../../unreadable-file.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Deeper than any honest file; a person's stack is not endless either. */
const mostDepth = 200

const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]

/**
 * JSON in UTF-8, read from its bytes value by value: the text of a large file never stands in memory as a whole. The
 * `NaN` and `Infinity` that some programs write are numbers here; whole numbers too long for one come as their digits.
 * Throws `damaged` with the `byte`.
 */
export class JsonText {
  readonly #bytes: Buffer
  #at = 0
  #depth = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.#at = 3
  }

  /** The members of an object; `onKey` must read the value of each. */
  members(onKey: (key: string) => void): void {
    this.#enter(openBrace)
    if (!this.#skip(closeBrace)) {
      do {
        const key = this.#string()
        this.#expect(colon)
        onKey(key)
      } while (this.#another(closeBrace))
    }
    this.#depth--
  }

  /** The items of an array; `onItem` must read each. */
  items(onItem: (index: number) => void): void {
    this.#enter(openBracket)
    if (!this.#skip(closeBracket)) {
      let index = 0
      do onItem(index++)
      while (this.#another(closeBracket))
    }
    this.#depth--
  }

  /** Does the next value begin like this? */
  isNext(kind: 'object' | 'array'): boolean {
    return this.#peek() === (kind === 'object' ? openBrace : openBracket)
  }

  value(): Json {
    const next = this.#peek()
    if (next === openBrace) {
      const entries = new Map<string, Json>()
      this.members((key) => entries.set(key, this.value()))
      return Object.fromEntries(entries)
    }
    if (next === openBracket) return this.#array()
    return next === quote ? this.#string() : this.#word()
  }

  /** Nothing but blanks may follow. */
  end(): void {
    if (this.#peek() !== undefined) throw this.#fault()
  }

  #array(): Json[] {
    let list: Json[] = []
    this.items((index) => {
      const value = this.value()
      if (index === 0) list = [value]
      else if (index === 1) list = pair(list[0] ?? null, value)
      else list.push(value)
    })
    return list
  }

  #enter(open: number): void {
    this.#expect(open)
    if (++this.#depth > mostDepth) throw this.#fault('nested too deep')
  }

  #another(close: number): boolean {
    if (this.#skip(comma)) return true
    this.#expect(close)
    return false
  }

  #peek(): number | undefined {
    for (;;) {
      const byte = this.#bytes[this.#at]
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte
      this.#at++
    }
  }

  #skip(byte: number): boolean {
    if (this.#peek() !== byte) return false
    this.#at++
    return true
  }

  #expect(byte: number): void {
    if (!this.#skip(byte)) throw this.#fault()
  }

  #string(): string {
    this.#expect(quote)
    const from = this.#at
    for (; ; this.#at++) {
      const byte = this.#bytes[this.#at]
      if (byte === quote) break
      if (byte === backslash) this.#at++
      else if (byte === undefined) throw this.#fault()
    }
    const to = this.#at++
    const bytes = this.#bytes.subarray(from, to)
    if (!bytes.includes(backslash)) return bytes.toString('utf8')
    try {
      // Line ends within a string are no JSON, but plain to see.
      return JSON.parse(`"${bytes.toString('utf8').replace(/\p{Cc}/gu, escaped)}"`)
    } catch {
      throw this.#fault()
    }
  }

  #word(): number | string | boolean | null {
    const from = this.#at
    while (isWordByte(this.#bytes[this.#at])) this.#at++
    const word = this.#bytes.toString('latin1', from, this.#at)
    if (numberText.test(word)) {
      const number = Number(word)
      return Math.abs(number) > Number.MAX_SAFE_INTEGER && /^-?\d+$/.test(word) ? word : number
    }
    const known = words.get(word)
    if (known === undefined) throw this.#fault()
    return known
  }

  #fault(reason = 'no JSON'): UnreadableFile {
    return new UnreadableFile('damaged', { reason, byte: Math.min(this.#at, this.#bytes.length) })
  }
}

/** Two numbers, of which there are millions, are made in a place of their own: so they take a third less room. */
const pair = (first: Json, second: Json): Json[] =>
  typeof first === 'number' && typeof second === 'number' ? numbers(first, second) : [first, second]
const numbers = (first: number, second: number) => [first, second]

const numberText = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/
const words = new Map<string, number | boolean | null>([
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', Number.NaN],
  ['nan', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
])

/** Letters, digits and the signs of numbers. */
const isWordByte = (byte: number | undefined) =>
  byte !== undefined &&
  ((byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2b ||
    byte === 0x2d ||
    byte === 0x2e)

const escaped = (control: string) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
