import { systemOf } from './systems.ts'

const degrees =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]'

/** The .prj of a shapefile, in the words of ESRI (WKT 1); undefined for systems that no survey is handed over in. */
export function esriWkt(epsg: number): string | undefined {
  const answer = systemOf(epsg)
  if (!answer.ok || answer.system.datum !== 'CGCS2000') return undefined
  const { zone } = answer.system
  if (!zone) return degrees
  const { width, prefixed, number, centralMeridian, falseEasting } = zone
  const grid = width === 3 ? 'CGCS2000_3_Degree_GK' : 'CGCS2000_GK'
  const name = prefixed ? `${grid}_Zone_${number}` : `${grid}_CM_${centralMeridian}E`
  const parameters = [
    ['False_Easting', falseEasting],
    ['False_Northing', 0],
    ['Central_Meridian', centralMeridian],
    ['Scale_Factor', 1],
    ['Latitude_Of_Origin', 0],
  ].map(([key, value]) => `PARAMETER["${key}",${Number(value).toFixed(1)}]`)
  return `PROJCS["${name}",${degrees},PROJECTION["Gauss_Kruger"],${parameters.join(',')},UNIT["Meter",1.0]]`
}
