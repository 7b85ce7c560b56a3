import gcoordModule from 'gcoord'
import type { Position } from './position.ts'

// Its types describe a default export that the package does not have: the module itself is the object.
const gcoord = gcoordModule as unknown as typeof gcoordModule.default
type Shift = 'GCJ02' | 'BD09'

/*
 * Chinese web maps show places some 500 m off on purpose: GCJ-02 (高德, 腾讯), and BD-09 (百度) on top of it. 天地图
 * shows CGCS2000 as it is. These shifts are for display and for recognising shifted coordinates, never for storing.
 */

const shift = (to: Shift, [lon, lat]: Position): Position => {
  const [x = lon, y = lat] = gcoord.transform([lon, lat], gcoord.WGS84, gcoord[to])
  return [x, y]
}
/** Each round leaves about a hundredth of the error; a step on the edge of the shifted region would never end. */
const rounds = 20
const closeEnough = 1e-11

function unshift(from: Shift, [lon, lat]: Position): Position {
  let [x, y] = [lon, lat]
  for (let round = 0; round < rounds; round++) {
    const [there, above] = shift(from, [x, y])
    const [dx, dy] = [there - lon, above - lat]
    x -= dx
    y -= dy
    if (Math.abs(dx) < closeEnough && Math.abs(dy) < closeEnough) break
  }
  return [x, y]
}

/** Degrees [lon, lat] in CGCS2000 (or WGS 84) to and from the shifted ones, the way back exact to 1e-9°. */
export const toGcj02 = (lonLat: Position): Position => shift('GCJ02', lonLat)
export const fromGcj02 = (lonLat: Position): Position => unshift('GCJ02', lonLat)
export const toBd09 = (lonLat: Position): Position => shift('BD09', lonLat)
export const fromBd09 = (lonLat: Position): Position => unshift('BD09', lonLat)

export type ShiftSuspicion = {
  /** Of the points, what share lies inside when taken as it is, as GCJ-02, as BD-09. */
  shares: { asItIs: number; gcj02: number; bd09: number }
  suspected?: 'gcj02' | 'bd09'
}

/** A shifted reading must put so many of the points inside, and so many more than the numbers as they are. */
const insideAtLeast = 0.8
const betterBy = 0.3

/**
 * Whether coordinates look copied from a shifted web map: `inside` says if a place (degrees) is on known land. Nothing
 * is suspected where all readings do alike, as for land in the middle of the zone.
 */
export function suspectShift(
  points: readonly Position[],
  inside: (lon: number, lat: number) => boolean,
): ShiftSuspicion {
  const share = (read: (point: Position) => Position) =>
    points.length === 0 ? 0 : points.filter((point) => inside(...read(point))).length / points.length
  const shares = { asItIs: share((point) => point), gcj02: share(fromGcj02), bd09: share(fromBd09) }
  const better = shares.bd09 > shares.gcj02 ? 'bd09' : 'gcj02'
  const isClear = shares[better] >= insideAtLeast && shares[better] - shares.asItIs >= betterBy
  return { shares, ...(isClear ? { suspected: better } : {}) }
}
