import { Link } from '@tanstack/react-router'
import { nothing } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { indicatorOf } from '../../indicators/catalogue.ts'
import type { KeptPromise } from '../contract.ts'
import { unitWords } from '../model/rule-words.ts'
import { ActualOf } from './ActualOf.tsx'
import { StateMark } from './StateMark.tsx'
import { shownFigure } from './shown-figure.ts'

type PromiseTableProps = { items: readonly KeptPromise[]; corpsName: (id: string | null) => string }

/** Each promise in a line: of whom, what, by when, what came of it, by how much it is missed. */
export function PromiseTable({ items, corpsName }: PromiseTableProps) {
  const t = useWords('preconditions')
  const { language } = useLanguage()
  return (
    <table className="zt-check">
      <thead>
        <tr>
          <th scope="col">{t('kept.project')}</th>
          <th scope="col">{t('promise.indicator')}</th>
          <th scope="col" className="zt-number">
            {t('promise.value')}
          </th>
          <th scope="col">{t('kept.actual')}</th>
          <th scope="col" className="zt-number">
            {t('margin')}
          </th>
          <th scope="col">{t('promise.dueOn')}</th>
          <th scope="col">{t('kept.state')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <Link
                to="/projects/$projectId"
                params={{ projectId: item.projectId } as never}
                search={{ tab: 'land' } as never}
              >
                {item.projectName}
              </Link>
              <small>{corpsName(item.corpsId)}</small>
            </th>
            <td>
              {indicatorOf(item.indicator)?.words[language] ?? item.indicator}
              <small>{item.source}</small>
            </td>
            <td className="zt-number" data-label={t('promise.value')}>
              {shownFigure(item.value)}
              {unitWords(item.unit)}
            </td>
            <td data-label={t('kept.actual')}>
              <ActualOf promise={item} />
            </td>
            <td className="zt-number" data-label={t('margin')}>
              {item.margin === null ? '' : shownFigure(item.margin, 'signed')}
            </td>
            <td data-label={t('promise.dueOn')}>
              {item.dueOn ?? nothing}
              <small>{t(`checkStage.${item.checkStage}`)}</small>
            </td>
            <td>
              <StateMark state={item.state} days={item.lateDays} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
