import { useLanguage, useWords } from '../i18n/index.ts'
import { useTheme } from '../theme/index.ts'
import { Button, LanguageIcon, MoonIcon, SunIcon } from '../ui/index.ts'

/** Names the other language in that language, so that nobody is lost in a foreign one. */
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
