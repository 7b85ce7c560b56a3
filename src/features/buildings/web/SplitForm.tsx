import { type FormEvent, useState } from 'react'
import { signOfDecimal, sumDecimal } from '../../../shared/decimal.ts'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { RoomDetail } from '../contract.ts'
import { freeNumbers, leftOf } from '../model/divided.ts'
import { FormActs } from './FormActs.tsx'
import { PartRow } from './PartRow.tsx'
import { SplitSum } from './SplitSum.tsx'
import { typedArea } from './typed.ts'
import { useBuildingActs } from './use-building-acts.ts'

const mostParts = 50
type SplitFormProps = {
  room: RoomDetail
  /** Numbers of the other rooms of its building. */
  taken: readonly string[]
  /** Called with the first of the new rooms. */
  onDone: (id: string) => void
  onClose: () => void
}

/** One room to become several, whose areas sum to it. */
export function SplitForm({ room, taken, onDone, onClose }: SplitFormProps) {
  const t = useWords('buildingActs')
  const words = useWords('buildings')
  const { divide } = useBuildingActs()
  const [parts, setParts] = useState(() =>
    [room.number, ...freeNumbers(room.number, taken, 1)].map((number) => ({ number, area: '' })),
  )
  const areas = parts.map(({ area }) => typedArea(area))
  const known = areas.filter((area) => area !== undefined)
  const left = leftOf(room.areaM2, known)
  const isWhole =
    known.length === parts.length &&
    signOfDecimal(left) === 0 &&
    parts.every(({ number }) => number.trim() !== '')
  const empty = parts.findIndex(({ area }) => area.trim() === '')
  function onAnother() {
    const [number = ''] = freeNumbers(room.number, [...taken, ...parts.map((part) => part.number)], 1)
    setParts([...parts, { number, area: '' }])
  }
  function onSubmit(event: FormEvent) {
    event.preventDefault()
    const given = parts.map(({ number }, at) => ({ number: number.trim(), areaM2: areas[at] ?? '' }))
    divide.mutateAsync({ id: room.id, revision: room.revision, parts: given }).then(
      ({ items }) => onDone(items[1]?.id ?? room.id),
      () => undefined,
    )
  }
  return (
    <form className="zt-form" onSubmit={onSubmit}>
      <table className="zt-room-parts">
        <thead>
          <tr>
            <th scope="col">{words('number')}</th>
            <th scope="col" className="zt-number">
              {words('area')} ㎡
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {parts.map((part, at) => (
            <PartRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place; the first is the room itself
              key={at}
              at={at + 1}
              part={part}
              onChange={(next) => setParts(parts.with(at, next))}
              onLeave={at > 0 && parts.length > 2 ? () => setParts(parts.toSpliced(at, 1)) : undefined}
            />
          ))}
        </tbody>
        <SplitSum sumM2={sumDecimal(known)} wholeM2={room.areaM2} leftM2={left} />
      </table>
      <div className="zt-lease-acts">
        <Button disabled={parts.length >= mostParts} onClick={onAnother}>
          {t('another')}
        </Button>
        {empty >= 0 && known.length === parts.length - 1 && signOfDecimal(left) > 0 && (
          <Button
            kind="quiet"
            onClick={() =>
              setParts(parts.map((part, at) => (at === empty ? { ...part, area: showNumber(left) } : part)))
            }
          >
            {t('fill', { at: empty + 1 })}
          </Button>
        )}
      </div>
      <p className="zt-quiet">{t('splitHint')}</p>
      <FormActs
        label={t('splitNow', { count: parts.length })}
        problem={divide.error?.message}
        isReady={isWhole && !divide.isPending}
        onClose={onClose}
      />
    </form>
  )
}
