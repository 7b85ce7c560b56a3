import { encodeTile } from '../../../formats/vector-tile/encode.ts'
import type { TileSet } from '../contract.ts'
import type { Sheet } from './atlas.ts'

/** A parcel has its label where it is so many pixels wide or high: a tile is drawn on 512. */
const labelPixels = 24
const tilePixels = 512

/** There are 2^z tiles a side; whoever asks for others costs no memory. */
const beside = new Uint8Array()

/** A tile of a set, with the projects alone that `visible` names. */
export function tileOf(
  sheet: Sheet,
  set: TileSet,
  [z, x, y]: [number, number, number],
  visible: ReadonlySet<string> | undefined,
  scope: string,
): Uint8Array {
  if (Math.max(x, y) >= 2 ** z) return beside
  const known = sheet.tiles.get(scope, z, x, y)
  if (known) return known
  const { land, sites, projects } = sheet
  const tile =
    set === 'land'
      ? encodeTile({
          territories: land.areas.tile(z, x, y),
          names: land.names.tile(z, x, y),
          parcels: land.shapes.tile(z, x, y),
          labels: land.labels.tile(z, x, y, carriesLabel(land, z)),
          buildings: sites.index.tile(z, x, y),
        })
      : encodeTile({
          projects: projects.index.tile(
            z,
            x,
            y,
            visible && ((ordinal) => visible.has(projects.ordinals.idOf(ordinal) ?? '')),
          ),
        })
  sheet.tiles.put(scope, z, x, y, tile)
  return tile
}

/** Degrees of latitude are longer on the map than those of longitude; here both count alike, which leaves out a few more. */
function carriesLabel({ parcels, ordinals }: Sheet['land'], zoom: number): (ordinal: number) => boolean {
  const degrees = (labelPixels / tilePixels) * (360 / 2 ** zoom)
  return (ordinal) => {
    const parcel = parcels.get(ordinals.idOf(ordinal) ?? '')
    return parcel !== undefined && Math.max(parcel.east - parcel.west, parcel.north - parcel.south) >= degrees
  }
}
