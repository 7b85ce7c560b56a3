import { esriWkt } from '../../../engine/geometry/esri-wkt.ts'
import type { Surface } from '../../../engine/geometry/position.ts'
import { ringsFromLonLat } from '../../../engine/geometry/project.ts'
import { systemOf, zoneNear, zoneSystem } from '../../../engine/geometry/systems.ts'
import {
  type WrittenShape,
  writeDxf,
  writeGeojson,
  writeParcelTxt,
  writeShapefile,
} from '../../../formats/drawing/write-drawing.ts'
import type { Language } from '../../../server/errors.ts'
import { hectaresFromSquareMetres, muFromSquareMetres } from '../../../shared/area.ts'
import type { Day } from '../../../shared/days.ts'
import type { exportFormats } from '../contract.ts'
import { surfacesOf } from '../model/surfaces-of.ts'
import { type ParcelStatus, parcelStatusWords } from '../statuses.ts'
import type { WholeParcel } from './queries.ts'

type Format = (typeof exportFormats)[number]
export type ExportedFile = { bytes: Buffer; type: string; extension: string }

/** What surveys of the zone are in: the system of most parcels, with the zone before the easting. */
function planeOf(parcels: readonly WholeParcel[]): number {
  const counts = new Map<number, number>()
  for (const { epsg, lon } of parcels) {
    const answer = systemOf(epsg)
    const own =
      answer.ok && answer.system.kind === 'plane' && answer.system.zone ? answer.system.zone : undefined
    const plane = zoneSystem(own?.number ?? zoneNear(lon, 3), own?.width ?? 3, true)?.epsg
    if (plane) counts.set(plane, (counts.get(plane) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 4528
}

/** As surveyed where the survey is in the system asked for, to the last digit; converted elsewhere. */
const surfacesIn = (plane: number, { epsg, survey, boundary }: WholeParcel): Surface[] =>
  epsg === plane ? survey : surfacesOf(boundary).map((rings) => ringsFromLonLat(plane, rings))

/** Parcels as a file that a survey office reads. TXT has north first and 公顷; areas are those in law. */
export async function writeParcels(
  parcels: readonly WholeParcel[],
  format: Format,
  { zoneName, day, language }: { zoneName: string; day: Day; language: Language },
): Promise<ExportedFile> {
  const plane = planeOf(parcels)
  if (format === 'geojson') {
    const shapes = parcels.map((parcel) => shapeOf(parcel, surfacesOf(parcel.boundary), words, language))
    return { bytes: writeGeojson(shapes), type: 'application/geo+json', extension: 'geojson' }
  }
  const names = format === 'shapefile' ? short : words
  const shapes = parcels.map((parcel) => shapeOf(parcel, surfacesIn(plane, parcel), names, language))
  if (format === 'shapefile') {
    const wkt = esriWkt(plane)
    const bytes = await writeShapefile(shapes, {
      layer: language === 'zh' ? '地块' : 'parcels',
      date: new Date(`${day}T00:00:00Z`),
      ...(wkt ? { wkt } : {}),
    })
    return { bytes, type: 'application/zip', extension: 'zip' }
  }
  if (format === 'dxf') return { bytes: writeDxf(shapes), type: 'application/dxf', extension: 'dxf' }
  return { bytes: txtOf(parcels, plane, zoneName, day), type: 'text/plain', extension: 'txt' }
}

function txtOf(parcels: readonly WholeParcel[], plane: number, zoneName: string, day: Day): Buffer {
  const answer = systemOf(plane)
  const zone = answer.ok ? answer.system.zone : undefined
  const shapes = parcels.map((parcel): WrittenShape => {
    const surfaces = surfacesIn(plane, parcel)
    return {
      name: parcel.name ?? '',
      attributes: {
        地块面积: hectaresFromSquareMetres(parcel.areaM2),
        地块编号: parcel.number ?? '',
        地块用途: parcel.landUse ?? '',
        地类编码: parcel.landClass ?? '',
      },
      surfaces: surfaces.map((rings) => rings.map((ring) => ring.map(([east, north]) => [north, east]))),
    }
  })
  return writeParcelTxt(shapes, {
    decimals: 4,
    header: {
      数据产生单位: zoneName,
      数据产生日期: day,
      坐标系: '2000国家大地坐标系',
      几度分带: String(zone?.width ?? 3),
      投影类型: '高斯克吕格',
      计量单位: '米',
      带号: String(zone?.number ?? ''),
    },
  })
}

/** What attributes are called; a table of a shapefile has room for ten bytes, so surveys write the initials of the pinyin. */
const words = {
  number: '地块编号',
  name: '地块名称',
  status: '状态',
  landUse: '地块用途',
  landClass: '地类编码',
  area: '面积',
  mu: '亩',
  territory: '片区',
  unit: '兵团',
  provenance: '数据性质',
}
const short: typeof words = {
  number: 'DKBH',
  name: 'DKMC',
  status: 'ZT',
  landUse: 'DKYT',
  landClass: 'DLBM',
  area: 'MJ',
  mu: 'MU',
  territory: 'PQ',
  unit: 'BT',
  provenance: 'SJXZ',
}

function shapeOf(
  parcel: WholeParcel,
  surfaces: Surface[],
  names: typeof words,
  language: Language,
): WrittenShape {
  const { number, name, status, landUse, landClass, areaM2, territory, unit, provenance } = parcel
  const values: Record<keyof typeof words, string | null> = {
    number,
    name,
    status: parcelStatusWords[status as ParcelStatus][language],
    landUse,
    landClass,
    area: areaM2,
    mu: muFromSquareMetres(areaM2),
    territory,
    unit,
    provenance: provenance === 'illustrative' ? '示意' : null,
  }
  const attributes = Object.fromEntries(
    (Object.keys(names) as (keyof typeof words)[]).flatMap((key) => {
      const value = values[key]
      return value === null ? [] : [[names[key], value]]
    }),
  )
  return { name: name ?? number ?? '', attributes, surfaces }
}
