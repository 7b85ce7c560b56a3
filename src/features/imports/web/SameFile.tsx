import { Link } from '@tanstack/react-router'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import { useImport } from './useImports.ts'

/** Said before anything else: this very file is already in the ledger. */
export function SameFile({ ledgerImport: { sameFileAs, status } }: { ledgerImport: LedgerImport }) {
  const t = useWords('imports')
  const { data } = useImport(sameFileAs ?? undefined)
  if (sameFileAs === null || (status !== 'read' && status !== 'checked')) return null
  return (
    <p className="zt-notice" data-severity="warning">
      <span aria-hidden="true">▲</span>
      <span>
        {data?.appliedAt
          ? t('page.same', { by: data.appliedBy ?? '', at: showTime(data.appliedAt) })
          : t('page.sameUnknown')}{' '}
        <Link to="/imports/$importId" params={{ importId: sameFileAs }}>
          {t('page.sameLink')}
        </Link>
      </span>
    </p>
  )
}
