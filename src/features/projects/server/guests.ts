import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { findMember } from '../../organisation/server/queries.ts'
import type { Guest } from '../contract.ts'
import { projectPolicy } from './policy.ts'

/** Named people who may know of a project before it signs, besides those whose posts tell them. */
export const listGuests = (db: Db, zoneId: string, projectId: string): Promise<Guest[]> =>
  db
    .selectFrom('projectGuest')
    .innerJoin('member', (join) =>
      join
        .onRef('member.zoneId', '=', 'projectGuest.zoneId')
        .onRef('member.id', '=', 'projectGuest.memberId'),
    )
    .select(['member.id as memberId', 'member.name'])
    .where('projectGuest.zoneId', '=', zoneId)
    .where('projectGuest.projectId', '=', projectId)
    .where('projectGuest.removedAt', 'is', null)
    .orderBy('member.name')
    .orderBy('member.id')
    .execute()

export async function addGuest(db: Db, actor: Actor, author: Author, projectId: string, memberId: string) {
  await holdProject(db, actor, projectId)
  found(await findMember(db, actor.zoneId, memberId), say('人员', 'member'), memberId)
  if (await findGuest(db, actor.zoneId, projectId, memberId))
    throw new Problem('conflict', say('此人已是知情人。', 'This person is a guest already.'))
  await insertRows(db, author, 'project_guest', [{ id: uuidv7(), projectId, memberId }])
}

export async function removeGuest(db: Db, actor: Actor, author: Author, projectId: string, memberId: string) {
  await holdProject(db, actor, projectId)
  const guest = found(
    await findGuest(db, actor.zoneId, projectId, memberId),
    say('知情人', 'guest'),
    memberId,
  )
  await updateRows(db, author, 'project_guest', [{ ...guest, set: { removedAt: author.at } }], 'remove')
}

/** Guests of one project are changed by one person at a time, who may change the project. */
async function holdProject(db: Db, actor: Actor, id: string) {
  const project = await db
    .selectFrom('project')
    .select(['corpsId', 'officerId'])
    .where('zoneId', '=', actor.zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  authorize(projectPolicy, actor, 'update', found(project, say('项目', 'project'), id))
}

const findGuest = (db: Db, zoneId: string, projectId: string, memberId: string) =>
  db
    .selectFrom('projectGuest')
    .select(['id', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('projectId', '=', projectId)
    .where('memberId', '=', memberId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
