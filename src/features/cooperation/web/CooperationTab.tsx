import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { AgreementSection } from './AgreementSection.tsx'
import { FirstContactSection } from './FirstContactSection.tsx'
import { useCooperation, useCooperationActs } from './use-cooperation.ts'
import './cooperation.css'

/** Who came first to a project, and what units have agreed on over it. */
export function CooperationTab({ projectId, projectName }: { projectId: string; projectName: string }) {
  const cooperation = useCooperation(projectId)
  const acts = useCooperationActs()
  const { data } = cooperation
  if (!data)
    return cooperation.error ? (
      <ErrorState error={cooperation.error} retry={() => void cooperation.refetch()} />
    ) : (
      <LoadingBar />
    )
  const props = { project: { id: projectId, name: projectName }, answer: data, acts }
  return (
    <div className="zt-cooperation">
      <FirstContactSection {...props} />
      <AgreementSection {...props} />
    </div>
  )
}
