import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../i18n/index.ts'
import { useMe } from '../session.tsx'
import { useTheme } from '../theme/index.ts'
import { Button, LanguageIcon, MoonIcon, SunIcon } from '../ui/index.ts'
import { MeMenu } from './MeMenu.tsx'
import { Search } from './Search.tsx'
import './top-bar.css'

export function TopBar() {
  const t = useWords('frame')
  const { zone } = useMe()
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
      <Search />
      <LanguageButton />
      <ThemeButton />
      <MeMenu />
    </header>
  )
}

export function LanguageButton() {
  const t = useWords('frame')
  const { language, setLanguage } = useLanguage()
  return (
    <Button
      kind="quiet"
      className="zt-language"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
    >
      <LanguageIcon />
      {t('otherLanguage')}
    </Button>
  )
}

export function ThemeButton() {
  const t = useWords('frame')
  const { theme, setTheme } = useTheme()
  const words = t(theme === 'dark' ? 'toLight' : 'toDark')
  return (
    <Button
      kind="icon"
      onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      aria-label={words}
      title={words}
    >
      {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </Button>
  )
}
