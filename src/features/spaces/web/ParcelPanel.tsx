import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { isMissing } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { ParcelDetail } from '../contract.ts'
import { ParcelFacts } from './ParcelFacts.tsx'
import { ParcelForm } from './ParcelForm.tsx'
import { ParcelHistory } from './ParcelHistory.tsx'
import { useParcel } from './use-parcels.ts'

type ParcelPanelProps = {
  id: string
  onClose: () => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  /** Called once it is known what and where it is. */
  onKnown?: (parcel: ParcelDetail) => void
  /** What stands above the facts: the way to the map, or a tool of the map itself. */
  acts?: (parcel: ParcelDetail) => ReactNode
  /** What other rooms know of it, under its facts. */
  children?: ReactNode
}

/** A parcel beside the list or beside the map: what it is, what it is in, who stands on it, what it came of. */
export function ParcelPanel({ id, onClose, onPrevious, onNext, onKnown, acts, children }: ParcelPanelProps) {
  const t = useWords('space')
  const { data: last, error, refetch } = useParcel(id)
  // It may go with an import that is undone while it is looked at.
  const data = isMissing(error) ? undefined : last
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each parcel; what changes it later must not move a map
  useEffect(() => {
    if (data) onKnown?.(data)
  }, [id, data !== undefined])
  const name = data ? [data.number, data.name].filter(Boolean).join(' · ') || t('unnumbered') : t('parcel')
  return (
    <SidePanel
      label={t('parcel')}
      title={
        <>
          {name} {data?.provenance === 'illustrative' && <Illustrative />}
        </>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      {data ? (
        <div className="zt-parcel-panel">
          <ParcelFacts parcel={data} acts={acts?.(data)} />
          {children}
          <ParcelHistory id={id} />
          {data.abilities.includes('update') && <ParcelForm key={`${id} ${data.revision}`} parcel={data} />}
        </div>
      ) : isMissing(error) ? (
        <EmptyState title={t('missing')}>{t('missingText')}</EmptyState>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} quiet />
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}

export function ToMap({ id }: { id: string }) {
  const t = useWords('space')
  return (
    <Link to="/map" search={{ parcel: id } as never} className="zt-button zt-button-plain">
      {t('toMap')}
    </Link>
  )
}
