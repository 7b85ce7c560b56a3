import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/api.ts'
import { showArea, showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { ErrorState } from '../../../web/ui/index.ts'
import type { ParcelReservations as Answer } from '../contract.ts'
import { ProjectLink } from './ProjectLink.tsx'
import './parcel-reservations.css'

/** What of a parcel is kept, for whom as far as one may know, until when and by whom; nothing where nothing is. */
export function ParcelReservations({ parcelId }: { parcelId: string }) {
  const t = useWords('matching')
  const { data, error, refetch } = useQuery({
    queryKey: ['parcels', 'reservations', parcelId],
    queryFn: () => api.get<Answer>(`/parcels/${parcelId}/reservations`),
    retry: false,
  })
  if (error) return <ErrorState error={error} retry={() => void refetch()} quiet />
  if (!data || data.items.length === 0) return null
  return (
    <section className="zt-parcel-kept" aria-label={t('reserved.onParcel')}>
      <h3>{t('reserved.onParcel')}</h3>
      <ul>
        {data.items.map((kept) => (
          <li key={kept.id}>
            <KeptFor project={kept.project} />
            <span>
              {t('reserved.area', { m2: showNumber(kept.areaM2, 0) })}{' '}
              <span className="zt-quiet">{t('mu', { area: showArea(kept.areaM2) })}</span>
            </span>
            <span>
              {t('reserved.until', { day: kept.untilOn })}
              {kept.person && <span className="zt-quiet"> {t('reserved.by', { person: kept.person })}</span>}
            </span>
            {kept.madeOn !== null && (
              <small className="zt-quiet">{t('reserved.madeOn', { parcel: kept.madeOn })}</small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function KeptFor({ project }: Pick<Answer['items'][number], 'project'>) {
  const t = useWords('matching')
  const may = useMay()
  if (!project || !may('project:read')) return <b>{t('reserved.forAnother')}</b>
  return (
    <b>
      <ProjectLink project={project} />{' '}
      <Link to="/projects/$projectId/places" params={{ projectId: project.id } as never}>
        {t('reserved.itsPlaces')}
      </Link>
    </b>
  )
}
