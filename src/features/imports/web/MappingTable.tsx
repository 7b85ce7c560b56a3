import { Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { ImportTable } from '../contract.ts'
import { alikeColumns } from './alike-columns.ts'
import { MappingRow } from './MappingRow.tsx'
import {
  confidenceOf,
  type Draft,
  draftColumn,
  needsLook,
  takenFields,
  withField,
  withUnit,
} from './mapping.ts'
import './mapping.css'

type Props = {
  table: ImportTable
  tables: readonly ImportTable[]
  draft: Draft
  setDraft: (draft: Draft) => void
  disabled: boolean
}
type Show = 'all' | 'look' | 'out'

/** The columns of a table: letter, header, first values, what each becomes, its unit, and how sure that is. */
export function MappingTable({ table, tables, draft, setDraft, disabled }: Props) {
  const t = useWords('imports')
  const [show, setShow] = useState<Show>('all')
  const taken = takenFields(draft, table)
  const rows = table.columns.map((column) => {
    const current = draftColumn(draft, table, column)
    return { column, current, confidence: confidenceOf(column, current) }
  })
  const inView: Record<Show, (row: (typeof rows)[number]) => boolean> = {
    all: () => true,
    // As proposed, so that a column does not vanish while it is being set.
    look: ({ column }) => needsLook(confidenceOf(column, { field: column.field, unit: column.unit })),
    out: ({ current }) => current.field === null,
  }
  const visible = rows.filter(inView[show])
  const isShared = table.columns.some((column) => alikeColumns(tables, draft, table, column).length > 0)

  const change = (
    column: ImportTable['columns'][number],
    to: (draft: Draft, inTable: ImportTable, inColumn: typeof column) => Draft,
  ) =>
    setDraft(
      alikeColumns(tables, draft, table, column).reduce(
        (next, alike) => to(next, alike.table, alike.column),
        to(draft, table, column),
      ),
    )

  return (
    <div className="zt-mapping">
      <div className="zt-mapping-bar">
        <Segmented<Show>
          size="small"
          value={show}
          onChange={setShow}
          options={(['all', 'look', 'out'] as const).map((value) => ({
            value,
            label: t(`column.show.${value}`, { count: rows.filter(inView[value]).length }),
          }))}
        />
        {isShared && <span className="zt-quiet">{t('table.alike')}</span>}
      </div>
      <table className="zt-mapping-table">
        <thead>
          <tr>
            {(['letter', 'header', 'samples', 'field', 'unit', 'confidence'] as const).map((key) => (
              <th key={key} scope="col" data-column={key}>
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map(({ column, current, confidence }) => (
            <MappingRow
              key={column.index}
              column={column}
              current={current}
              confidence={confidence}
              taken={taken}
              disabled={disabled}
              onField={(field) =>
                change(column, (next, inTable, inColumn) =>
                  // Another table may take this field from another of its columns.
                  field !== null && inTable !== table && takenFields(next, inTable).has(field)
                    ? next
                    : withField(next, inTable, inColumn, field),
                )
              }
              onUnit={(unit) =>
                change(column, (next, inTable, inColumn) => withUnit(next, inTable, inColumn, unit))
              }
            />
          ))}
        </tbody>
      </table>
      {visible.length === 0 && <p className="zt-quiet">{t('column.none')}</p>}
    </div>
  )
}
