import { showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { CauseText, ReasonText } from '../../projects/web/CauseText.tsx'
import { valueText } from '../../projects/web/field-words.ts'
import { MarkText } from '../../projects/web/MarkText.tsx'
import { useCorps } from '../../projects/web/use-corps.ts'
import type { FieldVersion } from '../contract.ts'

type Props = { name: string; version: FieldVersion; showsMonth: boolean }

/** One value: what it was, from when until when, who wrote it, through what and why. */
export function FieldVersionItem({ name, version, showsMonth }: Props) {
  const t = useWords('history')
  const { language } = useLanguage()
  const corps = useCorps()
  const field = fieldByKey.get(name)
  const { value, before, period, from, until, actor, cause, mark, operation } = version
  const show = (text: string) => (field ? valueText(field, text, language, corps) : text)
  return (
    <li data-now={until === null || undefined}>
      <p className="zt-version-value">
        {mark && before !== null && (
          <>
            <s>{show(before)}</s>
            <span className="zt-timeline-arrow" aria-hidden="true">
              →
            </span>
          </>
        )}
        {value === null ? (
          <span className="zt-quiet">{t(operation === 'remove' ? 'field.gone' : 'field.cleared')}</span>
        ) : (
          <b>{show(value)}</b>
        )}
        {mark && <MarkText mark={mark} />}
        {showsMonth && period && <span className="zt-version-month">{period}</span>}
      </p>
      <p className="zt-version-span">
        <time dateTime={from}>{showTime(from)}</time>
        {' – '}
        {until === null ? t('field.now') : <time dateTime={until}>{showTime(until)}</time>}
      </p>
      <p className="zt-version-who">
        {actor ?? t('field.system')}
        {cause ? <CauseText cause={cause} /> : actor && <span className="zt-quiet">{t('field.typed')}</span>}
      </p>
      {cause && <ReasonText cause={cause} language={language} />}
    </li>
  )
}
