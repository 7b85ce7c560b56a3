import { Link } from '@tanstack/react-router'
import { ApiProblem } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState } from '../../../web/ui/index.ts'

/** Instead of a project: that there is none of this address, or why it could not be read. */
export function ProjectProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords('projects')
  if (error instanceof ApiProblem && error.status === 404)
    return (
      <EmptyState title={t('missing')} action={<Link to="/ledger">{t('toLedger')}</Link>}>
        {t('missingText')}
      </EmptyState>
    )
  return <ErrorState error={error} retry={retry} />
}
