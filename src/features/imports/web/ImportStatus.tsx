import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import './import-status.css'

const shapes: Record<LedgerImport['status'], string> = {
  read: '○',
  checked: '◐',
  applied: '●',
  undone: '↶',
  discarded: '×',
}

/** How far an import has come: a shape and a word. */
export function ImportStatus({ status }: { status: LedgerImport['status'] }) {
  const t = useWords('imports')
  return (
    <span className="zt-import-status" data-status={status}>
      <span aria-hidden="true">{shapes[status]}</span>
      {t(`status.${status}`)}
    </span>
  )
}
