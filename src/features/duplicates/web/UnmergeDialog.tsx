import { useWords } from '../../../web/i18n/index.ts'
import { TakeBackDialog } from '../../imports/web/TakeBackDialog.tsx'
import type { Merge } from '../contract.ts'
import { useUnmerge, useUnmergePreview } from './use-duplicates.ts'

export function UnmergeDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const t = useWords('duplicates')
  return (
    <TakeBackDialog
      title={t('undo.title', { kept: merge.keptName, lost: merge.lostName })}
      words="duplicates:undo"
      tables={[]}
      preview={useUnmergePreview(merge.id)}
      act={useUnmerge(merge.id)}
      onClose={onClose}
    />
  )
}
