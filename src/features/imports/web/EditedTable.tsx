import { Button, Radio } from 'antd'
import { useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import { fieldLabel } from '../show-value.ts'
import { Pages } from './Pages.tsx'
import { type Edited, editedKey, type UndoMode } from './undo-choice.ts'
import { useShowing } from './useShowing.ts'

type Props = {
  ledgerImport: LedgerImport
  edited: readonly Edited[]
  mode: UndoMode
  reverted: ReadonlySet<string>
  onReverted: (reverted: ReadonlySet<string>) => void
}

const perPage = 50

/** What people changed since the import: before it, by it, and now. */
export function EditedTable({ ledgerImport, edited, mode, reverted, onReverted }: Props) {
  const t = useWords('imports')
  const { show, language } = useShowing(ledgerImport)
  const [page, setPage] = useState(1)
  const each = mode === 'each'
  const toggle = (key: string, revert: boolean) => {
    const next = new Set(reverted)
    if (revert) next.add(key)
    else next.delete(key)
    onReverted(next)
  }
  return (
    <>
      {each && (
        <div className="zt-undo-all">
          <Button size="small" onClick={() => onReverted(new Set())}>
            {t('undo.keepAll')}
          </Button>
          <Button size="small" onClick={() => onReverted(new Set(edited.map(editedKey)))}>
            {t('undo.revertAll')}
          </Button>
        </div>
      )}
      <table className="zt-edited">
        <thead>
          <tr>
            {(['field', 'before', 'imported', 'now', 'by'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`undo.${key}`)}
              </th>
            ))}
            {each && <th scope="col">{t('undo.act')}</th>}
          </tr>
        </thead>
        <tbody>
          {edited.slice((page - 1) * perPage, page * perPage).map((one) => {
            const key = editedKey(one)
            const back = mode === 'revert' || (each && reverted.has(key))
            const together = [one.before, one.imported, one.now]
            const value = (text: string | null) =>
              text === null ? (
                <span className="zt-quiet">{t('undo.blank')}</span>
              ) : (
                show(one.field, text, together)
              )
            return (
              <tr key={key} data-back={back || undefined}>
                <td>
                  {one.projectName}
                  <span className="zt-row-note">
                    {[fieldLabel(one.field, language), one.period].filter(Boolean).join(' · ')}
                  </span>
                </td>
                <td data-stays={back || undefined} data-label={t('undo.before')}>
                  {value(one.before)}
                </td>
                <td data-label={t('undo.imported')}>{value(one.imported)}</td>
                <td data-stays={!back || undefined} data-label={t('undo.now')}>
                  {value(one.now)}
                </td>
                <td className="zt-quiet">
                  {one.changedBy ?? t('undo.unknownPerson')} {showTime(one.changedAt)}
                </td>
                {each && (
                  <td>
                    <Radio.Group
                      size="small"
                      optionType="button"
                      value={back ? 'revert' : 'keep'}
                      options={[
                        { value: 'keep', label: t('undo.keepOne') },
                        { value: 'revert', label: t('undo.revertOne') },
                      ]}
                      onChange={(event) => toggle(key, event.target.value === 'revert')}
                    />
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
      <Pages page={page} size={perPage} total={edited.length} words="pages.cells" onTurn={setPage} />
    </>
  )
}
