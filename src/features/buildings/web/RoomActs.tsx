import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, LoadingBar } from '../../../web/ui/index.ts'
import type { Room, RoomDetail } from '../contract.ts'
import { CombineForm } from './CombineForm.tsx'
import { RemoveForm } from './RemoveForm.tsx'
import { SplitForm } from './SplitForm.tsx'
import { useBuilding } from './use-buildings.ts'
import './room-acts.css'

const acts = ['split', 'combine', 'remove'] as const
type RoomActsProps = { room: RoomDetail; onRemoved: () => void }

/** What those who keep buildings do with a room as a whole: one at a time stands open. */
export function RoomActs({ room, onRemoved }: RoomActsProps) {
  const t = useWords('buildingActs')
  const { setSearch } = useAddress()
  const [open, setOpen] = useState<(typeof acts)[number]>()
  const close = () => setOpen(undefined)
  const onDone = (id: string) => {
    close()
    setSearch({ room: id }, { replace: true })
  }
  return (
    <section aria-label={t('acts')} className="zt-room-acts">
      <div className="zt-lease-acts">
        {acts.map((act) => (
          <Button
            key={act}
            aria-expanded={open === act}
            onClick={() => setOpen(open === act ? undefined : act)}
          >
            {t(act)}
          </Button>
        ))}
      </div>
      {open && (
        <OpenAct key={open} act={open} room={room} onDone={onDone} onRemoved={onRemoved} onClose={close} />
      )}
    </section>
  )
}

type OpenActProps = RoomActsProps & {
  act: (typeof acts)[number]
  onDone: (id: string) => void
  onClose: () => void
}

/** Beside the other rooms of its building: their numbers are taken, those of its floor can become one with it. */
function OpenAct({ act, room, onDone, onRemoved, onClose }: OpenActProps) {
  const { data, isStale, isFetching } = useBuilding(room.buildingId)
  const [isRead, setRead] = useState(false)
  // What another page read of it before may be old: opened upon that, it would be told of as changed since.
  if (!isRead && data && !(isStale && isFetching)) setRead(true)
  if (!data || !isRead) return <LoadingBar />
  const others = data.floors.flatMap((floor) => floor.rooms).filter(({ id }) => id !== room.id)
  return <SeenAct {...{ act, room, others, onDone, onRemoved, onClose }} />
}

/** What was typed is about the rooms as they were seen at its opening: their revisions are sent, and a change is told. */
function SeenAct({ act, onDone, onRemoved, onClose, ...now }: OpenActProps & { others: readonly Room[] }) {
  const t = useWords('buildingActs')
  const [{ room, others }] = useState(now)
  const onFloor = others.filter(({ floorId }) => floorId === room.floorId)
  const concerned = (seen: typeof now) =>
    [seen.room, ...(act === 'split' ? [] : seen.others.filter(({ floorId }) => floorId === room.floorId))]
      .map(({ id, revision }) => `${id} ${revision}`)
      .join()
  return (
    <div ref={intoSight}>
      {concerned(now) !== concerned({ room, others }) && (
        <p className="zt-form-problem" role="alert">
          {t('moved')}
        </p>
      )}
      {act === 'split' && (
        <SplitForm room={room} taken={others.map(({ number }) => number)} onDone={onDone} onClose={onClose} />
      )}
      {act === 'combine' && <CombineForm room={room} others={onFloor} onDone={onDone} onClose={onClose} />}
      {act === 'remove' && (
        <RemoveForm room={room} isLast={onFloor.length === 0} onDone={onRemoved} onClose={onClose} />
      )}
    </div>
  )
}

/** A form opens at the panel’s end, where it may be out of sight. */
const intoSight = (form: HTMLDivElement | null) => form?.scrollIntoView({ block: 'nearest' })
