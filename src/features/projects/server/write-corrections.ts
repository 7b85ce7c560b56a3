import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { type ProjectWrite, writeProjects } from './write-projects.ts'

/** Writes projects for a reason that is kept: one correction for each, named by all the changes it causes. */
export async function writeCorrections(
  db: Db,
  author: Author,
  writes: readonly ProjectWrite[],
  reason: string,
) {
  for (const write of writes) {
    const id = uuidv7()
    const caused: Author = { ...author, cause: { kind: 'correction', id } }
    const row = {
      id,
      projectId: write.projectId,
      reason,
      correctedBy: author.memberId,
      correctedAt: author.at,
    }
    await insertRows(db, caused, 'correction', [row])
    await writeProjects(db, caused, [write])
  }
}
