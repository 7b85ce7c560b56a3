import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Day, Month } from '../../../shared/days.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState, ErrorState, LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { FieldHistory } from '../../history/web/FieldHistory.tsx'
import { Edits } from '../../projects/web/Edits.tsx'
import { mayEdit } from '../../projects/web/ledger-columns.tsx'
import { projectQuery } from '../../projects/web/ledger-fetch.ts'
import { rowValue } from '../../projects/web/row-value.ts'
import type { ChartRow } from '../contract.ts'
import { MilestoneDates } from './MilestoneDates.tsx'
import { TaskForm } from './TaskForm.tsx'
import { refreshCharts } from './use-battle.ts'

type Props = {
  projectId: string
  month: Month
  today: Day
  /** Undefined where the chart beside it does not show the project or the month. */
  row: ChartRow | undefined
  onClose: () => void
}

/** A cell whole: its task with the day it was done, and the project's milestones, of which plan and forecast are moved here. */
export function CellPanel({ projectId, month, today, row, onClose }: Props) {
  const t = useWords('charts')
  const client = useQueryClient()
  const { data: project, error, refetch, dataUpdatedAt } = useQuery(projectQuery(projectId))
  const revision = project ? JSON.stringify(project.row) : ''
  // A plan or forecast that was moved stands elsewhere in the chart.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the project is another
  useEffect(() => {
    if (revision) refreshCharts(client)
  }, [revision, dataUpdatedAt > 0])
  const name = project ? (rowValue(project.row, 'name') ?? '') : ''
  return (
    <SidePanel
      title={project ? `${name} · ${month}` : month}
      label={t('cell', { project: name, month })}
      onClose={onClose}
    >
      {error && <ErrorState error={error} retry={() => void refetch()} quiet />}
      {!project && !error && <LoadingBar />}
      {project && (
        <Edits>
          <div className="zt-cell-panel">
            <FieldHistory
              projectId={projectId}
              projectName={name}
              periods={project.periods.map(({ period }) => period)}
            />
            {row ? (
              <TaskForm row={row} month={month} today={today} />
            ) : (
              <EmptyState quiet title={t('notShown')} />
            )}
            {!mayEdit(project.row) && <p className="zt-quiet">{t('readOnly')}</p>}
            <MilestoneDates row={project.row} mayEdit={mayEdit(project.row)} />
            <p>
              <Link to={`/projects/${projectId}`}>{t('toProject')}</Link>
            </p>
          </div>
        </Edits>
      )}
    </SidePanel>
  )
}
