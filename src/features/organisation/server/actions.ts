import type { Static } from 'typebox'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { isDay, shanghaiDay as today } from '../../../shared/days.ts'
import { addEvent } from '../../audit/server/events.ts'
import type { MemberInput, PostInput } from '../contract.ts'
import { otherPower, type powers } from '../model/powers.ts'
import { type PostNow, samePost } from '../model/state.ts'
import { findMember, holdPosts, listUnits } from './queries.ts'

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
  await keepPowersApart(db, author, input.memberId, { role: input.role, fromOn, toOn: input.toOn })
  const { memberId, unitId, role } = input
  await refuseHeldTwice(db, author.zoneId, {
    id: '',
    memberId,
    unitId,
    role,
    fromOn,
    toOn: input.toOn ?? null,
  })
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

const powerWords: Record<(typeof powers)[number], { zh: string; en: string }> = {
  administrator: say('系统管理员', 'system administrator'),
  security_administrator: say('安全管理员', 'security administrator'),
  auditor: say('审计管理员', 'auditor'),
}

/** Who has one of the three powers is not given another. */
async function keepPowersApart(
  db: Db,
  { zoneId }: Author,
  memberId: string,
  post: { id?: string; role: string; fromOn: string; toOn?: string | null | undefined },
) {
  const held = await holdPosts(db, zoneId, memberId)
  const other = otherPower(
    held.filter(({ id }) => id !== post.id),
    post,
  )
  if (!other) return
  const word = (role: string) => powerWords[role as (typeof powers)[number]]
  throw new Problem(
    'conflict',
    say(
      `系统、安全、审计三项管理权须由三个人分别担任：此人自 ${other.fromOn} 起是${word(other.role).zh}，不能同时任${word(post.role).zh}。请另选一人，或先结束那项任职。`,
      `System, security and audit are administered by three people: this one is ${word(other.role).en} from ${other.fromOn} and cannot be ${word(post.role).en} at the same time. Choose somebody else, or end that post first.`,
    ),
  )
}

/** A post neither overlaps itself nor begins in a unit that has closed. The member is held, so two at once are counted. */
async function refuseHeldTwice(db: Db, zoneId: string, post: PostNow) {
  const unit = found(
    (await listUnits(db, zoneId)).find(({ id }) => id === post.unitId),
    say('单位', 'unit'),
    post.unitId,
  )
  if (unit.toOn !== null && unit.toOn < post.fromOn)
    throw new Problem(
      'invalid_input',
      say(
        `“${unit.name}”已于 ${unit.toOn} 撤销，不能再有新的任职。`,
        `“${unit.name}” was closed on ${unit.toOn}; no post can begin in it.`,
      ),
    )
  const held = await holdPosts(db, zoneId, post.memberId)
  const other = held.find((one) => one.id !== post.id && samePost(one, post))
  if (other)
    throw new Problem(
      'conflict',
      say(
        `此人在“${unit.name}”的这项任职已有一段（${other.fromOn} 至 ${other.toOn ?? '今后'}），时间不能重叠。请改起止日期，或先结束原任职。`,
        `This person holds this post in “${unit.name}” already (${other.fromOn} to ${other.toOn ?? 'open end'}); it cannot overlap itself. Change the dates, or end the other first.`,
      ),
    )
}

/** Ends a post on a day, or lets it go on. */
export async function endPost(db: Db, author: Author, post: PostNow, revision: number, toOn: string | null) {
  checkDay(toOn)
  if (toOn && toOn < post.fromOn)
    throw new Problem(
      'invalid_input',
      say(
        `任职止日 ${toOn} 早于起日 ${post.fromOn}。`,
        `The post would end on ${toOn}, before it began on ${post.fromOn}.`,
      ),
    )
  await keepPowersApart(db, author, post.memberId, { ...post, toOn })
  if (toOn === null || (post.toOn !== null && toOn > post.toOn))
    await refuseHeldTwice(db, author.zoneId, { ...post, fromOn: post.fromOn, toOn })
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
