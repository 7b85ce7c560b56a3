import { Button, Radio, Select } from 'antd'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import { useCorps } from '../../projects/web/use-corps.ts'
import type { LedgerImport } from '../contract.ts'
import { fieldLabel } from '../show-value.ts'
import { type Draft, draftColumn, draftOf, obstaclesOf, rowsToCheck, usedTables } from './mapping.ts'
import { monthsAround } from './months.ts'
import { Step } from './Step.tsx'
import { TableReading } from './TableReading.tsx'

type Props = {
  ledgerImport: LedgerImport
  draft: Draft
  setDraft: (draft: Draft) => void
  open: boolean
  onToggle: () => void
  changed: boolean
  busy: boolean
  checking: boolean
  onCheck: () => void
}

/** What was found in the file, and what of it is to become what in the ledger. */
export function ReadStep({
  ledgerImport,
  draft,
  setDraft,
  open,
  onToggle,
  changed,
  busy,
  checking,
  onCheck,
}: Props) {
  const t = useWords('imports')
  const corps = useCorps().items
  const { status, tables, abilities } = ledgerImport
  const mayCheck = !busy && (status === 'read' || status === 'checked') && abilities.includes('check')
  const shown = open || changed
  return (
    <Step
      number={1}
      name="read"
      state={status === 'read' ? 'now' : 'done'}
      summary={<Summary ledgerImport={ledgerImport} draft={draft} />}
      open={shown}
      onToggle={status === 'read' ? undefined : onToggle}
    >
      {tables.length === 0 ? (
        <EmptyState quiet title={t('read.noTables')} />
      ) : (
        <>
          <fieldset className="zt-read-settings" disabled={!mayCheck}>
            <div>
              <span>{t('read.period')}</span>
              <Select
                showSearch
                className="zt-read-period"
                aria-label={t('read.period')}
                value={draft.period}
                disabled={!mayCheck}
                options={monthsAround(draft.period, monthOf(shanghaiDay(Date.now()))).map((value) => ({
                  value,
                  label: value,
                }))}
                onChange={(period) => setDraft({ ...draft, period })}
              />
              <span className="zt-quiet">{t('read.periodHint')}</span>
            </div>
            <div>
              <span>{t('read.blanks')}</span>
              <Radio.Group
                aria-label={t('read.blanks')}
                value={draft.blanks}
                disabled={!mayCheck}
                options={[
                  { value: 'keep', label: t('read.keep') },
                  { value: 'clear', label: t('read.clear') },
                ]}
                onChange={(event) => setDraft({ ...draft, blanks: event.target.value })}
              />
              <span className="zt-quiet">
                {t(draft.blanks === 'keep' ? 'read.keepHint' : 'read.clearHint')}
              </span>
            </div>
          </fieldset>
          {tables.map((table, index) => (
            <TableReading
              key={table.key}
              table={table}
              tables={tables}
              corps={corps}
              draft={draft}
              setDraft={setDraft}
              startOpen={index === 0 || tables.length === 1}
              disabled={!mayCheck}
            />
          ))}
          {mayCheck ? (
            <CheckBar
              ledgerImport={ledgerImport}
              draft={draft}
              setDraft={setDraft}
              changed={changed}
              checking={checking}
              onCheck={onCheck}
            />
          ) : (
            (status === 'read' || status === 'checked') &&
            !busy && <p className="zt-quiet">{t('read.refused')}</p>
          )}
        </>
      )}
    </Step>
  )
}

function Summary({ ledgerImport, draft }: { ledgerImport: LedgerImport; draft: Draft }) {
  const t = useWords('imports')
  const used = usedTables(ledgerImport, draft)
  const columns = used.flatMap((table) => table.columns.map((column) => draftColumn(draft, table, column)))
  return t('read.summary', {
    tables: used.length,
    rows: rowsToCheck(ledgerImport, draft),
    columns: columns.length,
    mapped: columns.filter(({ field }) => field !== null).length,
    period: draft.period,
    blanks: t(`read.${draft.blanks}Short`),
  })
}

type BarProps = Pick<Props, 'ledgerImport' | 'draft' | 'setDraft' | 'changed' | 'checking' | 'onCheck'>

/** What stands in the way, or the button that goes on. */
function CheckBar({ ledgerImport, draft, setDraft, changed, checking, onCheck }: BarProps) {
  const t = useWords('imports')
  const { language } = useLanguage()
  const obstacles = obstaclesOf(ledgerImport, draft)
  const n = rowsToCheck(ledgerImport, draft)
  const again = ledgerImport.status === 'checked'
  if (again && !changed)
    return (
      <div className="zt-recheck">
        <Button loading={checking} onClick={onCheck}>
          {t(checking ? 'read.checking' : 'read.recheck', { count: n })}
        </Button>
        <span className="zt-quiet">{t('movedOn.hint')}</span>
      </div>
    )
  const words = (obstacle: (typeof obstacles)[number]) => {
    if (obstacle.kind === 'noTable') return t('obstacle.noTable')
    if (obstacle.kind === 'noName') return t('obstacle.noName', { sheet: obstacle.sheet })
    const { sheet, field, letters } = obstacle
    return t('obstacle.twice', { sheet, field: fieldLabel(field, language), letters: letters.join('、') })
  }
  return (
    <div className="zt-action-bar">
      <div className="zt-action-text" role="status">
        {obstacles.map((obstacle) => (
          <p key={words(obstacle)} data-severity="question">
            <span aria-hidden="true">■ </span>
            {words(obstacle)}
          </p>
        ))}
        {obstacles.length === 0 && again && <p>{t('read.recheckHint')}</p>}
      </div>
      {changed && <Button onClick={() => setDraft(draftOf(ledgerImport))}>{t('read.reset')}</Button>}
      <Button type="primary" disabled={obstacles.length > 0} loading={checking} onClick={onCheck}>
        {t(checking ? 'read.checking' : again ? 'read.recheck' : 'read.check', { count: n })}
      </Button>
    </div>
  )
}
