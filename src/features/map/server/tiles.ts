import { encodeTile, onlyFeatures } from '../../../formats/vector-tile/encode.ts'
import type { TileSet } from '../contract.ts'
import type { Sheet } from './atlas.ts'

/** Labels of parcels begin where parcels are wide enough to carry them. */
const labelsFrom = 13

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
          buildings: sites.index.tile(z, x, y),
          labels: z >= labelsFrom ? land.labels.tile(z, x, y) : null,
        })
      : encodeTile({
          projects: onlyFeatures(
            projects.index.tile(z, x, y),
            (ordinal) => visible === undefined || visible.has(projects.ordinals.idOf(ordinal) ?? ''),
          ),
        })
  sheet.tiles.put(scope, z, x, y, tile)
  return tile
}
