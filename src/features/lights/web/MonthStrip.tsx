import { Fragment } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Light } from '../../../web/ui/index.ts'
import type { MonthLight } from '../contract.ts'
import { lightSentence, sinceSentence } from '../model/sentence.ts'

const yearOf = (month: string | undefined) => month?.slice(0, 4)

/** Months old to new, each as it closed; a dot tells that it looks otherwise by now, in words for whoever asks. */
export function MonthStrip({ months }: { months: readonly MonthLight[] }) {
  const t = useWords('lights')
  return (
    <ol className="zt-light-strip" aria-label={t('strip.title')}>
      {months.map((month, at) => (
        <Fragment key={month.month}>
          {yearOf(month.month) !== yearOf(months[at - 1]?.month) && (
            <li className="zt-light-year" aria-hidden="true">
              {yearOf(month.month)}
            </li>
          )}
          <OneMonth {...month} />
        </Fragment>
      ))}
    </ol>
  )
}

function OneMonth({ month, kept, now }: MonthLight) {
  const t = useWords('lights')
  const { language } = useLanguage()
  const since = kept ? sinceSentence(kept.light, now.light, language) : undefined
  const why = lightSentence((kept ?? now).reason, language)
  const words = [month, kept ? undefined : t('strip.notKept'), why, since].filter(Boolean).join(' · ')
  return (
    <li title={words} data-kept={kept ? true : undefined} data-since={since ? true : undefined}>
      <Light light={(kept ?? now).light} wordless />
      <span aria-hidden="true">{Number(month.slice(5))}</span>
      <span className="zt-unseen">{words}</span>
    </li>
  )
}
