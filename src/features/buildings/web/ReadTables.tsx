import { useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { LoadingBar } from '../../../web/ui/index.ts'
import { Step } from '../../imports/web/Step.tsx'
import type { BuildingImport, ReadTable } from '../import-contract.ts'
import { tableFields } from '../model/table-fields.ts'
import { rentUnits, rentUnitWords } from '../words.ts'
import type { ImportActs } from './use-building-imports.ts'

type ReadTablesProps = { file: BuildingImport; acts: ImportActs }

/** What every column is taken for; said otherwise here, the file is checked anew. */
export function ReadTables({ file, acts }: ReadTablesProps) {
  const t = useWords('buildingImports')
  const { language } = useLanguage()
  const { reading, revision } = file
  const used = reading.tables.filter(({ use }) => use)
  const mayChange = file.abilities.includes('update') && !acts.check.isPending
  const [isOpen, setOpen] = useState(file.status === 'read' && used.length === 0)
  return (
    <Step
      number={1}
      name="read"
      state={used.length === 0 && file.status === 'read' ? 'now' : 'done'}
      summary={t('read.summary', {
        count: used.length,
        rows: used.reduce((sum, { rows }) => sum + rows, 0),
        aside: used.reduce((sum, { aside }) => sum + aside, 0),
      })}
      open={isOpen}
      onToggle={() => setOpen(!isOpen)}
    >
      {acts.check.isPending && <LoadingBar label={t('read.judging')} />}
      <p className="zt-quiet">{t('read.needs')}</p>
      {reading.tables.map((table) => (
        <TableColumns
          key={table.key}
          table={table}
          onChange={
            mayChange
              ? (fields) => acts.check.mutate({ revision, tables: [{ key: table.key, fields }] })
              : undefined
          }
        />
      ))}
      <label className="zt-import-unit">
        {t('read.rentUnit')}{' '}
        <select
          disabled={!mayChange}
          value={reading.rentUnit ?? ''}
          onChange={(event) =>
            acts.check.mutate({
              revision,
              rentUnit: rentUnits.find((unit) => unit === event.target.value) ?? null,
            })
          }
        >
          <option value="">{t('read.noUnit')}</option>
          {rentUnits.map((unit) => (
            <option key={unit} value={unit}>
              {rentUnitWords[unit][language]}
            </option>
          ))}
        </select>
      </label>
      {acts.check.error && (
        <p className="zt-late" role="alert">
          {acts.check.error.message}
        </p>
      )}
    </Step>
  )
}

type TableColumnsProps = {
  table: ReadTable
  onChange: ((fields: Record<string, string | null>) => void) | undefined
}

function TableColumns({ table, onChange }: TableColumnsProps) {
  const t = useWords('buildingImports')
  const { language } = useLanguage()
  return (
    <section className="zt-import-columns" data-unused={!table.use || undefined}>
      <h3>
        {t('read.table', { sheet: table.sheet, row: table.headerRow })}
        {!table.use && <span className="zt-quiet"> {t('read.unused')}</span>}
      </h3>
      <div className="zt-import-columns-place">
        <table>
          <thead>
            <tr>
              {(['column', 'means', 'samples'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(`read.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.columns.map(({ letter, header, field, samples }) => (
              <tr key={letter}>
                <th scope="row">
                  <span className="zt-quiet">{letter}</span> {header}
                </th>
                <td>
                  <select
                    aria-label={t('read.meansOf', { column: header || letter })}
                    disabled={!onChange}
                    value={field ?? ''}
                    onChange={(event) => onChange?.({ [letter]: event.target.value || null })}
                  >
                    <option value="">{t('read.nothing')}</option>
                    {tableFields.map(({ key, labels }) => (
                      <option key={key} value={key}>
                        {language === 'zh' ? labels[0] : labels.at(-1)}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="zt-quiet">{samples.join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
