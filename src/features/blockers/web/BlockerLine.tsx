import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { LevelMark } from './LevelMark.tsx'
import { useProjectBlockers } from './use-blockers.ts'
import './blocker-line.css'

/** What stands in a project's way, in one line: the highest of its open blockers, which opens its tab. */
export function BlockerLine({ projectId }: { projectId: string }) {
  const t = useWords('blockers')
  const { data } = useProjectBlockers(projectId)
  if (!data) return null
  const open = data.items.filter(({ state }) => state === 'open')
  const [highest] = open
  if (!highest) return <span className="zt-quiet">{t('headNone')}</span>
  const toTab = (before: object) => ({ ...before, tab: 'blockers', blocker: highest.id })
  return (
    <Link to="." search={toTab as never} className="zt-blocker-line">
      <LevelMark level={highest.level} />
      <b>{highest.title}</b>
      <span className={highest.late ? 'zt-late' : undefined}>
        {highest.late && <span aria-hidden="true">■ </span>}
        {highest.late ? t('late') : t('daysOpen', { count: highest.daysOpen })}
      </span>
      {open.length > 1 && <span className="zt-quiet">{t('headMore', { count: open.length - 1 })}</span>}
    </Link>
  )
}
