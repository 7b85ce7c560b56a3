import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isMissing } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, KeyValue, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { StackLegend } from '../../buildings/web/StackLegend.tsx'
import { useBuilding } from '../../buildings/web/use-buildings.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'

type BuildingCardProps = {
  id: string
  onPlace: (place: { lon: number; lat: number }) => void
  onClose: () => void
}

/** A building chosen on the map: what is vacant in it and comes free, and the way to its floors. */
export function BuildingCard({ id, onPlace, onClose }: BuildingCardProps) {
  const t = useWords('map')
  const { data: last, error, refetch } = useBuilding(id)
  // Somebody may remove it while it is looked at.
  const data = isMissing(error) ? undefined : last
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each building; what changes it later must not move a map
  useEffect(() => {
    if (data && data.lon !== null && data.lat !== null) onPlace({ lon: data.lon, lat: data.lat })
  }, [id, data !== undefined])
  const name = data ? [data.name, data.number].filter(Boolean).join(' ') : t('building')
  return (
    <SidePanel
      label={t('building')}
      title={
        <>
          {name} {data?.provenance === 'illustrative' && <Illustrative />}
        </>
      }
      onClose={onClose}
    >
      {data ? (
        <div className="zt-building-card">
          <StackLegend building={data} />
          <KeyValue
            columns={1}
            items={[
              { label: t('buildings:unit'), value: data.unit },
              {
                label: t('buildings:floors'),
                value: t('buildings:floorsOf', { above: data.floorsAbove, below: data.floorsBelow }),
              },
              { label: t('buildings:nextEnd'), value: data.nextEndOn },
            ]}
          />
          <Link
            to="/space/buildings/$buildingId"
            params={{ buildingId: id }}
            className="zt-button zt-button-plain"
          >
            {t('toFloors')}
          </Link>
        </div>
      ) : isMissing(error) ? (
        <EmptyState title={t('buildings:missing')}>{t('buildings:missingText')}</EmptyState>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} quiet />
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}
