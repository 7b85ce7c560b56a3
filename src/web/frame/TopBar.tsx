import { Link } from '@tanstack/react-router'
import { useWords } from '../i18n/index.ts'
import { useMay, useMe } from '../session.tsx'
import { AsOfButton } from './AsOf.tsx'
import { MeMenu } from './MeMenu.tsx'
import { Search } from './Search.tsx'
import { LanguageButton, ThemeButton } from './switches.tsx'
import './top-bar.css'

export function TopBar() {
  const t = useWords('frame')
  const { zone } = useMe()
  const may = useMay()
  return (
    <header className="zt-top-bar">
      <Link to="/" className="zt-top-zone">
        <strong>{t('product')}</strong>
        <span className="zt-top-zone-name">{zone.name}</span>
        {zone.sample && (
          <span className="zt-sample" title={t('sampleHint')}>
            {t('sample')}
          </span>
        )}
      </Link>
      {may('project:read') ? <Search /> : <span className="zt-top-gap" />}
      <AsOfButton />
      <div className="zt-top-switches">
        <LanguageButton />
        <ThemeButton />
      </div>
      <MeMenu />
    </header>
  )
}
