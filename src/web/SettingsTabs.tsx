import { useWords } from './i18n/index.ts'
import { useRooms } from './rooms.tsx'
import { LinkTabs } from './ui/index.ts'

/** The parts of the settings room that this person has; one alone needs no tabs. */
export function SettingsTabs() {
  const t = useWords('frame')
  const { settings } = useRooms()
  if (settings.length < 2) return null
  return (
    <LinkTabs label={t('settings')} items={settings.map(({ path, words }) => ({ path, label: t(words) }))} />
  )
}
