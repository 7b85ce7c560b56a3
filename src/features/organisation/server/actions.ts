import type { Static } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { isDay, shanghaiDay as today } from '../../../shared/days.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { MemberInput, PostInput } from '../contract.ts'
import { findMember } from './queries.ts'

/** A new member with an account and a first post from today; the password given is for the first sign-in only. */
export async function addMember(
  db: Db,
  author: Author,
  input: Static<typeof MemberInput>,
  passwordHash: string,
): Promise<string> {
  const id = uuidv7()
  await insertRows(db, author, 'member', [{ id, login: input.login, name: input.name }])
  await insertRows(db, author, 'credential', [
    { id: uuidv7(), memberId: id, passwordHash, mustChange: true, changedAt: author.at },
  ])
  await givePost(db, author, { memberId: id, unitId: input.unitId, role: input.role })
  return id
}

/** The contract knows how a day is written; that there is such a day is seen here. */
function checkDay(day: string | null | undefined): string | null | undefined {
  if (day && (!isDay(day) || day < '0001'))
    throw new Problem('invalid_input', say(`没有 ${day} 这一天。`, `There is no day ${day}.`))
  return day
}

export async function givePost(db: Db, author: Author, input: Static<typeof PostInput>): Promise<string> {
  found(await findMember(db, author.zoneId, input.memberId), say('人员', 'member'), input.memberId)
  const fromOn = checkDay(input.fromOn) ?? today(author.at)
  checkDay(input.toOn)
  if (input.toOn && input.toOn < fromOn)
    throw new Problem(
      'invalid_input',
      say(
        `任职止日 ${input.toOn} 早于起日 ${fromOn}。`,
        `The post would end on ${input.toOn}, before it begins on ${fromOn}.`,
      ),
    )
  const id = uuidv7()
  await insertRows(db, author, 'post', [
    {
      id,
      memberId: input.memberId,
      unitId: input.unitId,
      role: input.role,
      fromOn,
      toOn: input.toOn ?? null,
    },
  ])
  return id
}

/** Ends a post on a day, or lets it go on. */
export async function endPost(
  db: Db,
  author: Author,
  post: { id: string; fromOn: string },
  revision: number,
  toOn: string | null,
) {
  checkDay(toOn)
  if (toOn && toOn < post.fromOn)
    throw new Problem(
      'invalid_input',
      say(
        `任职止日 ${toOn} 早于起日 ${post.fromOn}。`,
        `The post would end on ${toOn}, before it began on ${post.fromOn}.`,
      ),
    )
  const written = await updateRows(db, author, 'post', [{ id: post.id, revision, set: { toOn } }])
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say(
        '这项任职刚被他人修改，请刷新后再试。',
        'Somebody changed this post just now. Reload and try again.',
      ),
    )
}

export async function unlockMember(db: Db, author: Author, memberId: string) {
  const credential = found(
    await db
      .selectFrom('credential')
      .select(['id', 'revision'])
      .where('zoneId', '=', author.zoneId)
      .where('memberId', '=', memberId)
      .executeTakeFirst(),
    say('账号', 'account'),
    memberId,
  )
  await updateRows(db, author, 'credential', [{ ...credential, set: { failures: 0, lockedUntil: null } }])
  await addEvent(db, author, { kind: 'unlocked', entity: 'member', rowId: memberId })
}
