import { parseUnit } from '../../../engine/ledger/amounts.ts'
import { Problem, say } from '../../../server/errors.ts'
import { fieldByKey } from '../../projects/fields.ts'
import type { CheckInput, ColumnMapping, ImportTable } from '../contract.ts'
import type { Corps } from '../model/choices.ts'
import { unitFitsField } from '../model/propose-tables.ts'

const wrong = (zh: string, en: string) => new Problem('invalid_input', say(zh, en))

/** The tables as a person has set them, or a refusal that says which setting does not work. */
export function settle(
  tables: readonly ImportTable[],
  input: CheckInput,
  corps: readonly Corps[],
): ImportTable[] {
  const unknown = input.tables.find((one) => tables.every((table) => table.key !== one.key))
  if (unknown) throw wrong(`文件里没有编号为 ${unknown.key} 的表。`, `The file has no table ${unknown.key}.`)
  const settled = tables.map((table) => {
    const wished = input.tables.find((one) => one.key === table.key)
    if (!wished) return { ...table, use: false }
    if (wished.corpsId !== null && corps.every((one) => one.id !== wished.corpsId))
      throw wrong(
        `表“${table.sheet}”选定的兵团不在本区。`,
        `The corps chosen for table “${table.sheet}” is not of this zone.`,
      )
    const columns = table.columns.map((column) => settleColumn(table, column, wished.columns))
    return { ...table, use: wished.use, corpsId: wished.corpsId, columns }
  })
  const used = settled.filter((table) => table.use)
  if (used.length === 0)
    throw wrong('没有勾选任何表，请至少勾选一张。', 'No table is ticked; tick at least one.')
  for (const table of used) refuseUnusable(table)
  return settled
}

/** A field that a person chose instead of the one proposed is so marked, and will be learned. */
function settleColumn(
  table: ImportTable,
  column: ColumnMapping,
  wished: CheckInput['tables'][number]['columns'],
): ColumnMapping {
  const own = wished.find((one) => one.index === column.index)
  if (!own) return { ...column, field: null, unit: null }
  const field = own.field === null ? undefined : fieldByKey.get(own.field)
  const unit = own.unit ? parseUnit(own.unit) : undefined
  if (own.unit && (!unit || (field && !unitFitsField(field, unit))))
    throw wrong(
      `表“${table.sheet}”${column.letter} 列不能以“${own.unit}”为单位。`,
      `Column ${column.letter} of table “${table.sheet}” cannot be in “${own.unit}”.`,
    )
  const kept = own.field === column.field
  const chosen = field ? (unit ?? null) : null
  return {
    ...column,
    field: own.field,
    unit: chosen,
    ...(chosen === column.unit ? {} : { unitBy: 'chosen' as const }),
    ...(kept ? {} : { reason: 'chosen' as const, confidence: 1 }),
  }
}

function refuseUnusable(table: ImportTable) {
  const letters = new Map<string, string[]>()
  for (const { field, letter } of table.columns)
    if (field !== null) letters.set(field, [...(letters.get(field) ?? []), letter])
  if (!letters.has('name'))
    throw wrong(
      `表“${table.sheet}”没有一列导入为“项目名称”。请指定一列，或不导入这张表。`,
      `Table “${table.sheet}” has no column for “Project”. Choose one, or leave the table out.`,
    )
  for (const [key, list] of letters)
    if (list.length > 1) {
      const field = fieldByKey.get(key)
      throw wrong(
        `表“${table.sheet}”里“${field?.zh ?? key}”取自多列（${list.join('、')}）。请只留一列。`,
        `In table “${table.sheet}” “${field?.en ?? key}” is taken from several columns (${list.join(', ')}). Keep one.`,
      )
    }
}
