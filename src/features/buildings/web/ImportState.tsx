import { useWords } from '../../../web/i18n/index.ts'
import type { BuildingImport } from '../import-contract.ts'
import '../../imports/web/import-status.css'

const shapes: Record<BuildingImport['status'], string> = {
  read: '○',
  applied: '●',
  undone: '↶',
  discarded: '×',
}

/** How far an import has come: a shape and a word. */
export function ImportState({ status }: { status: BuildingImport['status'] }) {
  const t = useWords('buildingImports')
  return (
    <span className="zt-import-status" data-status={status}>
      <span aria-hidden="true">{shapes[status]}</span>
      {t(`status.${status}`)}
    </span>
  )
}
