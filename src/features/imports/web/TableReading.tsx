import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Corps } from '../../projects/web/corps-names.ts'
import type { ImportTable } from '../contract.ts'
import { AsideRows } from './AsideRows.tsx'
import { MappingTable } from './MappingTable.tsx'
import { type Draft, draftTable, takenFields, withTable } from './mapping.ts'

type Props = {
  table: ImportTable
  /** All tables of the file: columns of one name are decided together. */
  tables: readonly ImportTable[]
  corps: Corps['items']
  draft: Draft
  setDraft: (draft: Draft) => void
  startOpen: boolean
  disabled: boolean
}

/** A table found in the file: where it stands, what of it is left aside, whose rows they are, and its columns. */
export function TableReading({ table, tables, corps, draft, setDraft, startOpen, disabled }: Props) {
  const t = useWords('imports')
  const [open, setOpen] = useState(startOpen)
  const { use, corpsId } = draftTable(draft, table)
  const namesCorps = takenFields(draft, table).has('corps')
  const place = { header: table.headerRows.join('–'), first: table.firstRow }
  return (
    <section className="zt-table-reading" data-unused={!use || undefined}>
      <header className="zt-table-head">
        <Checkbox
          checked={use}
          disabled={disabled}
          aria-label={t('table.useLabel', { sheet: table.sheet })}
          onChange={(event) => setDraft(withTable(draft, table, { use: event.target.checked }))}
        />
        <h3>{table.sheet}</h3>
        {table.hidden && <span className="zt-tag">{t('table.hidden')}</span>}
        <span className="zt-quiet">
          {t('table.rows', { count: table.rows })} · {t('table.columns', { count: table.columns.length })} ·{' '}
          {t(table.headerRows.length > 0 ? 'table.place' : 'table.placeNoHeader', place)}
        </span>
        <button type="button" className="zt-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'step.hide' : 'step.show')}
        </button>
      </header>
      {open && (
        <div className="zt-table-body">
          {!use && <p className="zt-quiet">{t('table.unused')}</p>}
          {table.titleLines.length > 0 && (
            <p className="zt-table-title">
              <span className="zt-unseen">{t('table.title')}</span>
              {table.titleLines.join('　')}
            </p>
          )}
          {!namesCorps && use && (
            <div className="zt-table-corps">
              {t('table.corps')}
              <Select
                className="zt-table-corps-choice"
                aria-label={t('table.corps')}
                value={corpsId ?? ''}
                disabled={disabled}
                options={[
                  { value: '', label: t('table.corpsNone') },
                  ...corps.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                onChange={(id) => setDraft(withTable(draft, table, { corpsId: id === '' ? null : id }))}
              />
            </div>
          )}
          {use && (
            <MappingTable
              table={table}
              tables={tables}
              draft={draft}
              setDraft={setDraft}
              disabled={disabled}
            />
          )}
          {table.aside.length > 0 && <AsideRows rows={table.aside} />}
        </div>
      )}
    </section>
  )
}
