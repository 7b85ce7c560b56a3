import { useWords } from '../../../web/i18n/index.ts'
import { Page } from '../../../web/ui/index.ts'

export function PeoplePage() {
  const t = useWords('organisation')
  return <Page title={t('people')}>{null}</Page>
}
