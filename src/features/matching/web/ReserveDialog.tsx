import { App } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import type { RankedPlace } from '../contract.ts'
import { UntilDialog } from './UntilDialog.tsx'
import { useReservations } from './use-places.ts'

type ReserveDialogProps = { projectId: string; place: RankedPlace; onClose: () => void }

/** Keeps a place until a day; then it is free again by itself. */
export function ReserveDialog({ projectId, place, onClose }: ReserveDialogProps) {
  const t = useWords('matching')
  const { message } = App.useApp()
  const { reserve } = useReservations(projectId)
  const partsOf = (kind: 'parcel' | 'room') => place.parts.filter((part) => part.kind === kind)
  const idsOf = (kind: 'parcel' | 'room') => partsOf(kind).map(({ id }) => id)
  const roomsM2 = partsOf('room').reduce((sum, { areaM2 }) => sum + areaM2, 0)
  return (
    <UntilDialog
      title={t('reserved.dialog', { place: place.parts.map(({ label }) => label).join(' + ') })}
      hint={t('reserved.hint')}
      ok={t('reserved.ok')}
      label={t('reserved.untilLabel')}
      isPending={reserve.isPending}
      error={reserve.error}
      onClose={onClose}
      onKeep={async (untilOn) => {
        await reserve.mutateAsync({
          parcelIds: idsOf('parcel'),
          roomIds: idsOf('room'),
          // Of a parcel that somebody has a part of, what is left of it; never a hair more than there is.
          areaM2: idsOf('parcel').length === 1 ? (Math.floor(place.areaM2 * 100) / 100).toFixed(2) : null,
          ...(roomsM2 > 0 ? { roomsM2: roomsM2.toFixed(4) } : {}),
          untilOn,
        })
        message.success(t('reserved.done'))
        onClose()
      }}
    />
  )
}
