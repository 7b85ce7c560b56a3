import { useWords } from '../../../web/i18n/index.ts'
import { LinkTabs } from '../../../web/ui/index.ts'

/** The two charts of a project: when, and what it needs for it. */
export function ChartTabs() {
  const t = useWords('charts')
  return (
    <LinkTabs
      label={t('room')}
      items={[
        { path: '/chart', label: t('battle') },
        { path: '/chart/support', label: t('support') },
      ]}
    />
  )
}
