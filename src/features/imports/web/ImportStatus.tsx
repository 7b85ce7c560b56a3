import { useWords } from '../../../web/i18n/index.ts'
import type { Counts, LedgerImport } from '../contract.ts'
import { changesNothing } from './changes-nothing.ts'
import './import-status.css'

const shapes: Record<LedgerImport['status'], string> = {
  read: '○',
  checked: '◐',
  applied: '●',
  undone: '↶',
  discarded: '×',
}

/** How far an import has come: a shape and a word. One that changes nothing waits for nobody. */
export function ImportStatus({ status, counts }: { status: LedgerImport['status']; counts: Counts | null }) {
  const t = useWords('imports')
  if (changesNothing({ status, counts }))
    return (
      <span className="zt-import-status" data-status="same">
        <span aria-hidden="true">●</span>
        {t('list.nothing')}
      </span>
    )
  return (
    <span className="zt-import-status" data-status={status}>
      <span aria-hidden="true">{shapes[status]}</span>
      {t(`status.${status}`)}
    </span>
  )
}
