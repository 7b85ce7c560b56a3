/** Metres that a pixel covers at a latitude and zoom (tiles of 512 pixels, Web Mercator). */
export const metresPerPixel = (lat: number, zoom: number) =>
  (Math.cos((lat * Math.PI) / 180) * 2 * Math.PI * 6_378_137) / (512 * 2 ** zoom)

/** The longest of 1, 2, 5, 10 … metres that fits into so many pixels. */
export function scaleLength(metresAPixel: number, mostPixels: number): number {
  const most = metresAPixel * mostPixels
  const ten = 10 ** Math.floor(Math.log10(most))
  return [5, 2, 1].map((step) => step * ten).find((length) => length <= most) ?? ten
}
