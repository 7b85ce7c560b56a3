import type { GridColumn, GridRow } from '../../../web/grid/grid-types.ts'
import type { Language, Words } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/Light.tsx'
import type { LedgerRow } from '../contract.ts'
import { type Field, fieldByKey, fields, isEditable } from '../fields.ts'
import { isNumeric, showNumber, toShown, toStored, unitWord } from '../shown-units.ts'
import { type MoneyUnits, unitOf } from './column-units.ts'
import { shownWidth } from './column-width.ts'
import type { Corps } from './corps-names.ts'
import { fieldLabel, valueText } from './field-words.ts'
import type { LedgerColumn } from './ledger-state.ts'
import { NameCell } from './NameCell.tsx'
import { StageMark } from './StageMark.tsx'
import { parseTyped } from './typed-value.ts'

export type ColumnSetting = {
  language: Language
  t: Words
  corps: Corps
  units: MoneyUnits
  /** The search words, marked in names. */
  highlight: string
  onOpen: (id: string) => void
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** The field catalogue as columns of the grid. Numbers stand in the grid in the unit shown, exact. */
export function gridColumns(columns: readonly LedgerColumn[], setting: ColumnSetting): GridColumn[] {
  return columns.flatMap((column) => {
    const field = fieldByKey.get(column.key)
    return field
      ? [
          {
            ...columnOf(field, setting),
            width: shownWidth(field, column.width, setting.language),
            frozen: column.frozen,
          },
        ]
      : []
  })
}

function columnOf(field: Field, setting: ColumnSetting): GridColumn {
  const { language, t, corps } = setting
  const unit = unitOf(field.key, setting.units)
  const base = {
    key: field.key,
    title: fieldLabel(field.key, language),
    width: field.width,
    sortable: !field.personal,
    editable: isEditable(field),
    parse: (typed: string) => {
      const read = parseTyped(field, typed, { t, corps, unit })
      return read.ok && read.value !== null && unit
        ? { ok: true as const, value: toShown(read.value, unit) }
        : read
    },
  }
  if (unit) {
    const column: GridColumn = {
      ...base,
      kind: isEditable(field) ? 'decimal' : 'computed',
      unit: unitWord(unit, language),
      align: 'right',
      format: (value) => (typeof value === 'string' ? showNumber(value, unit) : ''),
      toClipboard: text,
    }
    return column
  }
  const words = (value: unknown) =>
    typeof value === 'string' ? valueText(field, value, language, corps) : ''
  if (field.kind === 'choice' || field.kind === 'corps') {
    const choices =
      field.kind === 'corps'
        ? corps.items.map(({ id, name }) => ({ value: id, label: name }))
        : (field.choices ?? []).map((choice) => ({ value: choice.value, label: choice[language] }))
    const render = renderers[field.key]
    return {
      ...base,
      kind: 'choice',
      choices,
      format: words,
      toClipboard: words,
      ...(render ? { render } : {}),
    }
  }
  if (field.kind === 'when') return { ...base, kind: 'date', format: words, toClipboard: words }
  if (field.key === 'name')
    return {
      ...base,
      kind: 'text',
      render: (value, row) => (
        <NameCell name={text(value)} row={row} highlight={setting.highlight} onOpen={setting.onOpen} />
      ),
    }
  return { ...base, kind: field.kind === 'longText' ? 'longText' : 'text' }
}

const renderers: Record<string, GridColumn['render']> = {
  light: (value) => (typeof value === 'string' ? <Light light={value} /> : null),
  stage: (value, row) =>
    typeof value === 'string' ? (
      <StageMark stage={value} isUnproven={row.values['stageProof'] === 'none'} />
    ) : null,
}

const numericFields = fields.filter(isNumeric)

/** A ledger row as the grid holds it. */
export function gridRow(row: LedgerRow, units: MoneyUnits): GridRow {
  const values: Record<string, unknown> = { ...row }
  for (const field of numericFields) {
    const unit = unitOf(field.key, units)
    const stored = row[field.key]
    if (unit && typeof stored === 'string') values[field.key] = toShown(stored, unit)
  }
  return { id: row.id, values, editable: mayEdit(row) }
}

export const mayEdit = (row: Pick<LedgerRow, 'abilities'>) => row.abilities.includes('update')

/** What the grid holds → what the server keeps. */
export function storedValue(key: string, value: unknown, units: MoneyUnits): string | null {
  if (typeof value !== 'string' || value === '') return null
  const unit = unitOf(key, units)
  return unit ? toStored(value, unit) : value
}

/** Sums of the server, in the units of the columns, for the totals row and for groups. */
export function sumTexts(sums: Record<string, string>, units: MoneyUnits): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sums).flatMap(([key, sum]) => {
      const unit = unitOf(key, units)
      return unit ? [[key, showNumber(toShown(sum, unit), unit)]] : []
    }),
  )
}
