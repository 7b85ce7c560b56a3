import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/index.ts'
import { useRooms } from '../rooms.tsx'
import './bottom-bar.css'

const places = 4

/** The phone's way around: four rooms under the thumb. */
export function BottomBar() {
  const t = useWords('frame')
  const { menu } = useRooms()
  return (
    <nav className="zt-bottom-bar" aria-label={t('rooms')}>
      {menu
        .filter((room) => !room.deskOnly)
        .slice(0, places)
        .map((room) => (
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
