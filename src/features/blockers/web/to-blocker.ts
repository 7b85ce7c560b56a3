import type { ListedBlocker } from '../contract.ts'

/** The address of a blocker on its project's page. */
export const toBlocker = ({ projectId, id }: Pick<ListedBlocker, 'projectId' | 'id'>) => ({
  to: `/projects/${projectId}`,
  search: { tab: 'blockers', blocker: id } as never,
})
