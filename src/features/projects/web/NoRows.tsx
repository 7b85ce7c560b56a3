import { Button } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState } from '../../../web/ui/index.ts'
import type { LedgerScreen } from './use-ledger-state.ts'

/** Why the ledger shows nothing, and the way out: fewer conditions, or the first project. */
export function NoRows({ screen, onNew }: { screen: LedgerScreen; onNew: () => void }) {
  const t = useWords('projects')
  const may = useMay()
  const { state, change } = screen
  if (state.q !== '' || state.where.length > 0 || state.within !== null)
    return (
      <EmptyState
        title={t('empty.nothingFits')}
        action={
          <Button onClick={() => change({ q: '', where: [], within: null })}>{t('empty.showAll')}</Button>
        }
      >
        {state.q === '' ? t('empty.loosen') : t('empty.notFound', { q: state.q })}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('empty.title')}
      action={may('project:create') && <Button onClick={onNew}>{t('new.open')}</Button>}
    >
      {may('import:create') ? t('empty.text') : t('empty.textNoImport')}
    </EmptyState>
  )
}
