import type { TextSheet } from './sheet-shapes.ts'

/** A line of a list that says where projects are. */
export type PlaceRow = {
  row: number
  name: string | null
  code: string | null
  lon: number
  lat: number
  note: string | null
  provenance: 'published' | 'illustrative' | null
}
export type PlaceFault = {
  row: number
  name: string | null
  code: 'no_place' | 'outside_china'
  value: string
}

const headers = {
  name: /^(项目名称|项目|名称|name|project)$/i,
  code: /^(项目代码|投资项目代码|代码|code)$/i,
  lon: /^(经度|东经|lon|lng|longitude)/i,
  lat: /^(纬度|北纬|lat|latitude)/i,
  note: /^(备注|说明|note|remarks?)$/i,
  provenance: /^(数据性质|性质|provenance)$/i,
}

/** Places of projects from a table with 项目名称 or 项目代码, 经度 and 纬度; undefined where no header says so. */
export function placeRows(sheet: TextSheet): { rows: PlaceRow[]; faults: PlaceFault[] } | undefined {
  const at = sheet.rows.findIndex(({ cells }) => {
    const columns = columnsOf(cells)
    return columns.lon >= 0 && columns.lat >= 0 && (columns.name >= 0 || columns.code >= 0)
  })
  if (at < 0) return undefined
  const columns = columnsOf(sheet.rows[at]?.cells ?? [])
  const rows: PlaceRow[] = []
  const faults: PlaceFault[] = []
  for (const { number, cells } of sheet.rows.slice(at + 1)) {
    const text = (column: number) => (column < 0 ? null : cells[column]?.normalize('NFKC').trim() || null)
    const [name, code] = [text(columns.name), text(columns.code)]
    if (!name && !code) continue
    const pair = [text(columns.lon), text(columns.lat)]
    const [lon, lat] = pair.map((value) => (value === null ? Number.NaN : Number(value)))
    const value = pair.map((one) => one ?? '').join(', ')
    if (lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat))
      faults.push({ row: number, name: name ?? code, code: 'no_place', value })
    else if (lon < 73 || lon > 136 || lat < 3 || lat > 54)
      faults.push({ row: number, name: name ?? code, code: 'outside_china', value })
    else
      rows.push({
        row: number,
        name,
        code,
        lon,
        lat,
        note: text(columns.note),
        provenance: provenanceOf(text(columns.provenance)),
      })
  }
  return { rows, faults }
}

function columnsOf(cells: readonly string[]): Record<keyof typeof headers, number> {
  const plain = cells.map((cell) => (cell ?? '').normalize('NFKC').replace(/\s/g, ''))
  const find = (key: keyof typeof headers) => plain.findIndex((cell) => headers[key].test(cell))
  return {
    name: find('name'),
    code: find('code'),
    lon: find('lon'),
    lat: find('lat'),
    note: find('note'),
    provenance: find('provenance'),
  }
}

const provenanceOf = (text: string | null): PlaceRow['provenance'] =>
  text === '示意' || text === 'illustrative'
    ? 'illustrative'
    : text === '公开报道' || text === 'published'
      ? 'published'
      : null
