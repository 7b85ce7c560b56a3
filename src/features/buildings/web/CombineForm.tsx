import { type FormEvent, useState } from 'react'
import { sumDecimal } from '../../../shared/decimal.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { Room, RoomDetail } from '../contract.ts'
import { FormActs } from './FormActs.tsx'
import { StateMark } from './StateMark.tsx'
import { typedText } from './typed.ts'
import { useBuildingActs } from './use-building-acts.ts'
import { useTenant } from './use-tenant.ts'

type CombineFormProps = {
  room: RoomDetail
  /** The others of its floor. */
  others: readonly Room[]
  /** Called with the room that they became. */
  onDone: (id: string) => void
  onClose: () => void
}

/** Rooms of one floor to become one, as large as all of them. */
export function CombineForm({ room, others, onDone, onClose }: CombineFormProps) {
  const t = useWords('buildingActs')
  const { combine } = useBuildingActs()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [number, setNumber] = useState('')
  const chosen = others.filter(({ id }) => picked.has(id))
  if (others.length === 0)
    return (
      <>
        <p className="zt-quiet">{t('alone')}</p>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </>
    )
  function pick(id: string) {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const { id, revision } = room
    const given = chosen.map((one) => ({ id: one.id, revision: one.revision }))
    combine.mutateAsync({ id, revision, with: given, number: typedText(number) }).then(
      (one) => onDone(one.id),
      () => undefined,
    )
  }
  return (
    <form className="zt-form" onSubmit={onSubmit}>
      <fieldset className="zt-combined">
        <legend>{t('withOnes')}</legend>
        <OneOfThem room={room} isPicked />
        {others.map((one) => (
          <OneOfThem key={one.id} room={one} isPicked={picked.has(one.id)} onPick={() => pick(one.id)} />
        ))}
        <p className="zt-combined-sum" role="status">
          <b>{t('together')}</b>
          <b>{showNumber(sumDecimal([room, ...chosen].map(({ areaM2 }) => areaM2)))} ㎡</b>
        </p>
      </fieldset>
      <TextField
        label={t('combinedNumber')}
        hint={t('combinedHint')}
        maxLength={60}
        value={number}
        onChange={setNumber}
      />
      <p className="zt-quiet">{t('combineHint', { number: room.number })}</p>
      <FormActs
        label={t('combineNow', { count: chosen.length + 1 })}
        problem={combine.error?.message}
        isReady={chosen.length > 0 && !combine.isPending}
        onClose={onClose}
      />
    </form>
  )
}

type OneOfThemProps = {
  room: Room
  isPicked: boolean
  /** Not of the room itself, which is always one of them. */
  onPick?: () => void
}

function OneOfThem({ room, isPicked, onPick }: OneOfThemProps) {
  const tenant = useTenant()(room)
  return (
    <label>
      <input type="checkbox" checked={isPicked} disabled={!onPick} onChange={onPick} />
      <b>{room.number}</b>
      <StateMark state={room.state} />
      <span className="zt-combined-tenant zt-quiet">{tenant}</span>
      <span>{showNumber(room.areaM2)} ㎡</span>
    </label>
  )
}
