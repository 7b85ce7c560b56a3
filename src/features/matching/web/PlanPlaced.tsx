import { Link } from '@tanstack/react-router'
import { nothing } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { PlacedProject, PlanPlace } from '../plan-contract.ts'
import { ProjectLink } from './ProjectLink.tsx'
import { muPerM2 } from './plan-words.ts'
import { isFloor } from './reasons.ts'
import { shownNumber } from './shown-number.ts'
import { landOf } from './sum-rows.ts'

type PlanPlacedProps = { items: readonly PlacedProject[]; corpsName: (id: string | null) => string }

/** Who goes where, what is worth most first. */
export function PlanPlaced({ items, corpsName }: PlanPlacedProps) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const onLand = landOf(items)
  const tax = items.reduce((sum, one) => sum + (one.tax ?? 0), 0)
  const value = items.reduce((sum, one) => sum + one.value, 0)
  return (
    <table className="zt-check">
      <thead>
        <tr>
          <th scope="col">{t('plan.column.project')}</th>
          <th scope="col">{t('plan.column.corps')}</th>
          <th scope="col">{t('plan.column.place')}</th>
          <th scope="col" className="zt-number">
            {t('plan.column.mu')}
          </th>
          <th scope="col" className="zt-number">
            {t('plan.column.taxPerMu')}
          </th>
          <th scope="col" className="zt-number">
            {t('plan.column.score')}
          </th>
          <th scope="col">{t('plan.column.from')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ project, place, tax, taxPerMu, score, value, fromOn, unknown }) => (
          <tr key={project.id}>
            <th scope="row">
              <ProjectLink project={project} />
            </th>
            <td>{corpsName(project.corpsId)}</td>
            <td>
              <PlaceLinks place={place} />
              {unknown.length > 0 && (
                <small>
                  {t('plan.unknown', {
                    rules: unknown
                      .map(({ rule, words }) => words?.[language] ?? t(rule))
                      .join(language === 'zh' ? '、' : ', '),
                  })}
                </small>
              )}
            </td>
            <td className="zt-number" data-label={t('plan.column.mu')}>
              {shownNumber(place.areaM2 * muPerM2)}
              {place.leftM2 > 0 && <small>{t('plan.left', { m2: shownNumber(place.leftM2, 0) })}</small>}
            </td>
            <td className="zt-number" data-label={t('plan.column.taxPerMu')}>
              {taxPerMu === null ? nothing : shownNumber(taxPerMu)}
              {tax !== null && (
                <small>
                  {t(isFloor(place.kind) ? 'plan.taxFromFloor' : 'plan.taxFrom', {
                    tax: shownNumber(tax),
                    mu: shownNumber(place.areaM2 * muPerM2),
                  })}
                </small>
              )}
            </td>
            <td className="zt-number" data-label={t('plan.column.score')}>
              <Link to="/projects/$projectId/places" params={{ projectId: project.id } as never}>
                {shownNumber(score * 100, 0)}
              </Link>
              {tax !== null && (
                <small>
                  {t('plan.valueFrom', {
                    ...{
                      value: shownNumber(value, 1),
                      score: shownNumber(score * 100),
                      tax: shownNumber(tax),
                    },
                  })}
                </small>
              )}
            </td>
            <td data-label={t('plan.column.from')}>{fromOn}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('plan.total', { count: items.length })}</th>
          <td colSpan={2}>
            {t('plan.totalLand', {
              ...{
                count: onLand.count,
                tax: shownNumber(onLand.tax),
                mu: shownNumber(onLand.areaM2 * muPerM2),
              },
            })}
          </td>
          <td />
          <td className="zt-number" data-label={t('plan.figure.tax')}>
            {t('plan.totalTax', { tax: shownNumber(tax) })}
          </td>
          <td className="zt-number" data-label={t('plan.figure.value')}>
            <small>{shownNumber(value, 1)}</small>
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

/** Land is seen on the map. */
function PlaceLinks({ place: { parts, kind } }: { place: PlanPlace }) {
  const t = useWords('matching')
  return (
    <>
      {parts.map((part, at) => (
        <span key={part.id}>
          {at > 0 && ' + '}
          {part.kind === 'parcel' ? (
            <Link to="/map" search={{ parcel: part.id } as never}>
              {part.label}
            </Link>
          ) : (
            part.label
          )}
        </span>
      ))}{' '}
      <span className="zt-quiet">{t(`kind.${kind}`)}</span>
    </>
  )
}
