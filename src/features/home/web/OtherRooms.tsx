import { Link } from '@tanstack/react-router'
import { roomsInBar } from '../../../web/frame/BottomBar.tsx'
import { useWords } from '../../../web/i18n/index.ts'
import { useRooms } from '../../../web/rooms.tsx'

/** On a phone: the rooms that its bar has no place for. */
export function OtherRooms() {
  const t = useWords('home')
  const { menu } = useRooms()
  const inBar = roomsInBar(menu)
  const others = menu.filter((room) => !inBar.includes(room))
  if (others.length === 0) return null
  return (
    <nav className="zt-other-rooms" aria-label={t('otherRooms')}>
      {others.map((room) => (
        <Link key={room.key} to={room.path}>
          {t(room.words)}
        </Link>
      ))}
    </nav>
  )
}
