import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { RoomSums } from '../contract.ts'
import { roomStates, roomStateWords } from '../words.ts'
import { type Asked, toggled } from './rooms-address.ts'
import { StateMark } from './StateMark.tsx'
import { sumOf } from './shown.ts'

/** How many rooms there are of each sort and how large they are together; each figure opens its rooms. */
export function StateTally({ sums, asked }: { sums: RoomSums; asked: Asked }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const toRooms = (more: Record<string, string | undefined>) => ({
    to: '/space/rooms',
    search: ((before: object) => ({ ...before, sort: undefined, page: undefined, ...more })) as never,
  })
  return (
    <nav className="zt-state-tally" aria-label={t('byState')}>
      <Link {...toRooms({ state: undefined })} data-chosen={asked.states.length === 0 || undefined}>
        {t('allRooms')} <b>{showNumber(sums.rooms)}</b>{' '}
        <span className="zt-quiet">{showNumber(sums.areaM2, 0)} ㎡</span>
      </Link>
      {roomStates.map((state) => {
        const { count, areaM2 } = sumOf(sums, state)
        return (
          <Link
            key={state}
            {...toRooms({ state: toggled(asked.states, state) })}
            data-chosen={asked.states.includes(state) || undefined}
            data-empty={count === 0 || undefined}
          >
            <StateMark state={state} wordless />
            {roomStateWords[state][language]} <b>{showNumber(count)}</b>{' '}
            <span className="zt-quiet">{showNumber(areaM2, 0)} ㎡</span>
          </Link>
        )
      })}
      {sums.freeing.map(({ months, count, areaM2 }) => (
        <Link
          key={months}
          {...toRooms({ free: String(months), state: 'reserved,leased,self_used,not_ready', sort: 'free' })}
          data-empty={count === 0 || undefined}
        >
          {t('freeIn', { months })} <b>{showNumber(count)}</b>{' '}
          <span className="zt-quiet">{showNumber(areaM2, 0)} ㎡</span>
        </Link>
      ))}
    </nav>
  )
}
