import { Link } from '@tanstack/react-router'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Counts } from '../contract.ts'
import { showSize } from './accepted-file.ts'
import { ImportStatus } from './ImportStatus.tsx'
import type { ImportLine } from './useImports.ts'

/** One line per import; on a telephone the same facts as a block. */
export function ImportTable({ items }: { items: readonly ImportLine[] }) {
  const t = useWords('imports')
  return (
    <table className="zt-import-table">
      <thead>
        <tr>
          {(['file', 'status', 'counts', 'period', 'by', 'at'] as const).map((key) => (
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
              <Link to="/imports/$importId" params={{ importId: item.id }}>
                {item.fileName}
              </Link>
              <span className="zt-quiet"> {showSize(item.fileSize)}</span>
            </td>
            <td className="zt-import-state">
              <ImportStatus status={item.status} counts={item.counts} />
              <LaterActs item={item} />
            </td>
            <td className="zt-import-result">
              {item.counts ? (
                <CountsText counts={item.counts} />
              ) : (
                <span className="zt-quiet">{t('list.notChecked')}</span>
              )}
            </td>
            <td className="zt-import-period">{item.period}</td>
            <td className="zt-import-by">{item.createdBy}</td>
            <td className="zt-import-at">{showTime(item.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who applied and who undid it, where that is more than the upload's own line says. */
function LaterActs({ item }: { item: ImportLine }) {
  const t = useWords('imports')
  if (item.undoneAt)
    return (
      <span className="zt-quiet">
        {t('list.undone', { by: item.undoneBy ?? '', at: showTime(item.undoneAt) })}
      </span>
    )
  if (item.appliedAt)
    return (
      <span className="zt-quiet">
        {t('list.applied', { by: item.appliedBy ?? '', at: showTime(item.appliedAt) })}
      </span>
    )
  return null
}

const shown = ['new', 'changed', 'doubt', 'unchanged', 'skipped'] as const

function CountsText({ counts }: { counts: Counts }) {
  const t = useWords('imports')
  const parts = shown.filter((verdict) => counts[verdict] > 0)
  return (
    <>
      {parts.map((verdict) => (
        <span key={verdict} className="zt-import-count" data-verdict={verdict}>
          {t(`verdict.${verdict}`)} <b>{counts[verdict]}</b>
        </span>
      ))}
      {parts.length === 0 && <span className="zt-quiet">{t('list.nothing')}</span>}
      {counts.questions > 0 && (
        <span className="zt-import-count">{t('list.questions', { count: counts.questions })}</span>
      )}
    </>
  )
}
