import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { useRooms } from '../rooms.tsx'
import { CollapseIcon } from '../ui/index.ts'
import './rail.css'

const storageKey = 'zt-rail'

/** The rooms; narrow, each keeps its word under its icon. */
export function Rail() {
  const t = useWords('frame')
  const { menu } = useRooms()
  const [narrow, setNarrow] = useState(() => localStorage.getItem(storageKey) === 'narrow')

  function toggle() {
    localStorage.setItem(storageKey, narrow ? 'wide' : 'narrow')
    setNarrow(!narrow)
  }

  return (
    <nav className="zt-rail" data-narrow={narrow || undefined} aria-label={t('rooms')}>
      <ul>
        {menu.map((room) => (
          <li key={room.key}>
            <Link
              to={room.path}
              activeOptions={{ exact: room.path === '/', includeSearch: false }}
              className="zt-rail-room"
            >
              <room.icon />
              <span>{t(room.words)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <button type="button" className="zt-rail-room zt-rail-toggle" onClick={toggle} aria-expanded={!narrow}>
        <CollapseIcon />
        <span>{t(narrow ? 'expand' : 'collapse')}</span>
      </button>
    </nav>
  )
}
