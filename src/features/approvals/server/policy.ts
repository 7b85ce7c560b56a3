import type { Policy } from '../../../server/access.ts'
import { projectPolicy } from '../../projects/server/policy.ts'

type Owned = Parameters<typeof projectPolicy.read>[1]

/** Read with the project; whoever may update the project keeps its approvals. */
export const approvalPolicy: Policy<Owned> = {
  read: projectPolicy.read,
  create: projectPolicy.update,
  update: projectPolicy.update,
  remove: projectPolicy.update,
}
