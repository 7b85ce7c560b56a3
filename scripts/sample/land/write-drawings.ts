import { parcelStatusWords } from '../../../src/features/spaces/statuses.ts'
import { type WrittenShape, writeDxf, writeGeojson } from '../../../src/formats/drawing/write-drawing.ts'
import { surveyEpsg } from './areas.ts'
import type { Surveyed } from './files.ts'

/** GeoJSON in metres, with the `crs` member by which programs of maps say so. */
export const featuresOf = (plots: readonly Surveyed[]): Buffer =>
  writeGeojson(
    plots.map(({ number, name, status, landUse, landClass, areaM2, ring }) => ({
      name: '',
      attributes: {
        地块编号: number ?? '',
        地块名称: name,
        状态: parcelStatusWords[status].zh,
        地块用途: landUse,
        地类编码: landClass,
        面积: areaM2,
      },
      surfaces: [[ring]],
    })),
    { epsg: surveyEpsg },
  )

/** A DXF says nothing but lines and the texts within them. */
export const drawingOf = (plots: readonly Surveyed[]): Buffer =>
  writeDxf(
    plots.map(({ name, ring }): WrittenShape => ({ name, attributes: {}, surfaces: [[ring]] })),
    { layer: '绿地' },
  )
