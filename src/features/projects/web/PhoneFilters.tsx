import { Button, Drawer, Select } from 'antd'
import { useId, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { fieldByKey } from '../fields.ts'
import { ConditionEditor } from './ConditionEditor.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import { emptyFilter, filtersOf, withFilter, withoutField } from './field-filter.ts'
import { fieldLabel } from './field-words.ts'
import { filterText } from './filter-text.ts'
import { parseSort, sortText } from './ledger-state.ts'
import { useCorps } from './use-corps.ts'
import type { LedgerScreen } from './use-ledger-state.ts'

const sorts = ['', '-totalInvestment', 'totalInvestment', 'stage', '-stage', 'corps', 'name', 'light']

type Props = { isOpen: boolean; onClose: () => void; screen: LedgerScreen; total: number | undefined }

/** Conditions and order on a sheet that comes up from below. */
export function PhoneFilters({ isOpen, onClose, screen, total }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const { state, change } = screen
  const [key, setKey] = useState<string | null>(null)
  const sortId = useId()
  const filters = filtersOf(state.where)
  const field = key === null ? undefined : fieldByKey.get(key)
  const sortWord = (text: string) => {
    const [part] = parseSort(text)
    return part
      ? t(part.descending ? 'sort.down' : 'sort.up', { field: fieldLabel(part.field, language) })
      : t('sort.none')
  }
  const current = sortText(state.sort)
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      placement="bottom"
      size="82dvh"
      title={t('filter.open')}
      footer={
        <Button type="primary" block onClick={onClose}>
          {t('filter.show', { count: total ?? 0 })}
        </Button>
      }
    >
      {field ? (
        <ConditionEditor
          filter={filters.find((one) => one.field === field.key) ?? emptyFilter(field)}
          state={state}
          onChange={(next) => change({ where: withFilter(state.where, next) }, { replace: true })}
          onDone={() => setKey(null)}
        />
      ) : (
        <div className="zt-phone-filters">
          <label className="zt-phone-sort" htmlFor={sortId}>
            <span>{t('sort.label')}</span>
            <Select
              id={sortId}
              value={current}
              onChange={(next) => change({ sort: parseSort(next) }, { replace: true })}
              options={[...new Set([...sorts, current])].map((value) => ({ value, label: sortWord(value) }))}
            />
          </label>
          {filters.map((filter) => (
            <div key={filter.field} className="zt-phone-filter">
              <button type="button" onClick={() => setKey(filter.field)}>
                <span className="zt-quiet">{fieldLabel(filter.field, language)}</span>{' '}
                {filterText(filter, { t, language, corps })}
              </button>
              <Button type="text" onClick={() => change({ where: withoutField(state.where, filter.field) })}>
                {t('filter.drop')}
              </Button>
            </div>
          ))}
          <h3>{t('filter.add')}</h3>
          <FieldPicker onPick={setKey} isPhone />
        </div>
      )}
    </Drawer>
  )
}
