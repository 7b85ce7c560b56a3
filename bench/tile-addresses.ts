export type TileAddress = { z: number; x: number; y: number }

const mostOfAZoom = 60
const zooms = [10, 11, 12, 13, 14, 15, 16, 17]

/** Tiles that have something in them, spread over the land: at most so many of a zoom. */
export function tilesOver(places: readonly (readonly [number, number])[]): TileAddress[] {
  return zooms.flatMap((z) => {
    const known = new Map<string, TileAddress>()
    for (const [lon, lat] of places) {
      const n = 2 ** z
      const s = Math.sin((lat * Math.PI) / 180)
      const x = Math.floor(((lon + 180) / 360) * n)
      const y = Math.floor((0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * n)
      known.set(`${x}/${y}`, { z, x, y })
    }
    const all = [...known.values()]
    const step = Math.max(1, Math.floor(all.length / mostOfAZoom))
    return all.filter((_, at) => at % step === 0).slice(0, mostOfAZoom)
  })
}
