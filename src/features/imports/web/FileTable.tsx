import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { showSize } from './accepted-file.ts'
import { type FileState, FileStatus } from './FileStatus.tsx'
import './list.css'

export type FileLine = {
  id: string
  fileName: string
  fileSize: number
  status: FileState
  createdBy: string | null
  createdAt: string
  appliedAt: string | null
  undoneAt: string | null
}
type FileTableProps<T> = {
  /** The namespace of the room’s texts: `list.file`, `list.applied`, `status.read` … */
  words: string
  items: readonly T[]
  addressOf: (id: string) => string
  /** What came of it. */
  outcome: (item: T) => ReactNode
}

/** Files that were brought, a line each; on a telephone the same facts as a block. */
export function FileTable<T extends FileLine>({ words, items, addressOf, outcome }: FileTableProps<T>) {
  const t = useWords(words)
  return (
    <table className="zt-import-table">
      <thead>
        <tr>
          {(['file', 'status', 'counts', 'by', 'at'] as const).map((key) => (
            <th key={key} scope="col">
              {t(`list.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} data-status={item.status}>
            <td className="zt-import-file">
              <Link to={addressOf(item.id)}>{item.fileName}</Link>
              <span className="zt-quiet"> {showSize(item.fileSize)}</span>
            </td>
            <td className="zt-import-state">
              <FileStatus words={words} status={item.status} />
              <LaterAct words={words} item={item} />
            </td>
            <td className="zt-import-result">{outcome(item)}</td>
            <td className="zt-import-by">{item.createdBy}</td>
            <td className="zt-import-at">{showTime(item.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LaterAct({ words, item: { appliedAt, undoneAt } }: { words: string; item: FileLine }) {
  const t = useWords(words)
  const at = undoneAt ?? appliedAt
  if (!at) return null
  return (
    <span className="zt-quiet">{t(undoneAt ? 'list.undone' : 'list.applied', { at: showTime(at) })}</span>
  )
}

type VerdictCountsProps<V extends string> = {
  words: string
  verdicts: readonly V[]
  counts: Readonly<Record<V, number>>
}
/** How many rows of each verdict; of none, nothing. */
export function VerdictCounts<V extends string>({ words, verdicts, counts }: VerdictCountsProps<V>) {
  const t = useWords(words)
  return verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => (
      <span key={verdict} className="zt-import-count">
        {t(`verdict.${verdict}`)} <b>{counts[verdict]}</b>
      </span>
    ))
}
