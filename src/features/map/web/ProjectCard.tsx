import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { shanghaiDay } from '../../../shared/days.ts'
import { showWhen } from '../../../shared/when.ts'
import { isMissing } from '../../../web/api.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { showMoney } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { KeyValue, Light, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { lightSentence } from '../../lights/model/sentence.ts'
import { useProjectLight } from '../../lights/web/use-light-rules.ts'
import type { LedgerRow } from '../../projects/contract.ts'
import { milestoneWords } from '../../projects/stages.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import { projectQuery } from '../../projects/web/ledger-fetch.ts'
import { isMoving, nextMilestone } from '../../projects/web/next-milestone.ts'
import { ProjectProblem } from '../../projects/web/ProjectProblem.tsx'
import { rowValue } from '../../projects/web/row-value.ts'
import { StageMark } from '../../projects/web/StageMark.tsx'
import { useCorps } from '../../projects/web/use-corps.ts'
import type { Place } from '../../spaces/contract.ts'
import { usePlace } from './use-map-data.ts'
import './panels.css'

type ProjectCardProps = {
  id: string
  onPlace?: (at: { lon: number; lat: number }) => void
  onClose: () => void
}

/** A project in short beside the map, and the way to its page. */
export function ProjectCard({ id, onPlace, onClose }: ProjectCardProps) {
  const t = useWords('map')
  const { data: last, error, refetch } = useQuery(projectQuery(id))
  // It may be removed, or no longer theirs to know of, while it is looked at.
  const project = isMissing(error) ? undefined : last
  const place = usePlace(id).data?.place
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each project
  useEffect(() => {
    if (place) onPlace?.(place)
  }, [id, place !== undefined])
  return (
    <SidePanel
      label={t('project')}
      title={
        <>
          {project ? rowValue(project.row, 'name') : t('project')}{' '}
          {project?.row['provenance'] === 'illustrative' && <Illustrative />}
        </>
      }
      fullPage={`/projects/${id}`}
      onClose={onClose}
    >
      {project ? (
        <div className="zt-map-sheet">
          <Facts row={project.row} place={place} />
          <p>
            <Link className="zt-button zt-button-primary" to={`/projects/${id}`}>
              {t('openProject')}
            </Link>
          </p>
        </div>
      ) : error ? (
        <ProjectProblem error={error} retry={() => void refetch()} />
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}

/** By the zone’s rule, and why in one sentence. */
function WhyLit({ projectId }: { projectId: string }) {
  const { language } = useLanguage()
  const { data } = useProjectLight(projectId)
  if (!data) return null
  return (
    <>
      <Light light={data.light} /> {lightSentence(data.reason, language)}
    </>
  )
}

function Facts({ row, place }: { row: LedgerRow; place: Place | null | undefined }) {
  const t = useWords('map')
  const corps = useCorps()
  const corpsId = rowValue(row, 'corps')
  return (
    <KeyValue
      columns={1}
      items={[
        { label: t('unit'), value: corpsId && (corps.nameOf(corpsId) ?? corpsId) },
        { label: t('stage'), value: <StageMark stage={rowValue(row, 'stage')} /> },
        { label: t('light'), value: <WhyLit projectId={row.id} /> },
        {
          label: t('total'),
          unit: t('frame:yi'),
          value: showMoney(rowValue(row, 'totalInvestment'), { unit: '亿元' }),
        },
        { label: t('next'), value: <Next row={row} /> },
        { label: t('chain'), value: rowValue(row, 'chain') },
        {
          label: t('place'),
          value:
            place === undefined ? null : place?.parcelId ? (
              <Link
                to="."
                search={
                  ((before: Record<string, unknown>) => ({
                    ...before,
                    project: undefined,
                    parcel: place.parcelId,
                  })) as never
                }
              >
                {t('itsParcel')}
              </Link>
            ) : place ? (
              [t('byHand'), place.note].filter(Boolean).join(' · ')
            ) : (
              <span className="zt-quiet">{t('noPlace')}</span>
            ),
        },
      ]}
    />
  )
}

function Next({ row }: { row: LedgerRow }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const { day } = useAsOf()
  const next = nextMilestone(row, day ?? shanghaiDay(Date.now()))
  if (!isMoving(row)) return <span className="zt-quiet">{t('next.still')}</span>
  if (!next) return <span className="zt-quiet">{t('next.none')}</span>
  const isLate = next.days !== null && next.days < 0
  return (
    <>
      {milestoneWords[next.kind][language]}{' '}
      {next.when === null ? (
        <span className="zt-quiet">{t('next.noDate')}</span>
      ) : (
        showWhen(next.when, language)
      )}{' '}
      {next.days !== null && isLate && (
        <span className="zt-late">■ {t('next.late', { count: -next.days })}</span>
      )}
    </>
  )
}
