/** Reads the pairs of lines of an ASCII DXF, a group code and its value, from the file's bytes. */
export class GroupReader {
  /** Of the group read last; -1 at the end of the file or where it cannot be followed further. */
  code = -1
  readonly #bytes: Buffer
  #at: number
  #from = 0
  #to = 0
  #pairs = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  }

  /** The line on which the group's code stands. */
  get line(): number {
    return Math.max(1, this.#pairs * 2 - 1)
  }

  next(): boolean {
    this.#pairs++
    if (!this.#line()) return this.#stop()
    const code = this.ascii
    if (!/^-?\d{1,4}$/.test(code)) return this.#stop()
    if (!this.#line()) return this.#stop()
    this.code = Number(code)
    return true
  }

  /** Goes to the next group with code 0, unless it stands on one. Every entity and section begins with it. */
  toNextStart(): boolean {
    while (this.code !== 0) if (!this.next()) return false
    return true
  }

  /** Without blanks at the ends. Only ASCII is sure to be right. */
  get ascii(): string {
    return this.#bytes.toString('latin1', this.#from, this.#to).trim()
  }

  /** NaN for what is none. */
  get number(): number {
    const text = this.ascii
    return text === '' ? Number.NaN : Number(text)
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(this.#from, this.#to)
  }

  #line(): boolean {
    if (this.#at >= this.#bytes.length) return false
    const end = this.#bytes.indexOf(lineFeed, this.#at)
    this.#from = this.#at
    this.#to = end < 0 ? this.#bytes.length : end
    this.#at = this.#to + 1
    if (this.#bytes[this.#to - 1] === carriageReturn && this.#to > this.#from) this.#to--
    return true
  }

  #stop(): boolean {
    this.code = -1
    this.#at = this.#bytes.length
    return false
  }
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
