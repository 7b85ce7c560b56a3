const triesInARow = 3
const restMs = 20_000

/** Who does not answer several times in a row is left alone for a while, so that nobody waits for it meanwhile. */
export class Patience {
  readonly #failures = new Map<string, { count: number; at: number }>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  mayAsk(whom: string): boolean {
    const known = this.#failures.get(whom)
    return !known || known.count < triesInARow || this.#now() - known.at >= restMs
  }

  answered(whom: string) {
    this.#failures.delete(whom)
  }

  failed(whom: string) {
    this.#failures.set(whom, { count: (this.#failures.get(whom)?.count ?? 0) + 1, at: this.#now() })
  }
}
