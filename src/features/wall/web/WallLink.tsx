import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { WallIcon } from '../../../web/ui/icons.tsx'
import { fillScreen } from './fill-screen.ts'

/** Puts the zone on the wall: full screen at the press, which is the only moment a browser allows it. */
export function WallLink({ look }: { look: 'icon' | 'words' }) {
  const t = useWords('wall')
  return (
    <Link
      to="/wall"
      className={look === 'icon' ? 'zt-button zt-button-icon' : 'zt-button'}
      aria-label={look === 'icon' ? t('open') : undefined}
      title={t('openHint')}
      onClick={fillScreen}
    >
      <WallIcon />
      {look === 'words' && t('open')}
    </Link>
  )
}
