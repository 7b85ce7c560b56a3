import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { BuildingDetail } from '../contract.ts'
import { roomStates, roomStateWords } from '../words.ts'
import { StateMark } from './StateMark.tsx'
import { sumOf, vacantShare } from './shown.ts'
import './stack.css'

/** The key to the picture: every state counted and summed, and what comes free by when; each figure opens its rooms. */
export function StackLegend({ building: { id, sums } }: { building: BuildingDetail }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const toRooms = (search: Record<string, string>) => ({
    to: '/space/rooms',
    search: { building: id, ...search } as never,
  })
  const share = vacantShare(sums)
  return (
    <dl className="zt-stack-legend" aria-label={t('legend')}>
      {roomStates.map((state) => {
        const { count, areaM2 } = sumOf(sums, state)
        return (
          <div key={state} data-empty={count === 0 || undefined}>
            <dt>
              <StateMark state={state} wordless /> {roomStateWords[state][language]}
            </dt>
            <dd>
              <Link {...toRooms({ state })}>{t('roomsOf', { count, area: showNumber(areaM2, 0) })}</Link>
              {state === 'vacant' && share && <span className="zt-quiet"> {share}</span>}
            </dd>
          </div>
        )
      })}
      {sums.freeing.map(({ months, count, areaM2 }) => (
        <div key={months} data-empty={count === 0 || undefined}>
          <dt>
            <span className="zt-room-box-mark" data-months={months}>
              {t('freeShort', { months })}
            </span>{' '}
            {t('freed')}
          </dt>
          <dd>
            <Link
              {...toRooms({
                free: String(months),
                state: 'reserved,leased,self_used,not_ready',
                sort: 'free',
              })}
            >
              {t('roomsOf', { count, area: showNumber(areaM2, 0) })}
            </Link>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('together')}</dt>
        <dd>
          <Link {...toRooms({})}>
            {t('roomsOf', { count: sums.rooms, area: showNumber(sums.areaM2, 0) })}
          </Link>
        </dd>
      </div>
    </dl>
  )
}
