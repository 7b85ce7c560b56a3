import { useWords } from '../../../web/i18n/index.ts'
import type { ParcelImport } from '../import-contract.ts'
import '../../imports/web/import-status.css'

const shapes: Record<ParcelImport['status'], string> = {
  read: '○',
  applied: '●',
  undone: '↶',
  discarded: '×',
}

/** How far an import of parcels has come: a shape and a word. */
export function ParcelImportStatus({ status }: { status: ParcelImport['status'] }) {
  const t = useWords('parcelImports')
  return (
    <span className="zt-import-status" data-status={status}>
      <span aria-hidden="true">{shapes[status]}</span>
      {t(`status.${status}`)}
    </span>
  )
}
