import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { fields } from '../../projects/fields.ts'
import type { KeptPromise } from '../contract.ts'
import { unitWords } from '../model/rule-words.ts'
import { shownFigure } from './shown-figure.ts'

/** What came of a promise, and where that is from: the ledger's columns, or who measured it on which paper. */
export function ActualOf({ promise: { actual, unit, actualFields, measured } }: { promise: KeptPromise }) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  if (actual === null) return <span className="zt-quiet">{t('nothing')}</span>
  const named = actualFields.flatMap((key) => fields.find((field) => field.key === key)?.[language] ?? [])
  return (
    <>
      {shownFigure(actual)}
      {unitWords(unit)}
      {measured ? (
        <small>
          {measured.person} {measured.on} · {measured.source}
          {measured.paper && ` · ${measured.paper}`}
        </small>
      ) : (
        <small>{t('kept.fromLedger', { fields: named.join(language === 'zh' ? '、' : ', ') })}</small>
      )}
    </>
  )
}
