import { useWords } from '../../../web/i18n/index.ts'
import type { LogEntry } from '../contract.ts'
import { detailWords, subjectWords } from './entry-words.ts'
import { showSecond } from './show-second.ts'

type LogTableProps = {
  entries: readonly LogEntry[]
  open: number | undefined
  onOpen: (entry: LogEntry) => void
}

/** One line per entry; on a telephone the same facts as a block. */
export function LogTable({ entries, open, onOpen }: LogTableProps) {
  const t = useWords('audit')
  return (
    <table className="zt-log-table">
      <thead>
        <tr>
          {(['at', 'person', 'kindLabel', 'what', 'seal'] as const).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.position} aria-current={entry.position === open || undefined}>
            <td className="zt-log-at">
              <button type="button" className="zt-log-open" onClick={() => onOpen(entry)}>
                {showSecond(entry.at)}
              </button>
            </td>
            <td className="zt-log-by">
              {entry.actor?.name ?? (
                <span className="zt-quiet">
                  {t(entry.kind === 'signInFailed' ? 'unknownPerson' : 'noActor')}
                </span>
              )}
            </td>
            <td className="zt-log-what-kind">{t(`kind.${entry.kind}`)}</td>
            <td className="zt-log-what">
              <span className="zt-log-subject">{subjectWords(t, entry)}</span>
              <span className="zt-quiet">{detailWords(t, entry)}</span>
            </td>
            <td className="zt-log-seal">
              {entry.seal === null ? (
                <span className="zt-quiet">{t('notSealed')}</span>
              ) : (
                t('sealed', { number: entry.seal })
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
