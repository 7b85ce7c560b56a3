const mostBytes = 48 * 1024 ** 2

/** Tiles cut already, the latest used kept; `scope` keeps apart what different people may see. */
export class TileCache {
  readonly #tiles = new Map<string, Uint8Array>()
  #bytes = 0

  get(scope: string, z: number, x: number, y: number): Uint8Array | undefined {
    const key = keyOf(scope, z, x, y)
    const tile = this.#tiles.get(key)
    if (!tile) return undefined
    this.#tiles.delete(key)
    this.#tiles.set(key, tile)
    return tile
  }

  put(scope: string, z: number, x: number, y: number, tile: Uint8Array): void {
    this.#tiles.set(keyOf(scope, z, x, y), tile)
    this.#bytes += tile.byteLength
    for (const [key, { byteLength }] of this.#tiles) {
      if (this.#bytes <= mostBytes) return
      this.#tiles.delete(key)
      this.#bytes -= byteLength
    }
  }

  clear(scopes: (scope: string) => boolean): void {
    for (const [key, { byteLength }] of this.#tiles)
      if (scopes(key.slice(0, key.lastIndexOf('@')))) {
        this.#tiles.delete(key)
        this.#bytes -= byteLength
      }
  }
}

const keyOf = (scope: string, z: number, x: number, y: number) => `${scope}@${z}/${x}/${y}`
