import { useWords } from '../../../web/i18n/index.ts'
import { LinkTabs } from '../../../web/ui/index.ts'

/** The room 空间: land, buildings, and their rooms. */
export function SpaceTabs() {
  const t = useWords('buildings')
  return (
    <LinkTabs
      label={t('tabs.label')}
      items={[
        { path: '/space', label: t('tabs.parcels') },
        { path: '/space/buildings', label: t('tabs.buildings') },
        { path: '/space/rooms', label: t('tabs.rooms') },
      ]}
    />
  )
}
