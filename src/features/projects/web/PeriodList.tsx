import { Button } from 'antd'
import { useState } from 'react'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import type { Project } from '../contract.ts'
import { fieldByKey, fields } from '../fields.ts'
import { EditableField } from './EditableField.tsx'
import { fieldLabel } from './field-words.ts'
import { useSaveField } from './use-save-field.ts'
import './period-list.css'

type Period = Project['periods'][number]

const words = ['progress', 'problem', 'coordination', 'nextStep', 'physicalProgress']
const amounts = fields
  .filter(({ store, kind }) => store.in === 'progress' && kind === 'money')
  .map(({ key }) => key)

/** What was told of each month, newest first: progress, problem, next step, money, light. */
export function PeriodList({ project, mayEdit }: { project: Project; mayEdit: boolean }) {
  const t = useWords('projects')
  const thisMonth = monthOf(shanghaiDay(Date.now()))
  const [isBegun, setBegun] = useState(false)
  const { row, periods } = project
  const isThere = periods.some(({ period }) => period === thisMonth)
  const shown: Period[] = isBegun && !isThere ? [{ period: thisMonth, values: {} }, ...periods] : periods
  return (
    <section aria-label={t('period.title')}>
      <div className="zt-section-head">
        <h2>{t('period.title')}</h2>
        {mayEdit && !isThere && !isBegun && (
          <Button size="small" onClick={() => setBegun(true)}>
            {t('period.begin', { month: thisMonth })}
          </Button>
        )}
      </div>
      {shown.length === 0 && <EmptyState quiet title={t('period.none')} />}
      {shown.map((period, at) => (
        <OnePeriod
          key={period.period}
          projectId={row.id}
          period={period}
          mayEdit={mayEdit}
          isWhole={at === 0}
        />
      ))}
    </section>
  )
}

function OnePeriod({
  projectId,
  period,
  mayEdit,
  isWhole,
}: {
  projectId: string
  period: Period
  mayEdit: boolean
  isWhole: boolean
}) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const save = useSaveField(projectId, period.period)
  const value = (key: string) => period.values[key] ?? null
  // The newest month shows what is still to be told; older ones only what was.
  const isShown = (key: string) => value(key) !== null || (isWhole && mayEdit)
  const edit = (key: string) => (
    <EditableField
      name={key}
      value={value(key)}
      mayEdit={mayEdit}
      onSave={save}
      placeholder={t('period.toTell')}
      period={period.period}
    />
  )
  return (
    <article className="zt-period">
      <h3>
        {period.period}
        {fieldByKey.has('light') && (
          <EditableField
            name="light"
            value={value('light')}
            mayEdit={mayEdit}
            onSave={save}
            period={period.period}
          />
        )}
      </h3>
      <dl>
        {words.filter(isShown).map((key) => (
          <div key={key} data-key={key}>
            <dt>{fieldLabel(key, language)}</dt>
            <dd>{edit(key)}</dd>
          </div>
        ))}
      </dl>
      {amounts.some(isShown) && (
        <dl className="zt-period-amounts">
          {amounts.filter(isShown).map((key) => (
            <div key={key}>
              <dt>{fieldLabel(key, language)}</dt>
              <dd>{edit(key)}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}
