import { Link } from '@tanstack/react-router'
import { nothing } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { partWords } from '../chains.ts'
import type { DueApproval } from '../contract.ts'
import { DueMark } from './DueMark.tsx'
import { itemWords } from './item-words.ts'

export type DueRowsProps = { items: readonly DueApproval[]; corpsName: (id: string | null) => string }

export const toProject = (row: DueApproval) => ({
  to: `/projects/${row.projectId}`,
  search: { tab: 'approvals' } as never,
})

export function DueTable({ items, corpsName }: DueRowsProps) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  const binding = ({ by }: DueApproval) =>
    by === null ? '' : by === 'own' ? t('bindOwn') : partWords[by][language]
  return (
    <div className="zt-due-place">
      <table className="zt-due-table">
        <thead>
          <tr>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('project')}</th>
            <th scope="col">{t('corps')}</th>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('authority')}</th>
            <th scope="col">{t('acceptedOn')}</th>
            <th scope="col" className="zt-number">
              {t('daysLeft')} <span className="zt-quiet">{t('days')}</span>
            </th>
            <th scope="col">{t('due')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => {
            const words = itemWords(row, language)
            return (
              <tr key={row.id}>
                <td>
                  <DueMark state={row.due} />
                </td>
                <th scope="row">
                  <Link {...toProject(row)}>{row.projectName}</Link>
                </th>
                <td>{corpsName(row.corpsId)}</td>
                <td>
                  {words.name}
                  {row.stopReason && (
                    <span className="zt-due-reason">
                      {t('because', {
                        turn: t(row.turn === 'review' ? 'turnReview' : 'turnOwner'),
                        reason: row.stopReason,
                      })}
                    </span>
                  )}
                </td>
                <td>{words.authority ?? nothing}</td>
                <td>{row.acceptedOn}</td>
                <td className="zt-number">
                  <span data-over={(row.left ?? 0) < 0 || undefined}>{row.left ?? nothing}</span>
                  {row.limit !== null && (
                    <span className="zt-due-by">
                      {binding(row)} {row.limit}
                    </span>
                  )}
                </td>
                <td>{row.dueOn ?? nothing}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
