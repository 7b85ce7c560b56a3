import type { FormEvent } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { RoomDetail } from '../contract.ts'
import { showLevel } from '../model/levels.ts'
import { FormActs } from './FormActs.tsx'
import { useBuildingActs } from './use-building-acts.ts'

type RemoveFormProps = {
  room: RoomDetail
  /** Of its floor. */
  isLast: boolean
  onDone: () => void
  onClose: () => void
}

/** A room entered by mistake: what goes with it, then the act. */
export function RemoveForm({ room, isLast, onDone, onClose }: RemoveFormProps) {
  const t = useWords('buildingActs')
  const { remove } = useBuildingActs()
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    remove.mutateAsync(room).then(onDone, () => undefined)
  }
  return (
    <form className="zt-form" onSubmit={onSubmit}>
      <p className="zt-quiet">{t('removeHint')}</p>
      {isLast && <p>{t('removeFloor', { floor: showLevel(room.level) })}</p>}
      <FormActs
        label={t('removeNow', { number: room.number })}
        problem={remove.error?.message}
        isReady={!remove.isPending}
        onClose={onClose}
      />
    </form>
  )
}
