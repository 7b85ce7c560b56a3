import { shanghaiDay } from '../../../shared/days.ts'
import { showArea } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { fields } from '../../projects/fields.ts'
import type { OfferSource } from '../contract.ts'
import { shownFigure } from './shown-figure.ts'

/** Where a figure comes from: the ledger's own numbers, a promise with its source, or who said so and when. */
export function OfferLine({ offer }: { offer: OfferSource }) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  const { by, top, bottom, note, person, at } = offer
  const label = (key: string | undefined) => fields.find((one) => one.key === key)?.[language] ?? ''
  const day = at === null ? '' : shanghaiDay(Date.parse(at))
  if (by === 'milestone') return <small>{t('offer.milestone', { day: note ?? '' })}</small>
  if (by === 'ledger' && top !== null)
    return (
      <small>
        {bottom === null
          ? t('offer.field', { field: label(offer.fields[0]) })
          : t('offer.quotient', {
              field: label(offer.fields[0]),
              top: shownFigure(top),
              area: showArea(bottom),
            })}
      </small>
    )
  return (
    <small>
      {t(by === 'promise' ? 'offer.promise' : 'offer.confirmation', { person: person ?? '', day })}
      {note ? ` ${note}` : ''}
    </small>
  )
}
