import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { LinkTabs, Page, RefusedState } from '../../../web/ui/index.ts'
import './duplicates.css'

/** The three lists: pairs to look at, those merged, those said to be two. */
export function DuplicatesFrame({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  const t = useWords('duplicates')
  const may = useMay()
  const tabs = (
    <LinkTabs
      label={t('title')}
      items={[
        { path: '/ledger/duplicates', label: t('tab.queue') },
        { path: '/ledger/duplicates/merged', label: t('tab.merged') },
        { path: '/ledger/duplicates/apart', label: t('tab.apart') },
      ]}
    />
  )
  if (!may('duplicate:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('title')} aside={aside} tabs={tabs}>
      {children}
    </Page>
  )
}
