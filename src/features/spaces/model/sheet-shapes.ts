import type { GivenShape } from './understand-shape.ts'

/** A table as text, row by row; row numbers as the file has them. */
export type TextSheet = { name: string; rows: { number: number; cells: string[] }[] }
export type SheetShapes = {
  order: 'northFirst' | 'eastFirst'
  shapes: GivenShape[]
  notices: { code: string; place?: string; layer?: string; value?: string }[]
}

/** In Chinese surveys X points north and Y east; longitude and latitude say themselves which is which. */
const headers = {
  north: /^(x|x坐标.*|纵坐标.*|北坐标.*|x\(?北?\)?|northing|n)$/i,
  east: /^(y|y坐标.*|横坐标.*|东坐标.*|y\(?东?\)?|easting|e)$/i,
  lon: /^(经度.*|lon|lng|longitude)$/i,
  lat: /^(纬度.*|lat|latitude)$/i,
  ring: /^(地块)?圈号$|^ring$/i,
  point: /^(界址)?点号$|^序号$|^point$/i,
}
type Column = keyof typeof headers
type Table = { first: number; second: number; ring: number; columns: string[]; order: SheetShapes['order'] }

/** Parcels from a list of their points: a line each, told apart by what stands before the coordinates. */
export function shapesOfSheet(sheet: TextSheet): SheetShapes | undefined {
  const found = sheet.rows.map((row, at) => ({ at, table: tableOf(row.cells) })).find(({ table }) => table)
  if (!found?.table) return undefined
  const { at, table } = found
  const result: SheetShapes = { order: table.order, shapes: [], notices: [] }
  let open: { key: string; ring: string; shape: GivenShape } | undefined
  let before: string[] = []
  for (const { number, cells } of sheet.rows.slice(at + 1)) {
    if (cells.every((cell) => !cell?.trim())) continue
    const pair = [cells[table.first], cells[table.second]].map((cell) => cell?.trim() ?? '')
    const values = pair.map(asNumber)
    const [first = Number.NaN, second = Number.NaN] = values
    if (!values.every(Number.isFinite)) {
      result.notices.push({
        code: 'no_number',
        place: String(number),
        layer: sheet.name,
        value: pair.join(', '),
      })
      continue
    }
    const own = table.columns.map((_, column) =>
      isAttribute(table, column) ? (cells[column]?.trim() ?? '') : '',
    )
    // Merged cells, and lists that name a parcel once, leave the lines below it blank.
    const isNext = own.some((value, column) => value !== '' && value !== before[column])
    if (isNext) before = own
    const attributes = Object.fromEntries(
      table.columns.flatMap((name, column) => (before[column] ? [[name, before[column]]] : [])),
    )
    const key = Object.values(attributes).join('\u0000')
    const ring = (table.ring < 0 ? '' : cells[table.ring]?.trim()) || '1'
    if (!open || open.key !== key) {
      const shape = { place: String(number), layer: sheet.name, surfaces: [[[]]], attributes } as GivenShape
      open = { key, ring, shape }
      result.shapes.push(shape)
    } else if (open.ring !== ring) {
      open.ring = ring
      open.shape.surfaces[0]?.push([])
    }
    open.shape.surfaces[0]?.at(-1)?.push([first, second])
  }
  return result
}

function tableOf(cells: readonly string[]): Table | undefined {
  const columns = cells.map((cell) => (cell ?? '').normalize('NFKC').replace(/\s/g, ''))
  const find = (column: Column) => columns.findIndex((name) => headers[column].test(name))
  const [north, east, lon, lat] = [find('north'), find('east'), find('lon'), find('lat')]
  const base = { ring: find('ring'), columns }
  if (north >= 0 && east >= 0) return { ...base, first: north, second: east, order: 'northFirst' }
  if (lon >= 0 && lat >= 0) return { ...base, first: lon, second: lat, order: 'eastFirst' }
  return undefined
}

const isAttribute = ({ first, second, ring, columns }: Table, column: number) =>
  column !== first &&
  column !== second &&
  column !== ring &&
  !headers.point.test(columns[column] ?? '') &&
  columns[column] !== ''

const asNumber = (text: string) => {
  const plain = text.normalize('NFKC').replace(/[,，\s]/g, '')
  return plain === '' ? Number.NaN : Number(plain)
}
