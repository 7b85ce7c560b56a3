import { useWords } from '../../../web/i18n/index.ts'
import './import-status.css'

const shapes = { read: '○', applied: '●', undone: '↶', discarded: '×' }
export type FileState = keyof typeof shapes

/** How far a file that was brought has come, in the words of its room: a shape and a word. */
export function FileStatus({ words, status }: { words: string; status: FileState }) {
  const t = useWords(words)
  return (
    <span className="zt-import-status" data-status={status}>
      <span aria-hidden="true">{shapes[status]}</span>
      {t(`status.${status}`)}
    </span>
  )
}
