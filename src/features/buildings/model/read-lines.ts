import { valueAt } from '../../../engine/ledger/tables.ts'
import type { Reading, ReadTable } from '../import-contract.ts'
import { type BuildingKind, buildingKinds, buildingKindWords } from '../words.ts'
import { buildingKey, roomKey, tidy } from './keys.ts'
import { levelInNumber, readLevel } from './levels.ts'
import { type DataRow, type Facts, finding, type Line } from './line.ts'
import { numberIn, statusIn, textIn } from './read-cells.ts'
import { heldIn } from './read-held.ts'
import { rentIn } from './read-rent.ts'
import type { FoundTable } from './read-tables.ts'
import { type Cells, dayOf } from './row-cells.ts'
import { isPlace } from './stands-in.ts'
import type { TableField } from './table-fields.ts'

/** The rows of all tables that are read, in their order. */
export const readLines = (tables: readonly FoundTable[], reading: Reading): Line[] =>
  tables.flatMap((found) => {
    const read = reading.tables.find(({ key }) => key === found.key)
    return read?.use ? linesOf(found, read, reading) : []
  })

function linesOf({ sheet, table }: FoundTable, read: ReadTable, reading: Reading): Line[] {
  const columns = new Map(
    read.columns.flatMap((column) => (column.field ? [[column.field, column] as const] : [])),
  )
  // A building or floor written once stands for the rows below it, merged or not.
  const above = new Map<TableField, string>()
  return table.rows
    .filter(({ kind }) => kind === 'data')
    .map((row) => {
      const cells: Cells = {
        get: (field) => {
          const column = columns.get(field)
          return column && valueAt(sheet, row.number, column.index)?.cell
        },
        text: (field) => textIn(cells.get(field)),
        at: (field) => `${columns.get(field)?.letter ?? ''}${row.number}`,
        header: (field) => columns.get(field)?.header ?? '',
      }
      return lineOf(cells, row, sheet.name, reading, above)
    })
}

function lineOf(
  cells: Cells,
  row: DataRow,
  sheet: string,
  reading: Reading,
  above: Map<TableField, string>,
): Line {
  const line: Line = {
    place: `${sheet}!${row.number}`,
    building: buildingIn(cells, row, sheet, above),
    level: null,
    room: null,
    areaM2: null,
    of: { building: {}, floor: {}, room: {} },
    parcel: cells.text('parcel'),
    status: null,
    held: null,
    findings: [],
  }
  if (!line.building) line.findings.push(finding('no_building', 'stop'))
  readPlace(line, cells, above)
  readNumbers(line, cells)
  readBuilding(line.of.building, line, cells)
  readRoom(line.of.room, line, cells, reading)
  const status = cells.text('status')
  line.status = status ? (statusIn(status) ?? null) : null
  if (status && !line.status)
    line.findings.push(finding('status_unknown', 'warn', cells.at('status'), status))
  heldIn(line, cells, reading)
  return line
}

function buildingIn(
  cells: Cells,
  { section }: DataRow,
  sheet: string,
  above: Map<TableField, string>,
): Line['building'] {
  const own = cells.text('building')
  const block = cells.text('block') ?? (own ? null : (above.get('block') ?? null))
  const name =
    own ?? above.get('building') ?? section?.replace(/^[一二三四五六七八九十]+、/, '') ?? nameOfSheet(sheet)
  if (own) above.set('building', own)
  if (block) above.set('block', block)
  else if (own) above.delete('block')
  if (own || cells.text('block')) above.delete('floor')
  const said = name ?? block
  if (!said) return null
  const number = name ? block : null
  return { name: said, number, key: buildingKey(said, number) }
}
const nameOfSheet = (sheet: string) => (/^(?:sheet|工作表)\s*\d*$/i.test(sheet) ? undefined : tidy(sheet))

function readPlace(line: Line, cells: Cells, above: Map<TableField, string>) {
  const said = cells.text('floor') ?? above.get('floor')
  const number = cells.text('room')
  const key = number === null ? null : roomKey(number)
  if (number === null || key === null)
    line.findings.push(finding('no_room', 'stop', cells.at('room'), number ?? ''))
  else line.room = { number, key }
  if (said) {
    above.set('floor', said)
    line.level = readLevel(said) ?? null
    if (line.level === null) line.findings.push(finding('floor_unread', 'warn', cells.at('floor'), said))
  }
  if (line.level === null && number !== null) {
    line.level = levelInNumber(number) ?? null
    if (line.level !== null)
      line.findings.push(finding('floor_from_number', 'note', cells.at('room'), number))
  }
}

/** With the digits that are kept of each: a finer number would differ from what is on record for ever. */
const numbers = [
  { field: 'height', of: 'floor', as: 'heightM', most: 100, digits: 2 },
  { field: 'load', of: 'floor', as: 'loadTM2', most: 100, digits: 3 },
  { field: 'lift', of: 'building', as: 'goodsLiftT', most: 100, digits: 2 },
  { field: 'floorArea', of: 'building', as: 'floorAreaM2', most: 10_000_000, digits: 4 },
] as const

function readNumbers(line: Line, cells: Cells) {
  const area = cells.text('area')
  line.areaM2 = area === null ? null : (numberIn(area, 4) ?? null)
  if (area !== null && (line.areaM2 === null || Number(line.areaM2) > 1_000_000)) {
    line.areaM2 = null
    line.findings.push(finding('area_unread', 'stop', cells.at('area'), area))
  }
  for (const { field, of, as, most, digits } of numbers) {
    const text = cells.text(field)
    const value = text === null ? undefined : numberIn(text, digits)
    if (value !== undefined && Number(value) < most) line.of[of][as] = value
    else if (text !== null) line.findings.push(finding('number_unread', 'warn', cells.at(field), text))
  }
}

function readBuilding(facts: Facts, line: Line, cells: Cells) {
  const kind = cells.text('kind')
  if (kind) {
    const known = buildingKinds.find(
      (one) => buildingKindWords[one].zh === kind || buildingKindWords[one].en === kind,
    )
    facts['kind'] = known ?? kindSaid(kind)
  }
  for (const field of ['owner', 'address'] as const) {
    const text = cells.text(field)
    if (text) facts[field] = text.slice(0, 200)
  }
  const completed = dayOf(line, cells, 'completed', 'last')
  if (completed) facts['completedOn'] = completed
  const provenance = cells.text('provenance')
  if (provenance === '示意' || provenance === 'Illustrative') facts['provenance'] = 'illustrative'
  if (provenance === '公开报道' || provenance === 'Published') facts['provenance'] = 'published'
  const [lon, lat] = [cells.text('lon'), cells.text('lat')]
  if (!lon && !lat) return
  const [east, north] = [Number(lon), Number(lat)]
  if (isPlace(east, north)) Object.assign(facts, { lon: String(east), lat: String(north) })
  else line.findings.push(finding('place_unread', 'warn', cells.at('lon'), `${lon ?? ''}, ${lat ?? ''}`))
}

/** What a name or a word makes of a building; 综合 where it says nothing. */
export const kindSaid = (text: string): BuildingKind =>
  (['vertical_factory', 'research', 'office', 'factory'] as const).find((kind) =>
    buildingKindWords[kind].said.test(text),
  ) ?? 'mixed'

function readRoom(facts: Facts, line: Line, cells: Cells, reading: Reading) {
  for (const field of ['use', 'note'] as const) {
    const text = cells.text(field)
    if (text) facts[field] = text.slice(0, field === 'use' ? 100 : 2000)
  }
  const asking = rentIn(line, cells, 'askingRent', reading)
  if (asking) Object.assign(facts, { askingRent: asking.rent, askingRentUnit: asking.unit })
  const ready = dayOf(line, cells, 'ready', 'last')
  if (ready) facts['readyOn'] = ready
}
