import { Button } from 'antd'
import { useState } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { LedgerRow } from '../contract.ts'
import { lifeOrder, milestoneDates, milestoneWords, stages } from '../stages.ts'
import { EditableField } from './EditableField.tsx'
import { datesOf, daysUntil, expected, isMoving, placeIn } from './next-milestone.ts'
import { rowValue } from './row-value.ts'
import { useSaveField } from './use-save-field.ts'
import './milestone-table.css'

/** Every dated event, planned, forecast and actual. Those without any date are folded away, save the next two. */
export function MilestoneTable({ row, mayEdit }: { row: LedgerRow; mayEdit: boolean }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const [isWhole, setWhole] = useState(false)
  const save = useSaveField(row.id)
  const today = shanghaiDay(Date.now())
  const reached = placeIn(lifeOrder, row['stage'])
  const isTold = (kind: (typeof lifeOrder)[number]) =>
    Object.values(datesOf(row, kind)).some((when) => when !== null)
  const soon = stages.slice(placeIn(stages, row['stage']) + 1).slice(0, 2)
  const shown = lifeOrder.filter(
    (kind) => isWhole || isTold(kind) || kind === row['stage'] || soon.some((next) => next === kind),
  )
  const hidden = lifeOrder.length - shown.length

  const note = (kind: (typeof lifeOrder)[number]) => {
    const dates = datesOf(row, kind)
    const when = expected(dates)
    const behind =
      dates.actual !== null && dates.plan !== null
        ? (daysUntil(dates.actual, today) ?? 0) - (daysUntil(dates.plan, today) ?? 0)
        : null
    if (behind !== null && behind > 0)
      return <span className="zt-quiet">{t('milestone.behind', { count: behind })}</span>
    if (behind !== null && behind < 0)
      return <span className="zt-quiet">{t('milestone.before', { count: -behind })}</span>
    const days = when === null ? null : daysUntil(when, today)
    if (
      isMoving(row) &&
      dates.actual === null &&
      days !== null &&
      days < 0 &&
      lifeOrder.indexOf(kind) > reached
    )
      return <span className="zt-late">■ {t('next.late', { count: -days })}</span>
    return null
  }

  return (
    <section aria-label={t('milestone.title')}>
      <div className="zt-section-head">
        <h2>{t('milestone.title')}</h2>
        {(hidden > 0 || isWhole) && (
          <Button type="link" size="small" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('milestone.fewer') : t('milestone.all', { count: lifeOrder.length })}
          </Button>
        )}
      </div>
      <table className="zt-milestones">
        <thead>
          <tr>
            <th scope="col">{t('milestone.event')}</th>
            {milestoneDates.map((date) => (
              <th key={date} scope="col">
                {t(`date.${date}`)}
              </th>
            ))}
            <th scope="col">
              <span className="zt-unseen">{t('milestone.note')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((kind) => (
            <tr key={kind} data-current={kind === row['stage'] || undefined}>
              <th scope="row" data-step={!stages.some((stage) => stage === kind) || undefined}>
                {milestoneWords[kind][language]}
              </th>
              {milestoneDates.map((date) => (
                <td key={date} data-date={date} data-label={t(`date.${date}`)}>
                  <EditableField
                    name={`${kind}.${date}`}
                    value={rowValue(row, `${kind}.${date}`)}
                    mayEdit={mayEdit}
                    onSave={save}
                  />
                </td>
              ))}
              <td>{note(kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
