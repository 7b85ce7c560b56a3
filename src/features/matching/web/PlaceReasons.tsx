import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { RankedPlace } from '../contract.ts'
import { criterionWords } from '../criteria.ts'
import { checkSentence, markSentence } from './reasons.ts'
import { shownNumber } from './shown-number.ts'

/** Each rule that is in the way, each criterion with the figures behind it, and why the place stands after the one before. */
export function PlaceReasons({ place }: { place: RankedPlace }) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const { kind, checks, marks, behind, rank, leftM2 } = place
  const inTheWay = checks.filter(({ standing }) => standing !== 'pass')
  return (
    <>
      {inTheWay.length > 0 && (
        <ul className="zt-place-checks" aria-label={t('inTheWay')}>
          {inTheWay.map((check) => (
            <li key={check.rule} data-standing={check.standing}>
              {checkSentence(check, t, language)}
            </li>
          ))}
        </ul>
      )}
      {leftM2 > 0 && <p className="zt-quiet">{t('left', { m2: shownNumber(leftM2, 0) })}</p>}
      <table className="zt-marks">
        <thead>
          <tr>
            <th scope="col">{t('criterion')}</th>
            <th scope="col">{t('figure')}</th>
            <th scope="col" className="zt-number">
              {t('weight')}
            </th>
            <th scope="col" className="zt-number">
              {t('points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {marks.map((mark) => (
            <tr key={mark.criterion}>
              <th scope="row">{criterionWords(mark.criterion)[language]}</th>
              <td>{markSentence(mark, kind, t)}</td>
              <td className="zt-number">{shownNumber(mark.weight, 1)}</td>
              <td className="zt-number">{shownNumber(mark.points * 100, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {behind.length > 0 && (
        <p>
          {t('behind', {
            before: rank - 1,
            why: behind
              .map(({ criterion, points }) =>
                t(points > 0 ? 'less' : 'more', {
                  criterion: criterionWords(criterion)[language],
                  points: shownNumber(Math.abs(points) * 100, 1),
                }),
              )
              .join(language === 'zh' ? '，' : ', '),
          })}
        </p>
      )}
    </>
  )
}
