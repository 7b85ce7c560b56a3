import { Link } from '@tanstack/react-router'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { UnitGoals } from '../../goals/web/UnitGoals.tsx'
import { TerritorySection } from '../../territories/web/TerritorySection.tsx'
import type { Unit } from '../contract.ts'
import { roleWords } from './role-words.ts'
import { useHoldings } from './use-reorganisations.ts'

type HoldingsPanelProps = { unit: Unit; on: string | undefined; day: string; onClose: () => void }

/** The areas, goals, people and projects of a unit on a day: the rows behind its counts. */
export function HoldingsPanel({ unit, on, day, onClose }: HoldingsPanelProps) {
  const t = useWords('reorganisation')
  const { data, error, isPending, refetch } = useHoldings(unit.id, on)
  const title = t('holdings', { unit: unit.name, day })
  return (
    <SidePanel title={title} label={title} onClose={onClose}>
      {isPending && <LoadingBar />}
      {error && <ErrorState error={error} retry={() => void refetch()} quiet />}
      {data && (
        <div className="zt-holdings">
          <TerritorySection unit={unit} territories={data.territories} day={day} />
          {data.goals && <UnitGoals goals={data.goals} />}
          <h3>
            {t('people')} {data.posts.length}
          </h3>
          {data.posts.length === 0 && <EmptyState quiet title={t('noPosts')} />}
          <ul>
            {data.posts.map((post) => (
              <li key={post.id}>
                {post.member} <span className="zt-quiet">{t(roleWords(post.role))}</span>{' '}
                <span className="zt-quiet">
                  {post.toOn
                    ? t('organisation:span', { from: post.fromOn, to: post.toOn })
                    : t('organisation:since', { from: post.fromOn })}
                </span>
              </li>
            ))}
          </ul>
          <h3>
            {t('projects')} {data.projects?.length}
          </h3>
          {!data.projects && <EmptyState quiet title={t('projectsHidden')} />}
          {data.projects?.length === 0 && <EmptyState quiet title={t('noProjects')} />}
          <ul>
            {data.projects?.map((project) => (
              <li key={project.id}>
                <Link to={`/ledger/${project.id}`}>{project.name}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </SidePanel>
  )
}
