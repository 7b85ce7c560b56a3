type Limits = { atOnce: number; patienceMs: number; restMs: number; most: number }
/** Three of the six lines that a browser has to a server: the map's own tiles never wait for the base map. */
const usual: Limits = { atOnce: 3, patienceMs: 1_200, restMs: 20_000, most: 300 }

type Fetch = (path: string) => Promise<Blob>
type Waiting = { path: string; signal: AbortSignal | undefined; begin: () => void; drop: () => void }

/**
 * Pictures of the base map, so fetched that it never keeps the map waiting: few at a time; what takes longer comes in
 * when all have come; and who does not answer is left alone for a while.
 */
export class BasePictures {
  readonly #fetch: Fetch
  readonly #limits: Limits
  readonly #kept = new Map<string, Promise<Blob | undefined>>()
  readonly #waiting: Waiting[] = []
  readonly #listeners = new Set<() => void>()
  readonly #lateListeners = new Set<() => void>()
  #running = 0
  #isLate = false
  #failedAt = Number.NEGATIVE_INFINITY
  #isFailing = false

  constructor(fetch: Fetch, limits: Partial<Limits> = {}) {
    this.#fetch = fetch
    this.#limits = { ...usual, ...limits }
  }

  /** Undefined: not there, or not yet. */
  async get(path: string, signal?: AbortSignal): Promise<Blob | undefined> {
    const picture = this.#kept.get(path) ?? this.#ask(path, signal)
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.#limits.patienceMs)
    })
    const first = await Promise.race([picture, late])
    clearTimeout(timer)
    if (first !== 'late') return first
    this.#isLate = true
    return undefined
  }

  /** Asks anew for what did not come. */
  retry = () => {
    this.#tell(false)
    this.#failedAt = Number.NEGATIVE_INFINITY
    for (const listener of this.#lateListeners) listener()
  }

  /** The last one asked for did not come. */
  isFailing = () => this.#isFailing
  watch = (listener: () => void) => listen(this.#listeners, listener)
  /** Told when pictures that were not there in time can be had. */
  onLate = (listener: () => void) => listen(this.#lateListeners, listener)

  #ask(path: string, signal: AbortSignal | undefined): Promise<Blob | undefined> {
    if (Date.now() - this.#failedAt < this.#limits.restMs) return Promise.resolve(undefined)
    const picture = new Promise<void>((begin, drop) => {
      this.#waiting.push({ path, signal, begin, drop })
    })
      .then(() => this.#fetch(path))
      .then(
        (blob) => {
          this.#tell(false)
          return blob
        },
        (error) => {
          this.#kept.delete(path)
          if (error === undefined) return undefined
          this.#failedAt = Date.now()
          this.#tell(true)
          return undefined
        },
      )
    void picture.then(() => this.#next(path))
    this.#kept.set(path, picture)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limits.most) break
      this.#kept.delete(oldest)
    }
    this.#begin()
    return picture
  }

  readonly #started = new Set<string>()

  #begin() {
    while (this.#running < this.#limits.atOnce) {
      const next = this.#waiting.shift()
      if (!next) return
      // Moved out of sight before its turn, or nobody answers any more.
      if (next.signal?.aborted || Date.now() - this.#failedAt < this.#limits.restMs) {
        next.drop()
        continue
      }
      this.#running++
      this.#started.add(next.path)
      next.begin()
    }
  }

  #next(path: string) {
    if (this.#started.delete(path)) this.#running--
    this.#begin()
    if (this.#running > 0 || !this.#isLate) return
    this.#isLate = false
    if (!this.#isFailing) for (const listener of this.#lateListeners) listener()
  }

  #tell(isFailing: boolean) {
    if (isFailing === this.#isFailing) return
    this.#isFailing = isFailing
    for (const listener of this.#listeners) listener()
  }
}

function listen(listeners: Set<() => void>, listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
