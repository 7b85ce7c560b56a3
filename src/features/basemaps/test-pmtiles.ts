import { TileType, zxyToTileId } from 'pmtiles'

type Tile = { z: number; x: number; y: number; bytes: Uint8Array }

/** A PMTiles file, version 3, of a few tiles without compression. */
export function pmtilesFile(tiles: readonly Tile[], type = TileType.Png): Buffer {
  const entries = tiles
    .map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), bytes: tile.bytes }))
    .sort((a, b) => a.id - b.id)
  const directory = Buffer.from([
    ...varint(entries.length),
    ...entries.flatMap(({ id }, at) => varint(id - (entries[at - 1]?.id ?? 0))),
    ...entries.flatMap(() => varint(1)),
    ...entries.flatMap(({ bytes }) => varint(bytes.byteLength)),
    ...entries.flatMap((_, at) => varint(at === 0 ? 1 : 0)),
  ])
  const metadata = Buffer.from('{}')
  const data = Buffer.concat(entries.map(({ bytes }) => bytes))
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header.writeUInt8(3, 7)
  const places = [
    [127, directory.length],
    [127 + directory.length, metadata.length],
    [127 + directory.length + metadata.length, 0],
    [127 + directory.length + metadata.length, data.length],
  ]
  for (const [at, number] of [...places.flat(), entries.length, entries.length, entries.length].entries())
    header.writeBigUInt64LE(BigInt(number), 8 + 8 * at)
  const zooms = tiles.map(({ z }) => z)
  Buffer.from([1, 1, 1, type, Math.min(...zooms), Math.max(...zooms)]).copy(header, 96)
  for (const [at, degrees] of [120, 30, 121, 31].entries())
    header.writeInt32LE(degrees * 10_000_000, 102 + 4 * at)
  return Buffer.concat([header, directory, metadata, data])
}

function varint(number: number): number[] {
  const bytes: number[] = []
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) + 128)
  }
}
