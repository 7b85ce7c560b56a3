import { useWords } from '../../../web/i18n/index.ts'
import { Page } from '../../../web/ui/index.ts'

export function AccountPage() {
  const t = useWords('accounts')
  return <Page title={t('settings')}>{null}</Page>
}
