import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { LoadingBar, SidePanel } from '../../../web/ui/index.ts'
import { Illustrative } from './Illustrative.tsx'
import { projectQuery } from './ledger-fetch.ts'
import { useNeighbours } from './Neighbours.tsx'
import { ProjectProblem } from './ProjectProblem.tsx'
import { ProjectSheet } from './ProjectSheet.tsx'
import { rowValue } from './row-value.ts'

/** A project beside the list it was opened from. */
export function ProjectPanel() {
  const t = useWords('projects')
  const { params } = useAddress()
  const neighbours = useNeighbours()
  const id = params['projectId'] ?? ''
  const answer = useQuery(projectQuery(id))
  const project = answer.data
  if (!neighbours) return null
  return (
    <SidePanel
      label={t('project')}
      title={
        <span className="zt-project-title">
          {project && rowValue(project.row, 'name')}
          {project?.row['provenance'] === 'illustrative' && <Illustrative />}
        </span>
      }
      fullPage={`/projects/${id}`}
      onPrevious={neighbours.step(id, -1)}
      onNext={neighbours.step(id, 1)}
      onClose={neighbours.close}
    >
      {project ? (
        <ProjectSheet key={id} project={project} />
      ) : answer.isError ? (
        <ProjectProblem error={answer.error} retry={() => void answer.refetch()} />
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}
