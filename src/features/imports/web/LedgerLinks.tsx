import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { ledgerLink } from '../../projects/web/ledger-state.ts'
import type { ImportRow, LedgerImport } from '../contract.ts'
import { conditionOf } from './rows-in-ledger.ts'
import { importKeys } from './useImports.ts'

/** Into the ledger, filtered to what this import brought. */
export function LedgerLinks({ ledgerImport }: { ledgerImport: LedgerImport }) {
  const t = useWords('imports')
  const { id, counts } = ledgerImport
  return (
    <p className="zt-ledger-links">
      <RowsLink id={id} verdict="new" n={counts?.new ?? 0} words="apply.seeNew" />
      <RowsLink id={id} verdict="changed" n={counts?.changed ?? 0} words="apply.seeChanged" />
      <Link to="/ledger">{t('apply.seeLedger')}</Link>
    </p>
  )
}

/** More names than this would not fit into an address. */
const mostRows = 200

function RowsLink({
  id,
  verdict,
  n,
  words,
}: {
  id: string
  verdict: 'new' | 'changed'
  n: number
  words: string
}) {
  const t = useWords('imports')
  const { data } = useQuery({
    queryKey: [...importKeys.rows(id), 'links', verdict],
    queryFn: () => api.get<{ items: ImportRow[] }>(`/imports/${id}/rows`, { verdict, limit: mostRows }),
    enabled: n > 0 && n <= mostRows,
  })
  const condition = data && conditionOf(data.items)
  if (n === 0 || !condition) return null
  return <Link to={ledgerLink({ where: [condition] })}>{t(words, { count: n })}</Link>
}
