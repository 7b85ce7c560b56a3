/** Longest field kept, as in a cell of Excel. */
const longestField = 32_767

/**
 * Splits delimited text (RFC 4180) as it arrives. A field may stand in double quotes, doubled inside; a quote inside
 * an unquoted field, or text after the closing quote, is taken as it is. Lines end with CRLF, LF or CR.
 */
export class RecordSplitter {
  /** The line on which a quote opened that never closed. */
  unclosedLine: number | undefined
  /** Fields that were too long and were cut. */
  cut = 0
  readonly #delimiter: number
  readonly #onRecord: (fields: string[]) => void
  #fields: string[] = []
  #field = ''
  #state: 'start' | 'plain' | 'quoted' | 'quote' = 'start'
  #afterReturn = false
  #line = 1
  #quoteLine = 0

  constructor(delimiter: string, onRecord: (fields: string[]) => void) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#onRecord = onRecord
  }

  write(text: string): void {
    let from = 0
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code === lineFeed || code === carriageReturn) {
        const secondHalf = code === lineFeed && this.#afterReturn
        if (!secondHalf) this.#line++
        this.#afterReturn = code === carriageReturn
        if (this.#state === 'quoted') continue
        this.#take(text, from, index)
        from = index + 1
        if (!secondHalf) this.#endRecord()
        continue
      }
      this.#afterReturn = false
      if (this.#state === 'quoted') {
        if (code !== quote) continue
        this.#take(text, from, index)
        this.#state = 'quote'
      } else if (code === this.#delimiter) {
        this.#take(text, from, index)
        this.#endField()
      } else if (code === quote && this.#state === 'start') {
        this.#state = 'quoted'
        this.#quoteLine = this.#line
      } else if (code === quote && this.#state === 'quote') {
        this.#field += '"'
        this.#state = 'quoted'
      } else {
        if (this.#state === 'start' || this.#state === 'quote') from = index
        this.#state = 'plain'
        continue
      }
      from = index + 1
    }
    this.#take(text, from, text.length)
  }

  end(): void {
    if (this.#state === 'quoted') this.unclosedLine = this.#quoteLine
    if (this.#state !== 'start' || this.#fields.length > 0) this.#endRecord()
  }

  #take(text: string, from: number, to: number) {
    if (to <= from || this.#state === 'start' || this.#state === 'quote') return
    if (this.#field.length > longestField) return
    this.#field += text.slice(from, to)
  }

  #endField() {
    if (this.#field.length > longestField) {
      this.cut++
      this.#field = this.#field.slice(0, longestField)
    }
    this.#fields.push(this.#field)
    this.#field = ''
    this.#state = 'start'
  }

  #endRecord() {
    this.#endField()
    const fields = this.#fields
    this.#fields = []
    this.#onRecord(fields)
  }
}

/** The records of a text that is at hand; the last may be incomplete. */
export const splitRecords = (text: string, delimiter: string): string[][] => {
  const records: string[][] = []
  const splitter = new RecordSplitter(delimiter, (fields) => records.push(fields))
  splitter.write(text)
  splitter.end()
  return records
}

const lineFeed = 10
const carriageReturn = 13
const quote = 34
