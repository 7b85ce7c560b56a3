import {
  type BaseTileSet,
  fillAddress,
  keyHolder,
  type TilePlace,
  tiandituAddress,
} from '../model/sources.ts'
import { fetchPicture } from './fetch-picture.ts'
import type { BaseFiles } from './files.ts'
import { noAnswer } from './no-answer.ts'
import type { StoredBasemap } from './settings.ts'

/** Who gives the pictures. */
export const giverOf = ({ values }: StoredBasemap) =>
  values.kind === 'file' ? `file ${values.file}` : keyHolder(values)

/** One picture as its giver has it; undefined where it has none. */
export async function readPicture(
  { values, key }: StoredBasemap,
  files: BaseFiles,
  set: BaseTileSet,
  place: TilePlace,
): Promise<Uint8Array | undefined> {
  if (values.kind === 'file') {
    const tiles = await files.open(values.file)
    if (!tiles || tiles === 'vector') throw noAnswer(`文件 ${values.file} 不在了`, `${values.file} is gone`)
    return tiles.tile(place.z, place.x, place.y)
  }
  const address = values.kind === 'tianditu' ? tiandituAddress(values.layer, set, place) : values.address
  return fetchPicture(fillAddress(address, place, key))
}
