import { Button, Popover, Select, Tooltip } from 'antd'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { fieldLabel } from './field-words.ts'
import { groupFields } from './ledger-groups.ts'
import type { LedgerState } from './ledger-state.ts'

type Props = {
  state: LedgerState
  change: (patch: Partial<LedgerState>, options?: { replace?: boolean }) => void
}

/** How the rows are laid out: groups, columns, height. */
export function GridSettings({ state, change }: Props) {
  const t = useWords('projects')
  const { language } = useLanguage()
  return (
    <>
      <Select
        value={state.group ?? ''}
        onChange={(group) => change({ group: group === '' ? null : group })}
        aria-label={t('groupBy.label')}
        popupMatchSelectWidth={false}
        className="zt-group-by"
        options={[
          { value: '', label: t('groupBy.none') },
          ...groupFields.map((key) => ({
            value: key as string,
            // Within a phrase, an English header begins small.
            label: t('groupBy.by', {
              field: fieldLabel(key, language).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase()),
            }),
          })),
        ]}
      />
      <Popover
        trigger="click"
        placement="bottomRight"
        arrow={false}
        destroyOnHidden
        content={<ColumnChooser state={state} change={change} />}
      >
        <Button>{t('columns.open', { count: state.columns.length })}</Button>
      </Popover>
      <Tooltip title={state.compact ? t('rows.toNormal') : t('rows.toCompact')}>
        <Button
          aria-pressed={state.compact}
          onClick={() => change({ compact: !state.compact }, { replace: true })}
        >
          {state.compact ? t('rows.compact') : t('rows.normal')}
        </Button>
      </Tooltip>
    </>
  )
}
