import { useQuery } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import type { Project } from '../../projects/contract.ts'

export function useProjectName(projectId: string): string {
  const { data } = useQuery({
    queryKey: ['project', projectId],
    queryFn: () => api.get<Project>(`/projects/${projectId}`),
  })
  return String(data?.row['name'] ?? '')
}
