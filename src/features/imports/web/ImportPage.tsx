import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { ApiProblem } from '../../../web/api.ts'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, Page } from '../../../web/ui/index.ts'
import type { LedgerImport } from '../contract.ts'
import { showSize } from './accepted-file.ts'
import { useApplying } from './applying.ts'
import { DiscardButton } from './DiscardButton.tsx'
import { ImportStatus } from './ImportStatus.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import { useDiscard, useImport } from './useImports.ts'
import './step.css'

/** One workbook on its way into the ledger: read, check, apply, on one page. */
export function ImportPage() {
  const t = useWords('imports')
  const id = useAddress().params['importId']
  const { data, error, refetch } = useImport(id)
  if (data)
    return (
      <Page
        title={data.fileName}
        aside={<Facts ledgerImport={data} />}
        actions={<Discard ledgerImport={data} />}
      >
        <ImportSteps key={data.id} ledgerImport={data} />
      </Page>
    )
  return (
    <Page title={t('title')}>
      {!error && <LoadingBar />}
      {error instanceof ApiProblem && error.status === 404 ? (
        <EmptyState title={t('page.missing')} action={<Link to="/imports">{t('page.toList')}</Link>}>
          {t('page.missingText')}
        </EmptyState>
      ) : (
        error && <ErrorState error={error} retry={() => void refetch()} />
      )}
    </Page>
  )
}

function Facts({
  ledgerImport: { status, counts, createdBy, createdAt, fileSize },
}: {
  ledgerImport: LedgerImport
}) {
  const t = useWords('imports')
  return (
    <>
      <ImportStatus status={status} counts={counts} />
      <span>{t('page.created', { by: createdBy, at: showTime(createdAt) })}</span>
      <span>{showSize(fileSize)}</span>
      <Link to="/imports">{t('page.back')}</Link>
    </>
  )
}

function Discard({ ledgerImport }: { ledgerImport: LedgerImport }) {
  const t = useWords('imports')
  const discard = useDiscard(ledgerImport.id)
  const { run } = useApplying(ledgerImport.id)
  const open = ledgerImport.status === 'read' || ledgerImport.status === 'checked'
  if (!open || run?.state === 'running' || !ledgerImport.abilities.includes('discard')) return null
  return <DiscardButton ask={t('page.discardAsk')} discard={discard} to="/imports" />
}
