import { shanghaiDay } from '../../../shared/days.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Preconditions } from '../contract.ts'
import { requiredWords, ruleName } from '../model/rule-words.ts'

/** Decisions about rules that bind the project no more: who let it off what, and why, stays to be seen. */
export function FormerExemptions({ check: { formerExemptions } }: { check: Preconditions }) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  if (formerExemptions.length === 0) return null
  return (
    <section aria-label={t('exemption.former')}>
      <h3>{t('exemption.former')}</h3>
      <ul className="zt-reviews">
        {formerExemptions.map(({ id, rule, decidedBy, decidedAt, reason, paper }) => (
          <li key={id}>
            <b>
              {ruleName(rule, language)} {requiredWords(rule, language)}
            </b>{' '}
            {t('exemption.by', { person: decidedBy, day: shanghaiDay(Date.parse(decidedAt)) })} {reason}{' '}
            <span className="zt-quiet">{paper}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
