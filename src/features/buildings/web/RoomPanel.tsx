import { Link } from '@tanstack/react-router'
import { isMissing } from '../../../web/api.ts'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, KeyValue, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import type { RoomDetail } from '../contract.ts'
import { showLevel } from '../model/levels.ts'
import { EditedFacts } from './EditedFacts.tsx'
import { roomFactFields } from './fact-fields.ts'
import { LeaseList } from './LeaseList.tsx'
import { RoomActs } from './RoomActs.tsx'
import { StateMark } from './StateMark.tsx'
import { showRent } from './shown.ts'
import { askingOf } from './typed.ts'
import { useRoom, useRoomActs } from './use-buildings.ts'
import './buildings.css'

type RoomPanelProps = {
  id: string
  onClose: () => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  toBuilding?: boolean
}

/** A room beside the picture or the list: what it is, who has it, had it and will have it. */
export function RoomPanel({ id, onClose, onPrevious, onNext, toBuilding }: RoomPanelProps) {
  const t = useWords('buildings')
  const { data: last, error, refetch } = useRoom(id)
  // Somebody may remove it while it is looked at.
  const data = isMissing(error) ? undefined : last
  return (
    <SidePanel
      label={t('room')}
      title={data ? `${data.building} ${data.number}` : t('room')}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
    >
      {data ? (
        <div className="zt-room-panel">
          {toBuilding && (
            <Link
              to="/space/buildings/$buildingId"
              params={{ buildingId: data.buildingId }}
              search={{ room: id } as never}
            >
              {t('toBuilding')}
            </Link>
          )}
          <RoomFacts room={data} />
          <LeaseList room={data} />
          {data.abilities.includes('update') && <RoomForm key={data.revision} room={data} />}
          {data.abilities.includes('create') && <RoomActs room={data} onRemoved={onClose} />}
        </div>
      ) : isMissing(error) ? (
        <EmptyState title={t('roomMissing')}>{t('roomMissingText')}</EmptyState>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} quiet />
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}

function RoomFacts({ room }: { room: RoomDetail }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  return (
    <>
      <p className="zt-room-panel-state">
        <StateMark state={room.state} />
        {room.state === 'vacant'
          ? room.takenFrom && t('takenDay', { day: room.takenFrom })
          : t(room.freeOn ? 'freeDay' : 'notFree', { day: room.freeOn ?? '' })}
      </p>
      <KeyValue
        columns={1}
        items={[
          { label: t('area'), value: showNumber(room.areaM2), unit: '㎡' },
          { label: t('floor'), value: showLevel(room.level) },
          { label: t('height'), value: room.heightM, unit: 'm' },
          { label: t('load'), value: room.loadTM2, unit: 't/㎡' },
          { label: t('use'), value: room.use },
          { label: t('asking'), value: showRent(room.askingRent, room.askingRentUnit, language) },
          { label: t('readyOn'), value: room.readyOn },
          ...(room.note ? [{ label: t('note'), value: room.note }] : []),
        ]}
      />
    </>
  )
}

function RoomForm({ room }: { room: RoomDetail }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const { room: change } = useRoomActs()
  const { id, revision } = room
  const keeps = room.abilities.includes('create')
  const values: Record<string, string | null> = {
    ...{ use: room.use, readyOn: room.readyOn, note: room.note },
    ...(room.askingRentUnit ? { [room.askingRentUnit]: room.askingRent } : {}),
  }
  return (
    <EditedFacts
      label={t('changeRoom')}
      fields={[
        ...(keeps
          ? [
              { key: 'number', label: t('number'), value: room.number, needed: true },
              { key: 'areaM2', label: `${t('area')} ㎡`, value: room.areaM2, figure: true, needed: true },
            ]
          : []),
        ...roomFactFields(t, language).map((field) => ({ ...field, value: values[field.key] ?? null })),
      ]}
      problem={change.error?.message}
      isBusy={change.isPending}
      onSave={({ month, day, ...changes }) =>
        change.mutate({ id, revision, ...changes, ...askingOf(month, day) })
      }
    />
  )
}
