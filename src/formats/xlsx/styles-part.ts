import { builtInFormats } from '../numbers/built-in-formats.ts'
import { type NumberFormat, numberFormat } from '../numbers/number-format.ts'
import { readXml } from '../xml-reader.ts'
import type { Archive } from '../zip/archive.ts'

/** The number format of each cell style, by style index; undefined is General. */
export const readCellFormats = async (
  archive: Archive,
  part: string,
): Promise<(NumberFormat | undefined)[]> => {
  const codes = new Map<number, string>(
    Object.entries(builtInFormats).map(([id, code]) => [Number(id), code]),
  )
  const formatIds: number[] = []
  let inCellStyles = false
  await readXml(archive.read(part), part, {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) formatIds.push(Number(attributes['numFmtId'] ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  const formats = new Map([...new Set(formatIds)].map((id) => [id, formatFor(codes.get(id))]))
  return formatIds.map((id) => formats.get(id))
}

const formatFor = (code: string | undefined) =>
  code === undefined || code === '' || code === 'General' ? undefined : numberFormat(code)
