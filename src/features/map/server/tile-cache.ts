const mostBytes = 48 * 1024 ** 2

/** Tiles cut already, the latest used kept; `scope` keeps apart what different people may see. */
export class TileCache {
  readonly #tiles = new Map<string, Uint8Array>()
  readonly #most: number
  #bytes = 0

  constructor(most: number = mostBytes) {
    this.#most = most
  }

  get(scope: string, z: number, x: number, y: number): Uint8Array | undefined {
    const key = keyOf(scope, z, x, y)
    const tile = this.#tiles.get(key)
    if (!tile) return undefined
    this.#tiles.delete(key)
    this.#tiles.set(key, tile)
    return tile
  }

  put(scope: string, z: number, x: number, y: number, tile: Uint8Array): void {
    const own = keyOf(scope, z, x, y)
    this.#drop(own)
    this.#tiles.set(own, tile)
    this.#bytes += bytesOf(own, tile)
    for (const key of this.#tiles.keys()) {
      if (this.#bytes <= this.#most) return
      this.#drop(key)
    }
  }

  clear(scopes: (scope: string) => boolean): void {
    for (const key of this.#tiles.keys()) if (scopes(key.slice(0, key.lastIndexOf('@')))) this.#drop(key)
  }

  #drop(key: string) {
    const tile = this.#tiles.get(key)
    if (!tile) return
    this.#tiles.delete(key)
    this.#bytes -= bytesOf(key, tile)
  }
}

/** An empty tile is kept under a key, too: about what an entry of a map and an array cost beside it. */
const entryBytes = 160
const bytesOf = (key: string, { byteLength }: Uint8Array) => entryBytes + 2 * key.length + byteLength
const keyOf = (scope: string, z: number, x: number, y: number) => `${scope}@${z}/${x}/${y}`
