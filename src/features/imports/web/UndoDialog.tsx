import { useWords } from '../../../web/i18n/index.ts'
import type { LedgerImport } from '../contract.ts'
import { TakeBackDialog } from './TakeBackDialog.tsx'
import { useUndo, useUndoPreview } from './useImports.ts'

export function UndoDialog({ ledgerImport, onClose }: { ledgerImport: LedgerImport; onClose: () => void }) {
  const t = useWords('imports')
  return (
    <TakeBackDialog
      title={t('undo.title', { name: ledgerImport.fileName })}
      words="imports:undo"
      tables={ledgerImport.tables}
      preview={useUndoPreview(ledgerImport.id, true)}
      act={useUndo(ledgerImport.id)}
      onClose={onClose}
    />
  )
}
