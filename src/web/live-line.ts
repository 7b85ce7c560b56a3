/** Which tables were written; undefined after the line was broken, when anything may have been. */
export type Written = readonly string[] | undefined
/** `lost`: it broke and is being tried again. */
export type LineState = 'off' | 'opening' | 'open' | 'lost'

/** What a line runs over: an `EventSource`, or a test's own. */
export type Wire = {
  addEventListener: (name: string, listener: (event: { data?: unknown }) => void) => void
  close: () => void
  readonly readyState: number
}
const closed = 2

type Given = {
  connect: () => Wire
  /** Whoever was signed in may no longer be: the server ended the line, or would not open it. */
  askWhoIsThere: () => void
  /** Milliseconds to the next try after the n-th failure. */
  pause?: (failures: number) => number
}

/**
 * One line to the server for the whole application. It is open while somebody listens and the window is in sight: a
 * browser has six connections to a server, and windows behind others must not keep them from those in front.
 */
export class LiveLine {
  readonly #given: Given
  readonly #listeners = new Set<(written: Written) => void>()
  readonly #watchers = new Set<() => void>()
  #wire: Wire | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #version: string | undefined
  #state: LineState = 'off'
  #isInSight = true

  constructor(given: Given) {
    this.#given = given
  }

  subscribe = (listener: (written: Written) => void): (() => void) => {
    this.#listeners.add(listener)
    this.#attend()
    return () => {
      this.#listeners.delete(listener)
      this.#attend()
    }
  }

  watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  state = (): LineState => this.#state

  see(isInSight: boolean) {
    this.#isInSight = isInSight
    this.#attend()
  }

  #attend() {
    const isWanted = this.#isInSight && this.#listeners.size > 0
    if (isWanted === (this.#wire !== undefined || this.#retry !== undefined)) return
    if (isWanted) return this.#open('opening')
    this.#hangUp()
    // Who comes back reads everything anew by itself; a window out of sight comes back to what it showed.
    if (this.#listeners.size === 0) this.#version = undefined
    this.#turn('off')
  }

  #open(state: LineState) {
    this.#turn(state)
    const wire = this.#given.connect()
    this.#wire = wire
    const on = (name: string, act: (data: { tables?: string[]; version?: string }) => void) =>
      wire.addEventListener(name, ({ data }) => {
        if (this.#wire === wire) act(typeof data === 'string' ? JSON.parse(data) : {})
      })
    on('hello', ({ version }) => {
      const isOther = this.#version !== undefined && this.#version !== version
      this.#failures = 0
      this.#version = version
      this.#turn('open')
      if (isOther) this.#tell(undefined)
    })
    on('change', ({ tables, version }) => {
      this.#version = version
      this.#tell(tables)
    })
    on('ended', () => {
      this.#fail()
      this.#given.askWhoIsThere()
    })
    on('error', () => {
      // An EventSource tries again by itself, unless the answer was a refusal.
      if (wire.readyState !== closed) return this.#turn('lost')
      this.#fail()
      this.#given.askWhoIsThere()
    })
  }

  #fail() {
    this.#hangUp()
    const wait = this.#given.pause ?? ((failures) => Math.min(30_000, 1_000 * 2 ** failures))
    this.#retry = setTimeout(
      () => {
        this.#retry = undefined
        this.#open('lost')
      },
      wait(this.#failures++),
    )
    this.#turn('lost')
  }

  #hangUp() {
    clearTimeout(this.#retry)
    this.#retry = undefined
    this.#wire?.close()
    this.#wire = undefined
  }

  #turn(state: LineState) {
    if (state === this.#state) return
    this.#state = state
    for (const watcher of this.#watchers) watcher()
  }

  #tell(written: Written) {
    for (const listener of this.#listeners) listener(written)
  }
}
