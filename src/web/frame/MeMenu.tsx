import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { roleWords } from '../../features/organisation/web/role-words.ts'
import { useWords } from '../i18n/index.ts'
import { useSession } from '../session.tsx'
import { Button, PersonIcon } from '../ui/index.ts'

/** The person, the posts their rights come from, and the way out. */
export function MeMenu() {
  const t = useWords('frame')
  const { me, signOut } = useSession()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    function onPointer(event: PointerEvent) {
      if (!place.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', onPointer)
    return () => removeEventListener('pointerdown', onPointer)
  }, [open])

  function go(path: string) {
    setOpen(false)
    void navigate({ to: path })
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the menu from anywhere inside it
    <div className="zt-me" ref={place} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <Button
        kind="quiet"
        aria-expanded={open}
        aria-controls="me-menu"
        aria-label={`${t('me')} ${me.member.name}`}
        onClick={() => setOpen(!open)}
      >
        <PersonIcon />
        <span className="zt-me-name">{me.member.name}</span>
      </Button>
      {open && (
        <div id="me-menu" className="zt-me-menu">
          <p className="zt-me-who">
            {me.member.name} <span className="zt-quiet">{me.member.login}</span>
          </p>
          <ul className="zt-me-posts">
            {me.posts.length === 0 && <li>{t('noPost')}</li>}
            {me.posts.map((post) => (
              <li key={`${post.unitId} ${post.role}`}>
                {t('post', { unit: post.unit, role: t(roleWords(post.role)) })}
              </li>
            ))}
          </ul>
          <Button kind="quiet" onClick={() => go('/settings')}>
            {t('changePassword')}
          </Button>
          <Button kind="quiet" onClick={() => void signOut()}>
            {t('signOut')}
          </Button>
        </div>
      )}
    </div>
  )
}
