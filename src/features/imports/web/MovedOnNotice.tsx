import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { MovedOn } from '../contract.ts'
import { placeWords } from '../moved-words.ts'

/** Said before the rows: what they are compared with is no longer what the ledger holds. The button is at the foot. */
export function MovedOnNotice({ movedOn: { places, first } }: { movedOn: MovedOn }) {
  const t = useWords('imports')
  const { language } = useLanguage()
  const named = first.map((place) => placeWords(place)[language]).join(language === 'zh' ? '、' : ', ')
  const more = places > first.length ? t('movedOn.more', { count: places - first.length }) : ''
  return (
    <p className="zt-notice zt-moved-on" data-severity="warning" role="status">
      <span aria-hidden="true">▲</span>
      <span>{`${t('movedOn.places', { count: places, named })}${more}${t('movedOn.stale')}`}</span>
    </p>
  )
}
