import { useWords } from '../../../web/i18n/index.ts'
import type { ImportTable } from '../contract.ts'
import { importsTexts } from './texts.ts'

const kindOf = (kind: string) => (Object.hasOwn(importsTexts.zh.table.asideKind, kind) ? kind : 'other')

/** Rows that are no projects, with their kind and text, to be seen when asked for. */
export function AsideRows({ rows }: { rows: ImportTable['aside'] }) {
  const t = useWords('imports')
  const byKind = Map.groupBy(rows, ({ kind }) => kindOf(kind))
  const kinds = [...byKind]
    .map(([kind, list]) => `${t(`table.asideKind.${kind}`)} ${list.length}`)
    .join(' · ')
  return (
    <details className="zt-aside-rows">
      <summary>{t('table.aside', { count: rows.length, kinds })}</summary>
      <table>
        <tbody>
          {rows.map(({ row, kind, text }) => (
            <tr key={row}>
              <td className="zt-quiet">{t('table.asideRow', { row })}</td>
              <td>{t(`table.asideKind.${kindOf(kind)}`)}</td>
              <td className="zt-received">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
