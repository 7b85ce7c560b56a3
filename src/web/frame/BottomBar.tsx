import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/index.ts'
import type { MenuEntry } from '../pages.ts'
import { useRooms } from '../rooms.tsx'
import './bottom-bar.css'

const places = 4
/** The first rooms and always the last, the settings: language and theme are there. The others are linked from today's page. */
const shownOf = <T,>(rooms: readonly T[]): readonly T[] =>
  rooms.length > places ? [...rooms.slice(0, places - 1), ...rooms.slice(-1)] : rooms

export const roomsInBar = (menu: readonly MenuEntry[]) => shownOf(menu.filter((room) => !room.deskOnly))

/** The phone's way around: four rooms under the thumb. */
export function BottomBar() {
  const t = useWords('frame')
  const { menu } = useRooms()
  return (
    <nav className="zt-bottom-bar" aria-label={t('rooms')}>
      {roomsInBar(menu).map((room) => (
        <Link
          key={room.key}
          to={room.path}
          activeOptions={{ exact: room.path === '/', includeSearch: false }}
        >
          <room.icon />
          <span>{t(room.words)}</span>
        </Link>
      ))}
    </nav>
  )
}
