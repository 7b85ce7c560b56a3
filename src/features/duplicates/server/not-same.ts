import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { listAliases } from '../../projects/server/aliases.ts'
import type { NotSameInput } from '../contract.ts'
import { authorizeBoth } from './policy.ts'
import { factsOfKnown } from './queries.ts'
import { loadBoth, refuseIfMovedOn } from './refusals.ts'
import { knownOf, type StoredSide } from './sides.ts'

/** Remembers that two projects are two, with what they are called now. Said again, it stands as of now. */
export async function sayNotSame(db: Db, actor: Actor, author: Author, input: NotSameInput) {
  const { zoneId } = actor
  const asked = await loadBoth(db, zoneId, [input.firstId, input.secondId], true)
  authorizeBoth(actor, asked)
  await refuseIfMovedOn(db, zoneId, asked[0], input.firstRevision)
  await refuseIfMovedOn(db, zoneId, asked[1], input.secondRevision)
  const [first, second] = asked.toSorted((a, b) => (a.id < b.id ? -1 : 1)) as [StoredSide, StoredSide]
  const aliases = Map.groupBy(
    await listAliases(db, zoneId, [first.id, second.id]),
    (alias) => alias.projectId,
  )
  const facts = (side: StoredSide) => factsOfKnown(knownOf(side, aliases.get(side.id)))
  const said = {
    facts: { first: facts(first), second: facts(second) },
    saidBy: actor.memberId,
    saidAt: author.at,
  }
  const known = await db
    .selectFrom('notSame')
    .select(['id', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('firstId', '=', first.id)
    .where('secondId', '=', second.id)
    .executeTakeFirst()
  if (!known)
    return insertRows(db, author, 'not_same', [
      { id: uuidv7(), firstId: first.id, secondId: second.id, ...said },
    ])
  await write(db, author, known, { ...said, removedAt: null })
}

/** Takes the word back: the pair returns to the queue. */
export async function unsayNotSame(db: Db, author: Author, id: string) {
  const known = await db
    .selectFrom('notSame')
    .select(['id', 'revision'])
    .where('zoneId', '=', author.zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  const row = found(known, say('记录', 'record'), id)
  await write(db, author, row, { removedAt: author.at }, 'remove')
}

async function write(
  db: Db,
  author: Author,
  row: { id: string; revision: number },
  set: Record<string, unknown>,
  operation: 'update' | 'remove' = 'update',
) {
  const written = await updateRows(db, author, 'not_same', [{ ...row, set }], operation)
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say(
        '刚有人对这一对作了判断，请刷新后再看。',
        'Somebody judged this pair just now. Reload and look again.',
      ),
    )
}
