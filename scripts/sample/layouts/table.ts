import type { Light, Stage, Standing } from '../../../src/features/projects/stages.ts'
import {
  columnLetters,
  type Look,
  type OfficeCell,
  type OfficeRow,
  type OfficeSheet,
} from '../../workbooks/office-xlsx/model.ts'
import { profileOf } from '../corps/all.ts'
import type { Line } from '../snapshot.ts'
import { type Spelling, spelledDate } from './spelling.ts'

export type Column = {
  /** A field of the ledger, or `index`. */
  key: string
  /** From the top down; equal words beside each other are merged. */
  header: readonly string[]
  width: number
  /** Amounts are kept in 万元 and written in this unit. */
  unit?: '亿元' | '万元'
  format?: string
  look?: Look
  /** A sum of this column makes sense. */
  summed?: true
}

/** Fields that sum up at the foot of a section. */
const additive = new Set([
  'totalInvestment',
  'fixedAssetInvestment',
  'foreignCapital',
  'landArea',
  'floorArea',
  'expectedOutput',
  'expectedTax',
  'annualPlan',
  'monthDone',
  'yearDone',
  'totalDone',
])
const perYi = 10_000

export type Table = { columns: readonly Column[]; spelling: Spelling; corpsName: (area: string) => string }

/** Rows are collected in order, so that formulas know where they stand. */
export class SheetRows {
  readonly rows: OfficeRow[] = []
  readonly merges: string[] = []
  readonly table: Table

  constructor(table: Table) {
    this.table = table
  }

  get last() {
    return columnLetters(this.table.columns.length - 1)
  }

  get next() {
    return this.rows.length + 1
  }

  /** A line over the whole width. */
  across(text: string, look: Look, height?: number) {
    this.merges.push(`A${this.next}:${this.last}${this.next}`)
    const bordered = look === 'section' || look === 'text'
    const rest = bordered ? this.table.columns.slice(1).map(() => ({ look })) : []
    this.rows.push({ cells: [{ value: text, look }, ...rest], ...(height ? { height } : {}) })
  }

  header() {
    const { columns } = this.table
    const depth = Math.max(...columns.map(({ header }) => header.length))
    const top = this.next
    for (let level = 0; level < depth; level++) {
      this.rows.push({
        cells: columns.map(({ header }, column) => ({
          value: this.opens(column, level) ? (header[level] ?? null) : null,
          look: 'head' as const,
        })),
        height: 30,
      })
    }
    columns.forEach(({ header }, column) => {
      if (header.length < depth)
        this.merges.push(
          `${columnLetters(column)}${top + header.length - 1}:${columnLetters(column)}${top + depth - 1}`,
        )
      for (let level = 0; level < header.length - 1; level++) {
        if (!this.opens(column, level)) continue
        let end = column
        while (end + 1 < columns.length && !this.opens(end + 1, level)) end++
        if (end > column)
          this.merges.push(`${columnLetters(column)}${top + level}:${columnLetters(end)}${top + level}`)
      }
    })
  }

  /** Whether a group of headers begins here, and is not the one to the left going on. */
  private opens(column: number, level: number) {
    const here = this.table.columns[column]?.header ?? []
    const left = this.table.columns[column - 1]?.header ?? []
    const isLeaf = level >= here.length - 1
    return (
      isLeaf ||
      here.slice(0, level + 1).join('|') !== left.slice(0, level + 1).join('|') ||
      level >= left.length - 1
    )
  }

  lines(lines: readonly Line[]) {
    lines.forEach((line, index) => {
      const cells = this.table.columns.map((column) => this.cell(line, column, index + 1))
      this.rows.push({ cells, height: this.heightOf(cells) })
    })
  }

  /** As tall as the longest text needs in its column: a Chinese character is two wide. */
  private heightOf(cells: readonly OfficeCell[]) {
    const lines = this.table.columns.map(({ width }, column) =>
      Math.ceil((String(cells[column]?.value ?? '').length * 2) / (width - 1)),
    )
    const wrapped = this.table.columns.map((column, index) =>
      wide.has(column.key) ? (lines[index] ?? 1) : 1,
    )
    return Math.max(1, ...wrapped) * 13 + 7
  }

  private cell(line: Line, column: Column, index: number): OfficeCell {
    const look = column.look ?? lookOf(column.key)
    if (column.key === 'index') return { value: index, look: 'centre' }
    if (column.key === 'corps')
      return { value: this.table.corpsName(profileOf(line.corps).area), look: 'centre' }
    if (column.key === 'completionRate') return this.rate(line, column)
    const value = line.values[column.key]
    if (value === undefined) return { look }
    const note = line.cellNotes?.[column.key]
    return { ...this.written(column, value, look), ...(note ? { note } : {}) }
  }

  private written(column: Column, value: string | number, look: Look): OfficeCell {
    const { spelling } = this.table
    if (typeof value === 'number')
      return {
        value: column.unit === '亿元' ? value / perYi : value,
        look,
        ...(column.format ? { format: column.format } : {}),
      }
    if (/\.(plan|actual|forecast)$/.test(column.key))
      return { ...spelledDate(value, spelling), look: 'centre' }
    if (column.key === 'stage') return { value: spelling.stage(value as Stage), look: 'centre' }
    if (column.key === 'standing') return { value: spelling.standing(value as Standing), look: 'centre' }
    if (column.key === 'light')
      return { value: spelling.light(value as Light), look: value === 'grey' ? 'centre' : (value as Look) }
    if (column.key === 'provenance')
      return { value: value === 'published' ? '公开报道' : '示意', look: 'centre' }
    return { value, look }
  }

  /** A formula of the year's figures, as it is kept in the sheet. */
  private rate(line: Line, column: Column): OfficeCell {
    const { yearDone, annualPlan } = line.values
    if (typeof yearDone !== 'number' || typeof annualPlan !== 'number' || annualPlan === 0)
      return { look: 'number' }
    const [done, plan] = ['yearDone', 'annualPlan'].map(
      (key) => `${columnLetters(this.table.columns.findIndex((one) => one.key === key))}${this.next}`,
    )
    return {
      formula: `${done}/${plan}`,
      value: yearDone / annualPlan,
      look: 'number',
      format: column.format ?? '0.0%',
    }
  }

  /** 小计 / 合计 over ranges of rows; the range of a section, or the subtotals of them all. */
  sum(words: string, lines: readonly Line[], ranges: readonly (readonly [from: number, to: number])[]) {
    const nameColumn = this.table.columns.findIndex(({ key }) => key === 'name')
    const cells = this.table.columns.map((column, index): OfficeCell => {
      if (index === nameColumn) return { value: words, look: 'section' }
      if (!additive.has(column.key)) return { look: 'section' }
      const whole = lines.reduce((sum, { values }) => sum + Number(values[column.key] ?? 0), 0)
      const value = column.unit === '亿元' ? Math.round(whole) / perYi : Math.round(whole * 100) / 100
      const letter = columnLetters(index)
      return {
        formula: `SUM(${ranges.map(([from, to]) => `${letter}${from}:${letter}${to}`).join(',')})`,
        value,
        look: 'sum',
        ...(column.format ? { format: column.format } : {}),
      }
    })
    this.rows.push({ cells })
  }

  sheet(name: string, more: Partial<OfficeSheet> = {}): OfficeSheet {
    return {
      name,
      rows: this.rows,
      merges: this.merges,
      widths: this.table.columns.map(({ width }) => width),
      ...more,
    }
  }
}

const wide = new Set([
  'name',
  'investor',
  'scope',
  'progress',
  'problem',
  'coordination',
  'nextStep',
  'note',
  'physicalProgress',
])
const lookOf = (key: string): Look =>
  wide.has(key)
    ? 'text'
    : additive.has(key) || key === 'investmentIntensity' || key === 'taxPerMu'
      ? 'number'
      : 'centre'
