import type { Drawing } from '../drawing.ts'
import type { Json } from './json-text.ts'

/** The old `crs` member: `EPSG:4528`, `urn:ogc:def:crs:EPSG::4528`, or `{ type: 'EPSG', properties: { code: 4528 } }`. */
export const systemOf = (crs: Json | undefined): Drawing['system'] => {
  const properties = member(crs, 'properties')
  const code = member(properties, 'code')
  if (typeof code === 'number' && Number.isInteger(code)) return { epsg: code }
  const name = typeof crs === 'string' ? crs : member(properties, 'name')
  if (typeof name !== 'string' || name.trim() === '') return {}
  const epsg = /\bEPSG(?:::|:[\d.]*:|:|\/[\d.]*\/)(\d{4,6})$/i.exec(name.trim())?.[1]
  if (epsg !== undefined) return { epsg: Number(epsg) }
  // Longitude and latitude of WGS 84, east first, as GeoJSON has it anyway.
  return /\bCRS84$/i.test(name.trim()) ? { epsg: 4326 } : { header: { crs: name.trim() } }
}

const member = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined
