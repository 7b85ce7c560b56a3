import { Link } from '@tanstack/react-router'
import { showWhen } from '../../../shared/when.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { itemWords } from '../../approvals/web/item-words.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import { milestoneWords } from '../../projects/stages.ts'
import type { LateItem } from '../contract.ts'

/** What is late, one line each; whose corps it is where they are of several. */
export function LateRows({ items, withCorps }: { items: readonly LateItem[]; withCorps: boolean }) {
  const unitName = useUnitNames()
  return (
    <ul>
      {items.map((item) => (
        <li key={`${item.projectId} ${item.approval?.name}`}>
          <Link
            to={`/projects/${item.projectId}`}
            search={(item.kind === 'approval' ? { tab: 'approvals' } : {}) as never}
          >
            <span className="zt-home-name">{item.projectName}</span>
            <span className="zt-late zt-home-when">
              <LateDays item={item} />
            </span>
            <span className="zt-home-text">
              <LateWhat item={item} />
              {withCorps && <span className="zt-quiet">{unitName(item.corpsId)}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LateDays({ item: { kind, days } }: { item: LateItem }) {
  const t = useWords('home')
  return <span>■ {t(kind === 'approval' ? 'lateWorkdays' : 'ownDaysLate', { count: days })}</span>
}

function LateWhat({ item: { milestone, approval, due, others } }: { item: LateItem }) {
  const t = useWords('home')
  const { language } = useLanguage()
  const what = milestone
    ? milestoneWords[milestone][language]
    : approval && itemWords({ ...approval, authority: null }, language).name
  return (
    <>
      <span>
        {what} {due !== null && showWhen(due, language)}
      </span>
      {others > 0 && <span className="zt-quiet">{t('lateOthers', { count: others })}</span>}
    </>
  )
}
