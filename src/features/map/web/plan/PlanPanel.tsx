import { Link } from '@tanstack/react-router'
import { nothing, showDay } from '../../../../web/format.ts'
import { useLanguage, useWords } from '../../../../web/i18n/index.ts'
import { ErrorState, LoadingBar, SidePanel } from '../../../../web/ui/index.ts'
import type { PlacedProject } from '../../../matching/plan-contract.ts'
import { leftOutSentences, placeLabel } from '../../../matching/web/plan-words.ts'
import { shownNumber } from '../../../matching/web/shown-number.ts'
import { useUnitNames } from '../../../organisation/web/use-unit-names.ts'
import { boundsOf, isLost, type Placement } from './plan-drawing.ts'
import { muOf, type ShownPlan } from './use-shown-plan.ts'
import './plan-panel.css'

type PlanPanelProps = {
  shown: ShownPlan
  onShow: (box: readonly number[]) => void
  onClose: () => void
}

/** The plan that lies over the map: who goes where, a press away from each place, and who is left out. */
export function PlanPanel({ shown, onShow, onClose }: PlanPanelProps) {
  const t = useWords('map')
  const { plan, placements, error, retry } = shown
  const ofProject = Map.groupBy(placements, ({ projectId }) => projectId)
  const keptCount = [...ofProject.values()].filter((own) => own.every(({ isKept }) => isKept)).length
  return (
    <SidePanel label={t('plan.label')} title={plan?.name ?? t('plan.label')} onClose={onClose}>
      {error ? (
        <ErrorState error={error} retry={retry} quiet />
      ) : plan ? (
        <div className="zt-map-sheet zt-map-plan">
          <p>
            {t('plan.counts', {
              ...{ placed: plan.answer.placed.length, kept: keptCount },
              left: plan.answer.leftOut.length,
            })}
          </p>
          {plan.adoptedBy && (
            <p className="zt-quiet">
              {t('matching:plan.adopted', {
                ...{ person: plan.adoptedBy, day: showDay(plan.adoptedAt) },
                until: showDay(plan.adoptedUntil),
              })}
            </p>
          )}
          <div className="zt-parcel-acts">
            <Link to="/plans" search={{ plan: plan.id } as never} className="zt-button zt-button-plain">
              {t('plan.open')}
            </Link>
          </div>
          <ul className="zt-map-plan-key">
            {(['proposed', 'kept'] as const).map((key) => (
              <li key={key}>
                <span data-state={key} aria-hidden="true" /> {t(`plan.state.${key}`)}
              </li>
            ))}
          </ul>
          <section>
            <h3>{t('matching:plan.placed')}</h3>
            <ul>
              {plan.answer.placed.map((placed) => (
                <Placed
                  key={placed.project.id}
                  placed={placed}
                  own={ofProject.get(placed.project.id) ?? []}
                  isFocus={shown.focus === placed.project.id}
                  wasAdopted={plan.adoptedAt !== null}
                  onChoose={() => {
                    shown.setFocus(placed.project.id)
                    const box = boundsOf(ofProject.get(placed.project.id) ?? [])
                    if (box) onShow(box)
                  }}
                />
              ))}
            </ul>
          </section>
          <LeftOut shown={shown} />
          <p className="zt-quiet">{t('plan.wholeParcels')}</p>
        </div>
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}

type PlacedProps = {
  placed: PlacedProject
  own: readonly Placement[]
  isFocus: boolean
  wasAdopted: boolean
  onChoose: () => void
}

function Placed({ placed: { project, place, taxPerMu }, own, isFocus, wasAdopted, onChoose }: PlacedProps) {
  const t = useWords('map')
  const isKept = own.length > 0 && own.every((one) => one.isKept)
  const lost = own.filter(isLost)
  const divided = own.filter(({ on, label }) => on.length > 1 || on.some((one) => one.label !== label))
  const [until] = own.flatMap(({ untilOn }) => untilOn ?? [])
  return (
    <li>
      <button type="button" aria-pressed={isFocus} onClick={onChoose} disabled={boundsOf(own) === undefined}>
        <span className="zt-map-plan-mark" data-state={isKept ? 'kept' : 'proposed'} aria-hidden="true" />
        <span>
          <strong>{project.name}</strong>
          <span>
            {placeLabel(place)} <span className="zt-quiet">{t(`matching:kind.${place.kind}`)}</span>
          </span>
          {divided.length > 0 && (
            <span className="zt-quiet">
              {t('plan.since', {
                now: [...new Set(divided.flatMap(({ on }) => on.map(({ label }) => label)))].join(' + '),
              })}
            </span>
          )}
          {lost.length > 0 && (
            <span className="zt-map-plan-lost">
              {t('plan.lost', { place: lost.map(({ label }) => label).join(' + ') })}
            </span>
          )}
          <span className={isKept || wasAdopted ? 'zt-quiet' : 'zt-unseen'}>
            {isKept
              ? t('plan.keptUntil', { day: until ?? nothing })
              : t(wasAdopted ? 'plan.noLonger' : 'plan.state.proposed')}
          </span>
        </span>
        <span className="zt-map-plan-figures">
          <span>
            {muOf(place.areaM2)} {t('frame:mu')}
          </span>
          <span className="zt-quiet">
            {taxPerMu === null ? nothing : t('plan.taxPerMu', { tax: shownNumber(taxPerMu) })}
          </span>
        </span>
      </button>
    </li>
  )
}

function LeftOut({ shown: { plan } }: Pick<PlanPanelProps, 'shown'>) {
  const t = useWords('matching')
  const { language } = useLanguage()
  const corpsName = useUnitNames()
  const leftOut = plan?.answer.leftOut ?? []
  if (leftOut.length === 0) return null
  return (
    <section>
      <h3>{t('plan.leftOut')}</h3>
      <ul className="zt-map-plan-left">
        {leftOut.map((one) => (
          <li key={one.project.id}>
            <Link to="/projects/$projectId/places" params={{ projectId: one.project.id } as never}>
              {one.project.name}
            </Link>
            <span className="zt-quiet">{leftOutSentences(one, { t, language, corpsName })[0]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
