import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { Contact } from '../contract.ts'
import { projectPolicy } from './policy.ts'

const shortest = 2

/**
 * Whom to call, in full, for a reason: of one project, to who may change it. The log has it before the answer goes
 * out; without the log there is no answer.
 */
export async function revealContact(
  db: Db,
  actor: Actor,
  author: Author,
  { id, reason, address }: { id: string; reason: string; address: string },
): Promise<Contact> {
  const project = found(
    await db
      .selectFrom('project')
      .select(['corpsId', 'officerId', 'contactName as name', 'contactPhone as phone'])
      .where('zoneId', '=', actor.zoneId)
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst(),
    say('项目', 'project'),
    id,
  )
  authorize(projectPolicy, actor, 'update', project)
  const why = reason
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  if (why.length < shortest)
    throw new Problem(
      'invalid_input',
      say(
        `请写明为什么要看联系方式，至少 ${shortest} 个字。`,
        `Say why you need the contact, in ${shortest} characters at least.`,
      ),
    )
  const { name, phone } = project
  if (name === null && phone === null)
    throw new Problem(
      'not_found',
      say('这个项目没有填联系人和联系电话。', 'This project names no contact and no telephone.'),
    )
  const detail = { contact: true, reason: why }
  await addEvent(db, author, { kind: 'sensitiveRead', entity: 'project', rowId: id, address, detail })
  return { name, phone }
}
