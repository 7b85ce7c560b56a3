import { Link } from '@tanstack/react-router'
import type { PlanWho } from '../plan-contract.ts'

export const ProjectLink = ({ project }: { project: Pick<PlanWho, 'id' | 'name'> }) => (
  <Link
    to="/projects/$projectId"
    params={{ projectId: project.id } as never}
    search={{ tab: 'land' } as never}
  >
    {project.name}
  </Link>
)
