import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { LoadingBar, Page } from '../../../web/ui/index.ts'
import { Edits } from './Edits.tsx'
import { Illustrative } from './Illustrative.tsx'
import { projectQuery } from './ledger-fetch.ts'
import { ProjectProblem } from './ProjectProblem.tsx'
import { ProjectSheet } from './ProjectSheet.tsx'
import { rowValue } from './row-value.ts'

/** A project as a page of its own. */
export function ProjectPage() {
  const t = useWords('projects')
  const { params } = useAddress()
  const id = params['projectId'] ?? ''
  const answer = useQuery(projectQuery(id))
  const project = answer.data
  return (
    <Edits>
      <Page
        title={project ? (rowValue(project.row, 'name') ?? '') : t('project')}
        aside={project?.row['provenance'] === 'illustrative' && <Illustrative />}
        actions={project && <Link to={`/ledger/${id}`}>{t('inLedger')}</Link>}
      >
        <div className="zt-project-page">
          {project ? (
            <ProjectSheet key={id} project={project} />
          ) : answer.isError ? (
            <ProjectProblem error={answer.error} retry={() => void answer.refetch()} />
          ) : (
            <LoadingBar />
          )}
        </div>
      </Page>
    </Edits>
  )
}
