import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, type RowPatch, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { chainByKey } from '../chains.ts'
import type { ApprovalInput, ApprovalPatch } from '../contract.ts'
import { checkDates } from './check-dates.ts'
import { approvalPolicy } from './policy.ts'
import { type ApprovalRow, findProject, holdApproval, listApprovals } from './queries.ts'

/** Takes a chain over whole. One already there is exchanged as long as none of its matters was accepted. */
export async function takeChain(db: Db, actor: Actor, author: Author, projectId: string, key: string) {
  authorize(approvalPolicy, actor, 'create', await findProject(db, author.zoneId, projectId))
  const chain = found(chainByKey.get(key), say('审批链', 'chain'), key)
  const rows = await listApprovals(db, author.zoneId, projectId)
  const former = rows.filter((row) => row.chain !== null)
  const begun = former.find((row) => row.chain !== key && row.acceptedOn !== null)
  if (begun)
    throw new Problem(
      'conflict',
      say(
        `“${begun.name}”已按原审批链受理，不能换成“${chain.name.zh}”。请先移除已受理的事项。`,
        `“${begun.name}” was accepted under the chain before, so it cannot be exchanged for “${chain.name.en}”. Remove the accepted matters first.`,
      ),
    )
  await removeRows(
    db,
    author,
    former.filter((row) => row.chain !== key),
  )
  const there = new Set(former.filter((row) => row.chain === key).map((row) => row.item))
  await insertRows(
    db,
    author,
    'approval',
    chain.items.flatMap((item, position) =>
      there.has(item.key)
        ? []
        : [
            {
              id: uuidv7(),
              projectId,
              chain: key,
              item: item.key,
              part: item.part,
              name: item.name.zh,
              authority: item.authority.zh,
              position,
            },
          ],
    ),
  )
}

const afterTheChain = 1000

export async function addApproval(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  input: ApprovalInput,
) {
  authorize(approvalPolicy, actor, 'create', await findProject(db, author.zoneId, projectId))
  const acceptedOn = input.acceptedOn ?? null
  checkDates({ acceptedOn, decidedOn: null, stops: [] }, shanghaiDay(author.at))
  const rows = await listApprovals(db, author.zoneId, projectId)
  await insertRows(db, author, 'approval', [
    {
      id: uuidv7(),
      projectId,
      part: input.part ?? null,
      name: input.name.trim(),
      authority: input.authority?.trim() ?? null,
      limitDays: input.limitDays ?? null,
      position: Math.max(afterTheChain, ...rows.map((row) => row.position + 1)),
      acceptedOn,
    },
  ])
}

/** Changes a matter; answers with its project. A decision without an outcome is a grant. */
export async function changeApproval(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { revision, ...given }: ApprovalPatch,
): Promise<string> {
  const row = await holdFor(db, actor, author, id, 'update')
  const set = settled(row, given)
  checkDates({ ...row, ...set }, shanghaiDay(author.at))
  if (Object.keys(set).length > 0) await writeApproval(db, author, { id, revision, set })
  return row.projectId
}

export async function removeApproval(db: Db, actor: Actor, author: Author, id: string): Promise<string> {
  const row = await holdFor(db, actor, author, id, 'remove')
  await removeRows(db, author, [row])
  return row.projectId
}

export async function holdFor(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  verb: 'update' | 'remove',
): Promise<ApprovalRow> {
  const row = await holdApproval(db, author.zoneId, id)
  authorize(approvalPolicy, actor, verb, await findProject(db, author.zoneId, row.projectId))
  return row
}

type Set = Omit<ApprovalPatch, 'revision'>

/** Day and outcome of a decision come and go together. */
function settled(row: ApprovalRow, given: Set): Set {
  const set: Set = { ...given }
  if (given.name) set.name = given.name.trim()
  if (given.decidedOn === null || given.outcome === null) {
    set.decidedOn = null
    set.outcome = null
  } else if (given.decidedOn && !given.outcome) set.outcome = row.outcome ?? 'granted'
  else if (given.outcome && !given.decidedOn && row.decidedOn === null)
    throw new Problem('invalid_input', say('请填写办结日期。', 'Give the day on which it was decided.'))
  return set
}

const removeRows = (db: Db, author: Author, rows: readonly ApprovalRow[]) =>
  updateRows(
    db,
    author,
    'approval',
    rows.map(({ id, revision }) => ({ id, revision, set: { removedAt: author.at } })),
    'remove',
  )

async function writeApproval(db: Db, author: Author, patch: RowPatch<'approval'>) {
  const written = await updateRows(db, author, 'approval', [patch])
  if (written.size === 0) throw overtaken()
}

export const overtaken = () =>
  new Problem(
    'conflict',
    say(
      '这个事项刚被他人修改，这次没有保存。请刷新后再试。',
      'Somebody changed this matter just now; nothing was saved. Reload and try again.',
    ),
  )
