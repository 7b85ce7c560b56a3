/** What a refresher needs of a map. */
export type Refreshed = {
  getSource: (id: string) => unknown
  refreshTiles: (id: string) => void
  once: (name: 'idle', listener: () => void) => unknown
  off: (name: 'idle', listener: () => void) => unknown
  triggerRepaint: () => void
}

/**
 * Reads sources anew behind what is drawn, which stays until the new has come. While one reading is on its way the next
 * waits, so that an older answer never comes to lie over a newer one. `onFresh` when what was asked for is on the screen.
 */
export class Refresher {
  readonly #map: Refreshed
  readonly #onFresh: () => void
  readonly #pauses: { between: number; atMost: number }
  readonly #waiting = new Set<string>()
  #isBusy = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Between two readings at least; a map that is moved all the while is never idle, so no longer than `atMost`. */
  constructor(map: Refreshed, onFresh: () => void, pauses = { between: 250, atMost: 3_000 }) {
    this.#map = map
    this.#onFresh = onFresh
    this.#pauses = pauses
  }

  refresh(sources: readonly string[]) {
    for (const source of sources) this.#waiting.add(source)
    this.#turn()
  }

  stop() {
    clearTimeout(this.#timer)
    this.#waiting.clear()
    this.#map.off('idle', this.#drawn)
  }

  #turn() {
    if (this.#isBusy || this.#waiting.size === 0) return
    this.#isBusy = true
    for (const source of this.#waiting) if (this.#map.getSource(source)) this.#map.refreshTiles(source)
    this.#waiting.clear()
    this.#map.once('idle', this.#drawn)
    this.#map.triggerRepaint()
    this.#timer = setTimeout(this.#drawn, this.#pauses.atMost)
  }

  #drawn = () => {
    clearTimeout(this.#timer)
    this.#map.off('idle', this.#drawn)
    this.#onFresh()
    this.#timer = setTimeout(() => {
      this.#isBusy = false
      this.#turn()
    }, this.#pauses.between)
  }
}
