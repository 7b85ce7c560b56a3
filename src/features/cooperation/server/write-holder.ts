import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { writeProjects } from '../../projects/server/write-projects.ts'
import type { Settled } from '../contract.ts'
import { findUnit, type HeldProject, lookBeyondReach } from './project.ts'

/** The ledger's first contact, which also says who may know of the project, follows who holds it. */
export async function writeHolder(
  db: Db,
  author: Author,
  project: Pick<HeldProject, 'id' | 'firstContactUnit'>,
  holder: Settled | null,
) {
  if (!holder) return
  const today = shanghaiDay(author.at)
  // A unit may have been renamed since it registered.
  const name = (await findUnit(db, author.zoneId, holder.unitId, today))?.name ?? holder.unitName
  if (name === project.firstContactUnit) return
  // Whoever settles it may by that stop being one who knows of the project.
  await lookBeyondReach(db, author)
  await writeProjects(db, author, [
    {
      projectId: project.id,
      isNew: false,
      period: monthOf(today),
      set: { firstContactUnit: name },
    },
  ])
}
