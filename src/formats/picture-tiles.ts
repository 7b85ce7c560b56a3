import { PMTiles, type Source, TileType } from 'pmtiles'

/** Bytes of a file from a place on. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>
export type PictureTiles = {
  farthest: number
  nearest: number
  /** West, south, east, north in degrees. */
  bounds: [number, number, number, number]
  /** Undefined: the file has none there. */
  tile: (z: number, x: number, y: number) => Promise<Uint8Array | undefined>
}

const pictures: readonly TileType[] = [TileType.Png, TileType.Jpeg, TileType.Webp]

/** A PMTiles file of pictures; `vector`: of something else, which needs a style of its own. Throws for what is no PMTiles. */
export async function openPictureTiles(name: string, read: ReadAt): Promise<PictureTiles | 'vector'> {
  const source: Source = {
    getKey: () => name,
    async getBytes(offset, length) {
      const bytes = await read(offset, length)
      return { data: Uint8Array.from(bytes).buffer }
    },
  }
  const file = new PMTiles(source)
  const { tileType, minZoom, maxZoom, minLon, minLat, maxLon, maxLat } = await file.getHeader()
  if (!pictures.includes(tileType)) return 'vector'
  return {
    farthest: minZoom,
    nearest: maxZoom,
    bounds: [minLon, minLat, maxLon, maxLat],
    async tile(z, x, y) {
      if (Math.max(x, y) >= 2 ** z) return undefined
      const found = await file.getZxy(z, x, y)
      return found && new Uint8Array(found.data)
    },
  }
}
