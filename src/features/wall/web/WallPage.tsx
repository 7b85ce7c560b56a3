import { Link } from '@tanstack/react-router'
import { useLayoutEffect } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay, useMe, useSession } from '../../../web/session.tsx'
import { useTheme, wearTheme } from '../../../web/theme/index.ts'
import { Button, Page, RefusedState, useTitle } from '../../../web/ui/index.ts'
import { usePhone } from '../../../web/use-phone.ts'
import { WallRoom } from './WallRoom.tsx'
import './wall.css'

/** The wall 大屏: the zone in scenes, one after the other, for a screen that nobody touches. */
export function WallPage() {
  const t = useWords('wall')
  const may = useMay()
  const { wall } = useMe()
  const isPhone = usePhone()
  useTitle(t('room'))
  if (!may('parcel:read') || !may('project:read'))
    return (
      <main id="main" tabIndex={-1}>
        <Page title={t('room')}>
          <RefusedState />
        </Page>
      </main>
    )
  if (isPhone) return <TooSmall />
  // Another session has another line to the server.
  return <Dark key={wall ? 'wall' : 'person'} />
}

/** Whatever the person chose for their desk: a bright wall blinds a dim room. */
function Dark() {
  const { theme } = useTheme()
  useLayoutEffect(() => wearTheme('dark'), [])
  return theme === 'dark' ? <WallRoom /> : null
}

function TooSmall() {
  const t = useWords('wall')
  const { me, signOut } = useSession()
  return (
    <main id="main" className="zt-wall-small" tabIndex={-1}>
      <h1>{t('room')}</h1>
      <p>{t('tooSmall')}</p>
      {me.wall ? (
        <Button onClick={() => void signOut()}>{t('leave.act')}</Button>
      ) : (
        <Link to="/map" className="zt-button">
          {t('toMap')}
        </Link>
      )}
    </main>
  )
}
