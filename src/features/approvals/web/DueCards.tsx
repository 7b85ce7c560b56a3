import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { DueApproval } from '../contract.ts'
import { DueMark } from './DueMark.tsx'
import { type DueRowsProps, toProject } from './DueTable.tsx'
import { itemWords } from './item-words.ts'

/** The same rows for a phone, and for a short list. */
export function DueCards({ items, corpsName }: DueRowsProps) {
  const t = useWords('approvals')
  const { language } = useLanguage()
  const days = ({ left, dueOn }: DueApproval) => {
    if (left === null) return ''
    if (left < 0) return t('over', { count: -left })
    return left === 0 && dueOn !== null ? t('leftToday') : t('left', { count: left })
  }
  return (
    <ul className="zt-due-cards">
      {items.map((row) => (
        <li key={row.id}>
          <Link {...toProject(row)}>
            <span className="zt-due-cards-name">{row.projectName}</span>
            <DueMark state={row.due} />
            <span>
              {itemWords(row, language).name} <span className="zt-quiet">{corpsName(row.corpsId)}</span>
            </span>
            <span className="zt-number zt-quiet">{days(row)}</span>
            {row.stopReason && (
              <span className="zt-due-cards-reason">
                {t('because', {
                  turn: t(row.turn === 'review' ? 'turnReview' : 'turnOwner'),
                  reason: row.stopReason,
                })}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
