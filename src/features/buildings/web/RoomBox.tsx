import { Link } from '@tanstack/react-router'
import { shanghaiDay } from '../../../shared/days.ts'
import { useAsOf } from '../../../web/as-of.ts'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Room } from '../contract.ts'
import { roomStateWords } from '../words.ts'
import { freeWithin } from './free-within.ts'
import { useTenant } from './use-tenant.ts'

/** A room in the picture: fill and word for what it is, who is in it until when, and a mark where it comes free soon. */
export function RoomBox({ room, isChosen }: { room: Room; isChosen: boolean }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const { day = shanghaiDay(Date.now()) } = useAsOf()
  const tenant = useTenant()(room)
  const months = freeWithin(room, day)
  const area = `${showNumber(room.areaM2, 0)} ㎡`
  const word = roomStateWords[room.state][language]
  const until =
    room.lease?.toOn ??
    (room.state === 'not_ready' || (room.state === 'vacant' && room.takenFrom)
      ? (room.takenFrom ?? room.freeOn)
      : null)
  const words = {
    until: room.lease ? 'untilDay' : room.state === 'not_ready' ? 'readyDay' : 'takenDay',
    day: until ?? '',
  }
  const whole = [
    room.number,
    area,
    word,
    tenant,
    until && t(words.until, words),
    months && t('freeIn', { months }),
  ]
  return (
    <Link
      to="."
      search={
        ((before: object) => ({ ...before, panel: undefined, floor: undefined, room: room.id })) as never
      }
      replace
      className="zt-room-box"
      data-state={room.state}
      data-months={months}
      data-chosen={isChosen || undefined}
      title={whole.filter(Boolean).join(' · ')}
    >
      <span className="zt-room-box-head">
        <b>{room.number}</b> <span>{area}</span>
      </span>
      <span className="zt-room-box-state">
        {word}
        {months && <span className="zt-room-box-mark">{t('freeShort', { months })}</span>}
      </span>
      {tenant && <span className="zt-room-box-tenant">{tenant}</span>}
      {until && <span className="zt-room-box-until">{t(words.until, words)}</span>}
    </Link>
  )
}
