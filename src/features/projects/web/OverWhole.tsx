import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { LedgerRow } from '../contract.ts'
import { overWholeOf, overWholeWords } from './over-whole.ts'
import './over-whole.css'

/** Beside a part that is larger than its whole. */
export function OverWhole({ row, name }: { row: LedgerRow; name: string }) {
  const t = useWords('projects')
  const { language } = useLanguage()
  const over = overWholeOf(row, name)
  return (
    over && <span className="zt-over-whole">▲ {t('edit.overWhole', overWholeWords(over, language))}</span>
  )
}
