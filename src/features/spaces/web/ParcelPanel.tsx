import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { ParcelFacts } from './ParcelFacts.tsx'
import { ParcelForm } from './ParcelForm.tsx'
import { useParcel } from './use-parcels.ts'

type ParcelPanelProps = {
  id: string
  onClose: () => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  /** What stands above the facts: the way to the map, or tools of the map itself. */
  acts?: ReactNode
}

/** A parcel beside a list or a map. */
export function ParcelPanel({ id, onClose, onPrevious, onNext, acts }: ParcelPanelProps) {
  const t = useWords('space')
  const { data, error, isPending, refetch } = useParcel(id)
  const title = data ? [data.number, data.name].filter(Boolean).join(' · ') || t('unnumbered') : t('parcel')
  return (
    <SidePanel title={title} label={title} onClose={onClose} onPrevious={onPrevious} onNext={onNext}>
      {isPending && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} quiet />}
      {data && (
        <div className="zt-parcel-panel">
          {acts && <div className="zt-parcel-acts">{acts}</div>}
          <ParcelFacts parcel={data} />
          {data.abilities.includes('update') && <ParcelForm key={`${id} ${data.revision}`} parcel={data} />}
        </div>
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
