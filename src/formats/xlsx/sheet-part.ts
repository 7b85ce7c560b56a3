import type { SheetBuilder } from '../sheet-builder.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { isTrue, readXml } from '../xml-reader.ts'
import type { Archive } from '../zip/archive.ts'
import { type RawCell, readCell, type SharedParts } from './cell-reader.ts'
import { parseRange, parseReference } from './reference.ts'
import { StringItem } from './string-item.ts'

const excelRows = 1_048_576

/** Reads one sheet into the builder; the answer says whether a filter has criteria. */
export const readSheetPart = async (
  archive: Archive,
  part: string,
  sheet: string,
  builder: SheetBuilder,
  shared: SharedParts,
  onBytes: (bytes: number) => void,
): Promise<{ filtered: boolean }> => {
  const item = new StringItem()
  const sharedFormulas = new Map<string, string>()
  let filtered = false
  let extension = 0
  let row = 0
  let column = -1
  let cell: RawCell | undefined
  let gather: 'value' | 'formula' | 'inline' | undefined
  let gathered = ''
  let formulaGroup: string | undefined

  const startRow = (attributes: Record<string, string>) => {
    const given = attributes['r']
    row = given === undefined ? row + 1 : Number(given)
    column = -1
    if (!(row >= 1 && row <= excelRows))
      throw new UnreadableFile('damaged', { part, reason: `row ${given ?? row}` })
    const height = attributes['ht']
    builder.startRow(row, isTrue(attributes['hidden']) || (height !== undefined && Number(height) === 0))
  }

  const startCell = (attributes: Record<string, string>) => {
    const given = attributes['r']
    const place = given === undefined ? { row, column: column + 1 } : parseReference(given)
    if (place === undefined) throw new UnreadableFile('damaged', { part, reason: `cell ${given ?? ''}` })
    column = place.column
    cell = {
      column,
      row,
      type: attributes['t'] ?? 'n',
      style: Number(attributes['s'] ?? 0),
      value: undefined,
      inline: undefined,
      formula: undefined,
    }
  }

  const endCell = () => {
    if (cell === undefined) return
    const found = readCell(cell, sheet, part, shared)
    if (found !== undefined) builder.put(cell.column, found)
    cell = undefined
  }

  const startFormula = (attributes: Record<string, string>) => {
    gather = 'formula'
    gathered = ''
    formulaGroup = attributes['t'] === 'shared' ? attributes['si'] : undefined
  }

  /** Only the first cell of a shared formula carries its text. */
  const endFormula = () => {
    gather = undefined
    if (cell === undefined) return
    if (formulaGroup !== undefined && gathered !== '') sharedFormulas.set(formulaGroup, gathered)
    cell.formula =
      gathered === '' && formulaGroup !== undefined ? (sharedFormulas.get(formulaGroup) ?? '') : gathered
  }

  const endInline = () => {
    gather = undefined
    if (cell === undefined) return
    cell.inline = item.finish()
    if (item.cut) shared.notices.add('text_cut', { sheet })
  }

  const outside = (name: string, attributes: Record<string, string>) => {
    if (name === 'extLst') extension++
    else if (name === 'row') startRow(attributes)
    else if (name === 'sheetPr') filtered ||= isTrue(attributes['filterMode'])
    else if (name === 'filterColumn') filtered = true
    else if (name === 'col') readColumns(attributes, builder)
    else if (name === 'mergeCell') {
      const merge = parseRange(attributes['ref'] ?? '')
      if (merge) builder.merge(merge)
    }
  }

  await readXml(counted(archive.read(part), onBytes), part, {
    open: (name, attributes) => {
      if (extension > 0) extension += name === 'extLst' ? 1 : 0
      else if (gather === 'inline') item.open(name)
      else if (name === 'c' && row > 0) startCell(attributes)
      else if (cell === undefined) outside(name, attributes)
      else if (name === 'v') {
        gather = 'value'
        gathered = ''
      } else if (name === 'f') startFormula(attributes)
      else if (name === 'is') {
        gather = 'inline'
        item.start()
      } else if (name === 'extLst') extension++
    },
    text: (text) => {
      if (gather === 'inline') item.add(text)
      else if (gather !== undefined) gathered += text
    },
    close: (name) => {
      if (extension > 0) extension -= name === 'extLst' ? 1 : 0
      else if (name === 'c') endCell()
      else if (name === 'is') endInline()
      else if (gather === 'inline') item.close(name)
      else if (name === 'v' && cell !== undefined) {
        cell.value = gathered
        gather = undefined
      } else if (name === 'f') endFormula()
    },
  })
  return { filtered }
}

async function* counted(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    yield chunk
    onBytes(chunk.length)
  }
}

const readColumns = (attributes: Record<string, string>, builder: SheetBuilder) => {
  const first = Number(attributes['min']) - 1
  const last = Number(attributes['max']) - 1
  if (!(first >= 0 && last >= first)) return
  const width = Number(attributes['width'])
  builder.columns({
    first,
    last,
    hidden: isTrue(attributes['hidden']) || width === 0,
    ...(width > 0 ? { width } : {}),
  })
}
