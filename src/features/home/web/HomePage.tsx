import { useWords } from '../../../web/i18n/index.ts'
import { Page } from '../../../web/ui/index.ts'

export function HomePage() {
  const t = useWords('home')
  return <Page title={t('today')}>{null}</Page>
}
