import { isHeaderNote } from '../text/normalise.ts'
import { parseUnit } from './amount-units.ts'
import { isHeaderRow, isValue, shapeOf } from './header-words.ts'
import { labelAt, mergeAt, rowAt, type SheetInput, type SheetRow, textOf } from './sheet.ts'

export interface HeaderBlock {
  top: number
  bottom: number
  left: number
  right: number
}

const deepest = 5

/** The header that begins at or just above this row, grown over merged and split rows; undefined if it is none. */
export function headerBlockAt(sheet: SheetInput, row: SheetRow): HeaderBlock | undefined {
  const shape = shapeOf(row)
  if (!isHeaderRow(shape)) return undefined
  const block = { top: row.number, bottom: row.number, left: shape.first, right: shape.last }
  while (block.bottom - block.top < deepest && isGroupRow(sheet, block.top - 1, block)) block.top--
  cover(sheet, block)
  while (block.bottom - block.top < deepest && isSubRow(sheet, block.bottom + 1, block)) {
    block.bottom++
    cover(sheet, block)
  }
  return block
}

/** Merged cells of the header stretch it downwards and sideways. */
function cover(sheet: SheetInput, block: HeaderBlock): void {
  for (let number = block.top; number <= block.bottom; number++) {
    const row = rowAt(sheet, number)
    if (!row) continue
    for (const [column, cell] of row.cells.entries()) {
      const text = textOf(cell)
      if (text === '') continue
      const merge = mergeAt(sheet, number, column)
      block.left = Math.min(block.left, column)
      block.right = Math.max(block.right, column, merge?.right ?? 0)
      if (merge && merge.bottom - merge.top < deepest) block.bottom = Math.max(block.bottom, merge.bottom)
    }
  }
}

/** A row above that names groups of columns: 投资情况 over 总投资 and 固投. Titles span the whole table instead. */
function isGroupRow(sheet: SheetInput, number: number, block: HeaderBlock): boolean {
  const row = rowAt(sheet, number)
  if (!row) return false
  let groups = 0
  let texts = 0
  for (const [column, cell] of row.cells.entries()) {
    const text = textOf(cell)
    if (text === '') continue
    if (isValue(text, cell?.kind ?? '') || /[:：]./.test(text) || text.length > 30) return false
    const merge = mergeAt(sheet, number, column)
    const width = merge ? merge.right - merge.left + 1 : 1
    if (width > (block.right - block.left + 1) * 0.7) return false
    texts++
    if (width > 1) groups++
  }
  return groups > 0 || texts >= 2
}

/** A row below whose labels all stand under a group, or under a gap that an unmerged group leaves. */
function isSubRow(sheet: SheetInput, number: number, block: HeaderBlock): boolean {
  const row = rowAt(sheet, number)
  if (!row) return false
  if (isUnitRow(row)) return true
  let labels = 0
  let under = 0
  for (const [column, cell] of row.cells.entries()) {
    const text = textOf(cell)
    if (text === '') continue
    if (isValue(text, cell?.kind ?? '') && !/^\d{1,2}$/.test(text)) return false
    if (text.length > 30 || column < block.left) return false
    const open = openness(sheet, block, column)
    if (open === 'closed') return false
    labels++
    if (open === 'group' || /\D/.test(text)) under++
  }
  return labels >= 2 && under >= labels - 1 && (under === labels || labels > 2)
}

/** A row of units under the names: （亿元） （亩） （㎡）. */
function isUnitRow(row: SheetRow): boolean {
  const texts = row.cells.map(textOf).filter((text) => text !== '')
  return texts.length > 0 && texts.every((text) => isUnitText(text))
}

function isUnitText(text: string): boolean {
  return /^\(.*\)$/.test(text) ? isHeaderNote(text.slice(1, -1)) : parseUnit(text) !== undefined
}

/** 'group': under a label merged over several columns. 'gap': nothing stands above. 'closed': a label of its own. */
function openness(sheet: SheetInput, block: HeaderBlock, column: number): 'group' | 'gap' | 'closed' {
  const merge = mergeAt(sheet, block.bottom, column)
  if (merge) return merge.right > merge.left && merge.bottom === block.bottom ? 'group' : 'closed'
  if (labelAt(sheet, block.bottom, column) !== '') return startsGap(sheet, block, column) ? 'gap' : 'closed'
  for (let number = block.top; number < block.bottom; number++)
    if (labelAt(sheet, number, column) !== '' && !isWide(sheet, number, column)) return 'closed'
  return 'gap'
}

/** An unmerged group's own first column: a label with nothing to its right in its row, and a split below. */
function startsGap(sheet: SheetInput, block: HeaderBlock, column: number): boolean {
  const next = column + 1
  if (next > sheet.usedColumns - 1 || mergeAt(sheet, block.bottom, next)) return false
  for (let number = block.top; number <= block.bottom; number++)
    if (labelAt(sheet, number, next) !== '') return false
  return labelAt(sheet, block.bottom + 1, next) !== ''
}

function isWide(sheet: SheetInput, number: number, column: number): boolean {
  const merge = mergeAt(sheet, number, column)
  return merge !== undefined && merge.right > merge.left
}

/** The labels above a column from top to bottom, merged ones once. */
export function headerParts(sheet: SheetInput, block: HeaderBlock, column: number): string[] {
  const parts: string[] = []
  for (let number = block.top; number <= block.bottom; number++) {
    const text = labelAt(sheet, number, column) || groupBefore(sheet, block, number, column)
    const above = parts.at(-1)
    if (above !== undefined && text !== '' && isUnitText(text))
      parts[parts.length - 1] = `${above}(${text.replace(/[()]/g, '')})`
    else if (text !== '' && text !== above) parts.push(text.replace(/(?<![a-zA-Z]) | (?![a-zA-Z(])/g, ''))
  }
  return parts
}

/** The unmerged group label to the left of a gap, if every column between has its own label below. */
function groupBefore(sheet: SheetInput, block: HeaderBlock, number: number, column: number): string {
  if (number >= block.bottom || mergeAt(sheet, number, column)) return ''
  const hasBelow = (at: number) => {
    for (let below = number + 1; below <= block.bottom; below++)
      if (!mergeAt(sheet, below, at) && labelAt(sheet, below, at) !== '') return true
    return false
  }
  const emptyAbove = (at: number) => {
    for (let above = block.top; above < number; above++)
      if (labelAt(sheet, above, at) !== '' && !isWide(sheet, above, at)) return false
    return true
  }
  for (let at = column; at >= block.left; at--) {
    if (!hasBelow(at) || !emptyAbove(at) || (at < column && mergeAt(sheet, number, at))) return ''
    const text = labelAt(sheet, number, at)
    if (text !== '') return at === column ? '' : text
  }
  return ''
}
