import { nothing } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { PlanSums, ProjectOnPlace } from '../plan-contract.ts'
import { type Move, movesBetween, type Outcome } from '../plan-moves.ts'
import { ProjectLink } from './ProjectLink.tsx'
import { placeLabel } from './plan-words.ts'
import { shownNumber } from './shown-number.ts'
import { shown, sumRows } from './sum-rows.ts'

type Side = { name: string; sums: PlanSums; outcome: Outcome }
type PlanCompareProps = {
  before: Side
  after: Side
  /** What was asked differently, a sentence each. */
  asked: readonly string[]
  /** Scores weigh the same in both, so that values can be held against each other. */
  isOneScale: boolean
}

/** What was asked differently, what that does to the figures, and who moved for it. */
export function PlanCompare({ before, after, asked, isOneScale }: PlanCompareProps) {
  const t = useWords('matching')
  const { moves, unchanged } = movesBetween(before.outcome, after.outcome)
  const title = t('plan.change.title', { name: before.name })
  return (
    <section className="zt-plan-compare" aria-label={title}>
      <h3>{title}</h3>
      <ul className="zt-quiet" aria-label={t('plan.change.asked')}>
        {asked.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <table className="zt-marks zt-plan-sums">
        <thead>
          <tr>
            <th scope="col">{t('plan.figure.head')}</th>
            <th scope="col" className="zt-number">
              {before.name}
            </th>
            <th scope="col" className="zt-number">
              {after.name}
            </th>
            <th scope="col" className="zt-number">
              {t('plan.change.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sumRows.map(([name, of, digits]) => {
            const [was, is] = [of(before.sums), of(after.sums)]
            return (
              <tr key={name}>
                <th scope="row">{t(`plan.figure.${name}`)}</th>
                <td className="zt-number">{shown(was, digits)}</td>
                <td className="zt-number">{shown(is, digits)}</td>
                <td className="zt-number">
                  {was === null || is === null || (name === 'value' && !isOneScale)
                    ? nothing
                    : signed(is - was, digits)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {!isOneScale && <p className="zt-quiet">{t('plan.change.otherWeights')}</p>}
      <h3>{t('plan.change.moves')}</h3>
      {moves.length === 0 ? <p>{t('plan.change.movesNone')}</p> : <Moves moves={moves} />}
      {unchanged.length > 0 && (
        <details>
          <summary className="zt-quiet">{t('plan.change.unchanged', { count: unchanged.length })}</summary>
          <Moves moves={unchanged} />
        </details>
      )}
    </section>
  )
}

const signed = (value: number, digits: number) => {
  const text = shownNumber(Math.abs(value), digits)
  return text === '0' ? text : `${value > 0 ? '+' : '−'}${text}`
}

function Moves({ moves }: { moves: readonly Move[] }) {
  const t = useWords('matching')
  return (
    <table className="zt-check">
      <thead>
        <tr>
          <th scope="col">{t('plan.column.project')}</th>
          <th scope="col">{t('plan.change.column.what')}</th>
          <th scope="col">{t('plan.column.place')}</th>
          <th scope="col" className="zt-number">
            {t('plan.figure.tax')}
          </th>
          <th scope="col" className="zt-number">
            {t('plan.change.column.taxPerMu')}
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ project, kind, before, after }) => (
          <tr key={project.id}>
            <th scope="row">
              <ProjectLink project={project} />
            </th>
            <td>{t(`plan.change.kind.${kind}`)}</td>
            <td>
              {kind === 'same' ? (
                placed(after, false)
              ) : (
                <>
                  {placed(before, kind === 'new')} → {placed(after, kind === 'gone')}
                </>
              )}
            </td>
            <td className="zt-number" data-label={t('plan.figure.tax')}>
              {fromTo(shown(before?.tax ?? null, 2), shown(after?.tax ?? null, 2))}
            </td>
            <td className="zt-number" data-label={t('plan.change.column.taxPerMu')}>
              {fromTo(taxPerMu(before), taxPerMu(after))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

  function placed(one: ProjectOnPlace | null, isAbsent: boolean) {
    if (one) return placeLabel(one.place)
    return (
      <span className="zt-quiet">{t(isAbsent ? 'plan.change.notPlanned' : 'plan.change.notPlaced')}</span>
    )
  }
}

const fromTo = (before: string, after: string) => (before === after ? after : `${before} → ${after}`)
const taxPerMu = (one: ProjectOnPlace | null) => shown(one?.taxPerMu ?? null, 2)
