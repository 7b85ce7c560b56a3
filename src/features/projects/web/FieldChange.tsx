import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { TimelineEntry } from '../contract.ts'
import { fieldByKey } from '../fields.ts'
import { fieldLabel, valueText } from './field-words.ts'
import { MarkText } from './MarkText.tsx'
import { useCorps } from './use-corps.ts'
import './timeline.css'

/** One field, from what to what; of a new record what it was told first. */
export function FieldChange({ change, isNew }: { change: TimelineEntry['changes'][number]; isNew: boolean }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const corps = useCorps()
  const field = fieldByKey.get(change.field)
  const show = (value: string | null) =>
    value === null ? (
      <span className="zt-quiet">{t('blank')}</span>
    ) : field ? (
      valueText(field, value, language, corps)
    ) : (
      value
    )
  return (
    <div>
      <dt>
        {fieldLabel(change.field, language)}
        {change.period && <span className="zt-quiet"> {change.period}</span>}
      </dt>
      <dd>
        {!(isNew && change.from === null) && (
          <>
            <span className="zt-timeline-from">
              {change.mark ? <s>{show(change.from)}</s> : show(change.from)}
            </span>
            <span className="zt-timeline-arrow" role="img" aria-label={t('timeline.to')}>
              →
            </span>
          </>
        )}
        <span>{show(change.to)}</span>
        {change.mark && <MarkText mark={change.mark} />}
        {field?.personal && change.to !== null && change.from === change.to && (
          <span className="zt-quiet"> {t('timeline.behindMask')}</span>
        )}
      </dd>
    </div>
  )
}
