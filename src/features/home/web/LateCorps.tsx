import { Link } from '@tanstack/react-router'
import { showNumber } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useUnitNames } from '../../organisation/web/use-unit-names.ts'
import type { Late } from '../contract.ts'

/** How much is late in each corps; each opens its own. */
export function LateCorps({ byCorps, chosen }: Pick<Late, 'byCorps'> & { chosen: string | undefined }) {
  const t = useWords('home')
  const unitName = useUnitNames()
  const most = [...byCorps].sort((a, b) => b.projects + b.approvals - a.projects - a.approvals)
  return (
    <p className="zt-home-corps">
      {most.map(({ corpsId, projects, approvals }) => {
        const key = corpsId ?? 'none'
        return (
          <Link
            key={key}
            to="/late"
            search={{ corps: key === chosen ? undefined : key } as never}
            aria-current={key === chosen ? 'true' : undefined}
          >
            {corpsId === null ? t('noCorps') : unitName(corpsId)} {showNumber(projects + approvals)}
          </Link>
        )
      })}
    </p>
  )
}
