import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { BuildingDetail, Floor } from '../contract.ts'
import { useRoomActs } from './use-buildings.ts'

type FloorFactsProps = { building: BuildingDetail; floor: Floor }

/** How high and how strong a floor is; set right in place by those who keep the building. */
export function FloorFacts({ building, floor }: FloorFactsProps) {
  const t = useWords('buildings')
  const [isOpen, setOpen] = useState(false)
  const { heightM, loadTM2 } = floor
  const mayChange = building.abilities.includes('create')
  if (isOpen) return <FloorForm floor={floor} onClose={() => setOpen(false)} />
  const known = [heightM && `${heightM} m`, loadTM2 && `${loadTM2} t/㎡`].filter(Boolean)
  const words = known.length > 0 ? known.join(' · ') : t('noFloorFacts')
  if (!mayChange) return <span className="zt-quiet">{words}</span>
  return (
    <button
      type="button"
      className="zt-stack-facts zt-quiet"
      title={t('changeFloor')}
      onClick={() => setOpen(true)}
    >
      {words}
    </button>
  )
}

function FloorForm({ floor, onClose }: { floor: Floor; onClose: () => void }) {
  const t = useWords('buildings')
  const { floor: change } = useRoomActs()
  const [height, setHeight] = useState(floor.heightM ?? '')
  const [load, setLoad] = useState(floor.loadTM2 ?? '')
  const plain = (text: string) => text.normalize('NFKC').trim() || null
  return (
    <form
      className="zt-stack-form"
      onSubmit={(event) => {
        event.preventDefault()
        const { id, revision } = floor
        change.mutate({ id, revision, heightM: plain(height), loadTM2: plain(load) }, { onSuccess: onClose })
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onClose()}
    >
      <input
        aria-label={`${t('height')} m`}
        placeholder="m"
        inputMode="decimal"
        value={height}
        onChange={(event) => setHeight(event.target.value)}
      />
      <input
        aria-label={`${t('load')} t/㎡`}
        placeholder="t/㎡"
        inputMode="decimal"
        value={load}
        onChange={(event) => setLoad(event.target.value)}
      />
      <Button kind="primary" type="submit" disabled={change.isPending}>
        {t('save')}
      </Button>
      {change.error && (
        <p className="zt-late" role="alert">
          {change.error.message}
        </p>
      )}
    </form>
  )
}
