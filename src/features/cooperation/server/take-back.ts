import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { notAllowed, Problem, say } from '../../../server/errors.ts'
import { type Standing, standingWords } from '../../projects/stages.ts'
import { holdAgreement } from './agreement-queries.ts'
import { over } from './answer-agreement.ts'
import { changeStanding } from './carry-out.ts'
import { mayTakeBack } from './policy.ts'
import { findProject } from './project.ts'
import { isReturnable } from './shown-agreements.ts'
import { causedBy, moveTo } from './steps.ts'

/** A project that went to another place comes back and goes on where it was. */
export async function takeBack(db: Db, actor: Actor, author: Author, id: string, note: string) {
  const row = await holdAgreement(db, author.zoneId, id)
  if (!mayTakeBack(actor))
    throw notAllowed(
      '流转到区外的项目由管委会领导恢复。',
      'A director takes back a project that went out of the zone.',
    )
  if (row.kind === 'transfer' && row.toUnitId)
    throw new Problem(
      'conflict',
      say(
        `项目在区内由“${row.toName}”接收，请再提出一次流转。`,
        `The project went to “${row.toName}” within the zone; propose a transfer the other way.`,
      ),
    )
  if (!isReturnable(row)) throw over(row)
  const project = await findProject(db, author.zoneId, row.projectId, 'hold')
  if (project.standing !== 'transferred') {
    const { zh, en } = standingWords[project.standing]
    throw new Problem(
      'conflict',
      say(`项目现为“${zh}”，不必恢复。`, `The project is “${en}”; there is nothing to take back.`),
    )
  }
  const by = causedBy(author, row)
  const standing = await standingBefore(db, author.zoneId, project.id)
  const why =
    standing === 'ongoing'
      ? { reasonZh: null, reasonEn: null }
      : { reasonZh: '流转退回，状态照旧', reasonEn: 'Taken back from its transfer, as it was before' }
  await changeStanding(db, by, project, standing, { ...why, note: note.trim() })
  await moveTo(db, by, row, 'takenBack', { note })
}

/** Where it was when it went. */
async function standingBefore(db: Db, zoneId: string, projectId: string): Promise<Standing> {
  const last = await db
    .selectFrom('standingChange')
    .select('fromStanding')
    .where('zoneId', '=', zoneId)
    .where('projectId', '=', projectId)
    .where('standing', '=', 'transferred')
    .where('removedAt', 'is', null)
    .orderBy('changedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (last?.fromStanding as Standing | undefined) ?? 'ongoing'
}
