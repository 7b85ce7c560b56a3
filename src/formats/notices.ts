import type { Notice, NoticeCode } from './workbook.ts'

/** Per code; a file may have a million cells that deserve one. */
const mostPerCode = 100

/** Collects notices; beyond the first hundred of a kind only their number is kept. */
export class Notices {
  readonly #list: Notice[] = []
  readonly #counts = new Map<NoticeCode, number>()

  add(code: NoticeCode, place: Omit<Notice, 'code'> = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= mostPerCode) this.#list.push({ code, ...place })
  }

  list(): Notice[] {
    const uncounted = [...this.#counts].filter(([, count]) => count > mostPerCode)
    return [
      ...this.#list,
      ...uncounted.map(([code, count]) => ({ code, message: `+${count - mostPerCode}` })),
    ]
  }
}
