import { v7 as uuidv7 } from 'uuid'
import { type Actor, has } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { notAllowed, Problem, type Sentence, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { Static } from '../../../shared/schema.ts'
import type { Move } from '../model/state.ts'
import type { ReorganisationInput, ReversalInput, Status } from '../reorganisation.ts'
import { carryOutDue } from './carry-out.ts'
import { firstMisfit, planAct, refusePast } from './plan.ts'
import { findAct, holdOrganisation, listPending, type StoredAct } from './reorganisation-queries.ts'

/** A draft: kept with its steps in words, even while something in it is still wrong. */
export async function prepare(db: Db, author: Author, input: ReorganisationInput): Promise<string> {
  refusePast(input.effectiveOn, author.at)
  const id = uuidv7()
  const { lines } = await planAct(db, author.zoneId, { id, ...input })
  await insertRows(db, author, 'reorganisation', [
    {
      id,
      title: input.title.trim(),
      effectiveOn: input.effectiveOn,
      status: 'draft',
      steps: input.steps,
      lines,
      createdBy: author.memberId,
      createdAt: author.at,
    },
  ])
  return id
}

/** A draft that takes back what an act did: an act of its own, previewed and confirmed like any other. */
export async function prepareReversal(
  db: Db,
  author: Author,
  id: string,
  { title, effectiveOn }: Static<typeof ReversalInput>,
): Promise<string> {
  refuseUnless(await findAct(db, author.zoneId, id), ['done'])
  return prepare(db, author, { title, effectiveOn, steps: [{ kind: 'reverse', reorganisationId: id }] })
}

export async function redraft(
  db: Db,
  author: Author,
  id: string,
  { revision, ...input }: ReorganisationInput & { revision: number },
) {
  const stored = refuseUnless(await findAct(db, author.zoneId, id, 'lock'), ['draft'])
  refusePast(input.effectiveOn, author.at)
  const { lines } = await planAct(db, author.zoneId, { id, ...input })
  await write(db, author, { ...stored, revision }, { ...input, title: input.title.trim(), lines })
}

export async function discard(db: Db, author: Author, id: string) {
  const stored = refuseUnless(await findAct(db, author.zoneId, id, 'lock'), ['draft'])
  await write(db, author, stored, { removedAt: author.at }, 'remove')
}

/** From here on it will happen on its day; today's happens now. */
export async function confirm(
  db: Db,
  actor: Pick<Actor, 'memberId' | 'posts'>,
  author: Author,
  id: string,
  revision: number,
) {
  const { zoneId } = author
  await holdOrganisation(db, zoneId)
  const stored = refuseUnless(await findAct(db, zoneId, id, 'lock'), ['draft'])
  refusePast(stored.effectiveOn, author.at)
  const { faults, moves, lines } = await planAct(db, zoneId, stored)
  const [fault] = faults
  if (fault) throw new Problem('conflict', fault, { faults: faults.length })
  if (!has(actor, 'director') && moves.some((move) => handsPostOf(move, actor.memberId)))
    throw notAllowed(
      '这次调整涉及您本人的任职，请由管委会领导确认。',
      'This act moves a post of your own; a director must confirm it.',
    )
  await refuseMisfit(db, zoneId, [...(await listPending(db, zoneId)), stored])
  await write(
    db,
    author,
    { ...stored, revision },
    { status: 'confirmed', confirmedBy: author.memberId, confirmedAt: author.at, lines },
  )
  if (stored.effectiveOn === shanghaiDay(author.at)) await carryOutDue(db, zoneId, author.at)
}

/** Before its day an act is taken back as if it had never been; nothing else was written. */
export async function undo(db: Db, author: Author, id: string, revision: number) {
  const { zoneId } = author
  await holdOrganisation(db, zoneId)
  const stored = refuseUnless(await findAct(db, zoneId, id, 'lock'), ['confirmed', 'stopped'])
  await refuseMisfit(
    db,
    zoneId,
    (await listPending(db, zoneId)).filter((act) => act.id !== id),
  )
  await write(
    db,
    author,
    { ...stored, revision },
    { status: 'undone', undoneBy: author.memberId, undoneAt: author.at },
  )
}

const handsPostOf = (move: Move, memberId: string) =>
  (move.what === 'hand_post' || move.what === 'appoint') && move.post.memberId === memberId

async function refuseMisfit(db: Db, zoneId: string, acts: readonly StoredAct[]) {
  const failed = await firstMisfit(db, zoneId, acts)
  const [fault] = failed?.faults ?? []
  if (failed && fault)
    throw new Problem(
      'conflict',
      say(
        `这样一来，已确认的“${failed.act.title}”（${failed.act.effectiveOn}）就无法生效：${fault.zh}请先撤销它。`,
        `“${failed.act.title}” (${failed.act.effectiveOn}), confirmed already, could then not take effect: ${fault.en} Undo it first.`,
      ),
    )
}

const standing: Record<Status, Sentence> = {
  draft: say('还是草稿', 'is still a draft'),
  confirmed: say('已经确认，尚未生效', 'is confirmed and not yet in effect'),
  done: say(
    '已经生效。生效后只能另拟一次调整来恢复',
    'has taken effect. From then on it is taken back only by a new act',
  ),
  undone: say('已经撤销', 'has been undone'),
  stopped: say('未能生效', 'could not take effect'),
}

function refuseUnless(act: StoredAct, statuses: readonly Status[]): StoredAct {
  if (statuses.includes(act.status)) return act
  const { zh, en } = standing[act.status]
  throw new Problem('conflict', say(`“${act.title}”${zh}。`, `“${act.title}” ${en}.`))
}

async function write(
  db: Db,
  author: Author,
  { id, revision, title }: StoredAct,
  set: object,
  operation: 'update' | 'remove' = 'update',
) {
  const written = await updateRows(db, author, 'reorganisation', [{ id, revision, set }], operation)
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say(
        `“${title}”刚被他人修改，请刷新后再试。`,
        `Somebody changed “${title}” just now. Reload and try again.`,
      ),
    )
}
