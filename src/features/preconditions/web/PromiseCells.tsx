import { nothing } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { KeptPromise } from '../contract.ts'
import { unitWords } from '../model/rule-words.ts'
import { ActualOf } from './ActualOf.tsx'
import { shownFigure } from './shown-figure.ts'

/** Their headings, in the order of the cells. */
export function PromiseHeads() {
  const t = useWords('preconditions')
  return (
    <>
      <th scope="col" className="zt-number">
        {t('promise.value')}
      </th>
      <th scope="col">{t('kept.actual')}</th>
      <th scope="col" className="zt-number">
        {t('margin')}
      </th>
      <th scope="col">{t('promise.dueOn')}</th>
      <th scope="col">{t('kept.state')}</th>
    </>
  )
}

/** What was promised, what came of it, by how much it is kept or missed, and by when. */
export function PromiseCells({ promise }: { promise: KeptPromise }) {
  const t = useWords('preconditions')
  const { value, unit, margin, dueOn, checkStage } = promise
  return (
    <>
      <td className="zt-number" data-label={t('promise.value')}>
        {shownFigure(value)}
        {unitWords(unit)}
      </td>
      <td data-label={t('kept.actual')}>
        <ActualOf promise={promise} />
      </td>
      <td className="zt-number" data-label={t('margin')}>
        {margin === null ? '' : shownFigure(margin, 'signed')}
      </td>
      <td data-label={t('promise.dueOn')}>
        {dueOn ?? nothing}
        <small>{t(`checkStage.${checkStage}`)}</small>
      </td>
    </>
  )
}
