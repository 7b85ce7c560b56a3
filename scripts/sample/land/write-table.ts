import { parcelStatusWords } from '../../../src/features/spaces/statuses.ts'
import type { Month } from '../../../src/shared/days.ts'
import type { OfficeBook, OfficeCell, OfficeRow } from '../../workbooks/office-xlsx/model.ts'
import { monthWords, savedAt } from '../layouts/words.ts'
import type { Surveyed } from './files.ts'

const headers: readonly (readonly [header: string, width: number])[] = [
  ['地块编号', 22],
  ['地块名称', 26],
  ['状态', 10],
  ['地块用途', 14],
  ['地类编码', 10],
  ['面积（平方米）', 14],
  ['点号', 7],
  ['圈号', 6],
  ['X坐标', 14],
  ['Y坐标', 15],
]

/** A list of corners as offices keep it: a line each, what is said of a parcel only on its first. */
export const coordinateTable = (plots: readonly Surveyed[], month: Month): OfficeBook => ({
  savedAt: savedAt(month),
  title: '地块坐标表',
  sheets: [
    {
      name: '地块坐标',
      widths: headers.map(([, width]) => width),
      frozen: { rows: 2, columns: 1 },
      merges: [`A1:${String.fromCharCode(64 + headers.length)}1`],
      rows: [
        {
          cells: [
            { value: `地块坐标表（${monthWords(month)}，CGCS2000 3°带 40带，数据为示意）`, look: 'title' },
          ],
        },
        { cells: headers.map(([value]) => ({ value, look: 'head' as const })) },
        ...plots.flatMap(linesOf),
      ],
    },
  ],
})

const linesOf = ({ number, name, status, landUse, landClass, areaM2, ring }: Surveyed): OfficeRow[] =>
  ring.map(([east, north], at) => {
    const said = [number, name, parcelStatusWords[status].zh, landUse, landClass]
    const first: OfficeCell[] = [
      ...said.map((value) => ({ value: value ?? '', look: 'text' as const })),
      { value: Number(areaM2), format: '0.0000', look: 'number' },
    ]
    return {
      cells: [
        ...(at === 0 ? first : first.map(() => undefined)),
        { value: `J${at === ring.length - 1 ? 1 : at + 1}`, look: 'centre' },
        { value: 1, look: 'centre' },
        { value: north, format: '0.000', look: 'number' },
        { value: east, format: '0.000', look: 'number' },
      ],
    }
  })
