import { type WrittenShape, writeParcelTxt } from '../../../src/formats/drawing/write-drawing.ts'
import { hectaresFromSquareMetres } from '../../../src/shared/area.ts'
import type { Month } from '../../../src/shared/days.ts'
import type { Surveyed } from './files.ts'

/** No office's name stands on what is invented. */
const surveyor = '示例测绘队（数据为示意）'

/** A coordinate TXT: north before east, the zone before the easting, 公顷 to the ten-thousandth of a ㎡. */
export const coordinateText = (plots: readonly Surveyed[], month: Month, encoding: 'gbk' | 'utf-8'): Buffer =>
  writeParcelTxt(plots.map(lineOf), {
    encoding,
    header: {
      数据产生单位: surveyor,
      数据产生日期: `${month}-25`,
      坐标系: '2000国家大地坐标系',
      几度分带: '3',
      投影类型: '高斯克吕格',
      计量单位: '米',
      带号: '40',
    },
  })

const lineOf = ({ number, name, areaM2, landUse, landClass, ring }: Surveyed): WrittenShape => ({
  name,
  attributes: {
    地块面积: hectaresFromSquareMetres(areaM2),
    地块编号: number ?? '',
    地块用途: landUse,
    地类编码: landClass,
  },
  surfaces: [[ring.map(([east, north]) => [north, east])]],
})
