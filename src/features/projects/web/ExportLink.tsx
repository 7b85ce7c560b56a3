import { api } from '../../../web/api.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { askOf } from './ledger-query.ts'
import type { LedgerState } from './ledger-state.ts'

/** A plain link, so that the browser streams the file to disk: exactly the rows and columns in view, in their order. */
export function ExportLink({ state, total }: { state: LedgerState; total: number | undefined }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const { by: _, ...ask } = askOf(state)
  const frozenFirst = [
    ...state.columns.filter(({ frozen }) => frozen),
    ...state.columns.filter(({ frozen }) => !frozen),
  ]
  const columns = frozenFirst.map(({ key }) => key).join(',')
  return (
    <a
      className="zt-button zt-button-plain zt-export"
      href={api.address('/ledger/export.xlsx', { ...ask, columns, language })}
      download
      title={t('exportHint', { count: total ?? 0, columns: state.columns.length })}
    >
      {t('export')}
    </a>
  )
}
