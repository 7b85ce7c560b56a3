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
  /** Units as the file's columns have them. */
  tables: LedgerImport['tables']
  /** Where the words stand: `imports:undo`. */
  words: string
  edited: readonly Edited[]
  mode: UndoMode
  reverted: ReadonlySet<string>
  onReverted: (reverted: ReadonlySet<string>) => void
}

const perPage = 50

/** What people changed since the act: before it, by it, and now. */
export function EditedTable({ tables, words, edited, mode, reverted, onReverted }: Props) {
  const t = useWords('imports')
  const { show, language } = useShowing({ tables })
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
            {t(`${words}.keepAll`)}
          </Button>
          <Button size="small" onClick={() => onReverted(new Set(edited.map(editedKey)))}>
            {t(`${words}.revertAll`)}
          </Button>
        </div>
      )}
      <table className="zt-edited">
        <thead>
          <tr>
            {(['field', 'before', 'imported', 'now', 'by'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`${words}.${key}`)}
              </th>
            ))}
            {each && <th scope="col">{t(`${words}.act`)}</th>}
          </tr>
        </thead>
        <tbody>
          {edited.slice((page - 1) * perPage, page * perPage).map((one) => {
            const key = editedKey(one)
            const back = mode === 'revert' || (each && reverted.has(key))
            const together = [one.before, one.imported, one.now]
            const value = (text: string | null) =>
              text === null ? (
                <span className="zt-quiet">{t(`${words}.blank`)}</span>
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
                <td data-stays={back || undefined} data-label={t(`${words}.before`)}>
                  {value(one.before)}
                </td>
                <td data-label={t(`${words}.imported`)}>{value(one.imported)}</td>
                <td data-stays={!back || undefined} data-label={t(`${words}.now`)}>
                  {value(one.now)}
                </td>
                <td className="zt-quiet">
                  {one.changedBy ?? t(`${words}.unknownPerson`)} {showTime(one.changedAt)}
                </td>
                {each && (
                  <td>
                    <Radio.Group
                      size="small"
                      optionType="button"
                      value={back ? 'revert' : 'keep'}
                      options={[
                        { value: 'keep', label: t(`${words}.keepOne`) },
                        { value: 'revert', label: t(`${words}.revertOne`) },
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
