import type { DrawingNotice, DrawingNoticeCode } from './drawing.ts'

/** Told one by one: a person goes to each. The others are told once per layer and value, with their number. */
const mostPerCode = 100
const longestValue = 100

const toldTogether = new Set<DrawingNoticeCode>([
  'not_a_surface',
  'heights_ignored',
  'arcs_flattened',
  'nested_too_deep',
  'encoding_guessed',
  'full_width_read',
])

/** Collects notices so that a file with a million faults has a short list of them. */
export class DrawingNotices {
  readonly #told = new Map<string, DrawingNotice>()
  readonly #codes = new Map<DrawingNoticeCode, number>()

  add(code: DrawingNoticeCode, details: Omit<DrawingNotice, 'code' | 'count'> = {}, times = 1): void {
    const value = details.value?.slice(0, longestValue)
    const notice: DrawingNotice = { code, ...details, ...(value === undefined ? {} : { value }) }
    const { layer, place } = notice
    const key = JSON.stringify(toldTogether.has(code) ? [code, layer, value] : [code, layer, value, place])
    const same = this.#told.get(key)
    if (same !== undefined) {
      same.count = (same.count ?? 1) + times
      return
    }
    const kinds = (this.#codes.get(code) ?? 0) + 1
    this.#codes.set(code, kinds)
    if (kinds <= mostPerCode) this.#told.set(key, times === 1 ? notice : { ...notice, count: times })
    else this.#addToRest(code, times)
  }

  list(): DrawingNotice[] {
    return [...this.#told.values()]
  }

  #addToRest(code: DrawingNoticeCode, times: number): void {
    const rest = this.#told.get(code)
    if (rest === undefined) this.#told.set(code, { code, count: times })
    else rest.count = (rest.count ?? 1) + times
  }
}
