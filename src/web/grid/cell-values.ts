import { isIsoDate } from './calendar.ts'
import { readDecimal } from './decimal-sum.ts'
import type { GridColumn, GridRow, ParseResult } from './grid-types.ts'
import { type GridTexts, say } from './texts.ts'

/** Text for copying and for the editor: what `parseCell` reads again. */
export function cellText(column: GridColumn, value: unknown, row: GridRow): string {
  if (column.toClipboard) return column.toClipboard(value, row)
  if (value === null || value === undefined) return ''
  return choiceLabel(column, value) ?? String(value)
}

/** Text on screen. */
export function displayText(column: GridColumn, value: unknown, row: GridRow): string {
  if (column.format) return column.format(value, row)
  if (value === null || value === undefined) return ''
  return choiceLabel(column, value) ?? String(value)
}

function choiceLabel(column: GridColumn, value: unknown): string | undefined {
  return column.choices?.find((choice) => choice.value === value)?.label
}

export function isNumeric({ kind }: GridColumn): boolean {
  return kind === 'decimal' || kind === 'integer'
}

export function alignOf(column: GridColumn): 'left' | 'right' | 'center' {
  return column.align ?? (isNumeric(column) ? 'right' : 'left')
}

export function canEdit(column: GridColumn | undefined, row: GridRow | undefined): boolean {
  return !!row && !!column && column.editable === true && column.kind !== 'computed' && row.editable !== false
}

/** Text typed or pasted → value, by the column's own rule or by its kind. Empty text is null. */
export function parseCell(column: GridColumn, text: string, texts: GridTexts): ParseResult {
  if (column.parse) return column.parse(text)
  const trimmed = text.trim()
  if (trimmed === '') return { ok: true, value: null }
  switch (column.kind) {
    case 'decimal': {
      const plain = trimmed.replaceAll(',', '')
      return readDecimal(plain) && !/e/i.test(plain)
        ? { ok: true, value: plain }
        : { ok: false, message: say(texts, 'notNumber', { text: trimmed }) }
    }
    case 'integer': {
      const whole = Number(trimmed.replaceAll(',', ''))
      return Number.isSafeInteger(whole)
        ? { ok: true, value: whole }
        : { ok: false, message: say(texts, 'notInteger', { text: trimmed }) }
    }
    case 'date': {
      const [, year = '', month = '', day = ''] =
        /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(trimmed) ?? []
      const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      return isIsoDate(iso)
        ? { ok: true, value: iso }
        : { ok: false, message: say(texts, 'notDate', { text: trimmed }) }
    }
    case 'choice': {
      const choice = column.choices?.find(({ value, label }) => label === trimmed || value === trimmed)
      return choice
        ? { ok: true, value: choice.value }
        : { ok: false, message: say(texts, 'notChoice', { text: trimmed }) }
    }
    default:
      return { ok: true, value: trimmed }
  }
}
