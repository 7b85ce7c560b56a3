import { shiftOfTile } from '../../../engine/geometry/shifted-tiles.ts'

/** A tile in CGCS2000 out of those in GCJ-02 that its ground lies on; undefined while none of them has come. */
export async function drawShifted(
  path: string,
  get: (path: string) => Promise<Blob | undefined>,
): Promise<ImageBitmap | undefined> {
  const [, set, z, x, y, query = ''] = /^(\w+)\/(\d+)\/(\d+)\/(\d+)(.*)$/.exec(path) ?? []
  const { west, north, columns, rows, matrix } = shiftOfTile(Number(x), Number(y), Number(z))
  const places = Array.from({ length: columns * rows }, (_, at) => ({
    column: at % columns,
    row: Math.floor(at / columns),
  }))
  const pictures = await Promise.all(
    places.map(async ({ column, row }) => {
      const blob = await get(`${set}/${z}/${west + column}/${north + row}${query}`)
      return blob?.size ? createImageBitmap(blob) : undefined
    }),
  )
  const size = pictures.find((one) => one)?.width
  if (!size) return undefined
  // Side by side first, then moved as one: moved one by one, their edges would show as lines.
  const sheet = new OffscreenCanvas(columns * size, rows * size)
  const onSheet = sheet.getContext('2d')
  for (const [at, { column, row }] of places.entries()) {
    const picture = pictures[at]
    if (picture) onSheet?.drawImage(picture, column * size, row * size, size, size)
    picture?.close()
  }
  const tile = new OffscreenCanvas(size, size)
  const onTile = tile.getContext('2d')
  const [a, b, c, d, e, f] = matrix
  onTile?.setTransform(a, b, c, d, e * size, f * size)
  onTile?.drawImage(sheet, 0, 0)
  return tile.transferToImageBitmap()
}
