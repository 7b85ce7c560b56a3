import { Button, type InputRef, Popover } from 'antd'
import { type ReactNode, type Ref, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { CloseIcon } from '../../../web/ui/icons.tsx'
import { FilterBar } from '../../../web/ui/index.ts'
import { fieldByKey } from '../fields.ts'
import { ConditionEditor } from './ConditionEditor.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import {
  conditionsOf,
  emptyFilter,
  type FieldFilter,
  filtersOf,
  withFilter,
  withoutField,
} from './field-filter.ts'
import { fieldLabel } from './field-words.ts'
import { filterText } from './filter-text.ts'
import { LassoChip } from './LassoChip.tsx'
import type { LedgerState } from './ledger-state.ts'
import { SearchBox } from './SearchBox.tsx'
import { useCorps } from './use-corps.ts'
import './ledger-filters.css'

type Props = {
  state: LedgerState
  change: (patch: Partial<LedgerState>, options?: { replace?: boolean }) => void
  search: Ref<InputRef>
  end: ReactNode
}

/** What narrows the ledger: a search, and one chip for each field that is asked about. */
export function LedgerFilters({ state, change, search, end }: Props) {
  const t = useWords('projects')
  const [isPicking, setPicking] = useState(false)
  /** The field whose condition is being edited; it has a chip even while it asks for nothing yet. */
  const [edited, setEdited] = useState<string | null>(null)
  const filters = filtersOf(state.where)
  const fresh =
    edited === null || filters.some(({ field }) => field === edited) ? undefined : fieldByKey.get(edited)
  return (
    <FilterBar label={t('filter.label')} end={end}>
      <SearchBox ref={search} q={state.q} onSearch={(q) => change({ q }, { replace: true })} />
      <LassoChip within={state.within} hint={t('filter.lassoHint')} onDrop={() => change({ within: null })} />
      {[...filters, ...(fresh ? [emptyFilter(fresh)] : [])].map((filter) => (
        <Chip
          key={filter.field}
          filter={filter}
          state={state}
          change={change}
          isOpen={edited === filter.field}
          onOpen={(open) => setEdited(open ? filter.field : null)}
        />
      ))}
      <Popover
        open={isPicking}
        onOpenChange={setPicking}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={
          <FieldPicker
            onPick={(key) => {
              setPicking(false)
              setEdited(key)
            }}
          />
        }
      >
        <Button>{t('filter.add')}</Button>
      </Popover>
      {state.where.length > 1 && (
        <Button type="text" onClick={() => change({ where: [] })}>
          {t('filter.clear')}
        </Button>
      )}
    </FilterBar>
  )
}

type ChipProps = { filter: FieldFilter; isOpen: boolean; onOpen: (open: boolean) => void } & Pick<
  Props,
  'state' | 'change'
>

function Chip({ filter, state, change, isOpen, onOpen }: ChipProps) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const label = fieldLabel(filter.field, language)
  const told =
    conditionsOf(filter).length === 0 ? t('filter.any') : filterText(filter, { t, language, corps })
  return (
    <span className="zt-chip">
      <Popover
        open={isOpen}
        onOpenChange={onOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={
          <ConditionEditor
            filter={filter}
            state={state}
            onChange={(next) => change({ where: withFilter(state.where, next) }, { replace: true })}
            onDone={() => onOpen(false)}
          />
        }
      >
        <button type="button" className="zt-chip-words" title={`${label} ${told}`}>
          <span className="zt-quiet">{label}</span> {told}
        </button>
      </Popover>
      <button
        type="button"
        className="zt-chip-remove"
        aria-label={t('filter.remove', { field: label })}
        title={t('filter.remove', { field: label })}
        onClick={() => {
          onOpen(false)
          change({ where: withoutField(state.where, filter.field) })
        }}
      >
        <CloseIcon />
      </button>
    </span>
  )
}
