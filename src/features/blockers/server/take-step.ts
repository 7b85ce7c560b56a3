import { v7 as uuidv7 } from 'uuid'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import {
  type Author,
  insertRows,
  type NewRow,
  type RowPatch,
  updateRows,
} from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { BlockerPatch, StepInput } from '../contract.ts'
import { type Act, type Level, levelWords } from '../ladder.ts'
import { daysOf, fits, levelAbove, levelBelow } from '../model/climb.ts'
import { blockerPolicy, refusal } from './policy.ts'
import { type BlockerRow, holdBlocker } from './queries.ts'
import { checkWanted } from './raise-blocker.ts'
import { refuseOvertaken, refuseUnfit } from './refusals.ts'

/** One act about a blocker, with its why or how; answers with the project. */
export async function takeStep(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { revision, act, to, text }: StepInput,
): Promise<string> {
  const blocker = await holdFor(db, actor, author, id, act, revision)
  const level = act === 'up' || act === 'down' ? nextLevel(blocker, act, to) : blocker.level
  await write(db, author, blocker, after(blocker, act, level, author), {
    kind: act,
    toLevel: level,
    text: text.trim(),
  })
  return blocker.projectId
}

const fields = ['title', 'detail', 'kind', 'wantedOn'] as const

/** Says better what stands in the way, or by when it should be solved; the step keeps what was said before. */
export async function amendBlocker(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { revision, ...given }: BlockerPatch,
): Promise<string> {
  const blocker = await holdFor(db, actor, author, id, 'amend', revision)
  const wanted = {
    ...given,
    ...(given.title === undefined ? {} : { title: given.title.trim() }),
    ...(given.detail === undefined ? {} : { detail: given.detail?.trim() || null }),
    ...(given.wantedOn === undefined ? {} : { wantedOn: checkWanted(given.wantedOn) }),
  }
  const changed = fields.filter((field) => wanted[field] !== undefined && wanted[field] !== blocker[field])
  if (changed.length === 0) return blocker.projectId
  const set = Object.fromEntries(changed.map((field) => [field, wanted[field]]))
  const changes = Object.fromEntries(changed.map((field) => [field, [blocker[field], wanted[field]]]))
  await write(db, author, blocker, set, { kind: 'amend', toLevel: blocker.level, changes })
  return blocker.projectId
}

async function holdFor(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  act: Act | 'amend',
  revision: number,
): Promise<BlockerRow> {
  const blocker = await holdBlocker(db, author.zoneId, id)
  authorize(blockerPolicy, actor, act, blocker, () => refusal(act, blocker))
  if (blocker.revision !== revision) await refuseOvertaken(db, author.zoneId, blocker)
  if (!fits(act, blocker)) refuseUnfit(blocker, act)
  return blocker
}

function nextLevel(blocker: BlockerRow, act: 'up' | 'down', to: Level | undefined): Level {
  const next = act === 'up' ? levelAbove(blocker) : levelBelow(blocker)
  if (next === null) return refuseUnfit(blocker, act)
  if (to === undefined || to === next) return next
  throw new Problem(
    'invalid_input',
    say(
      `不能从“${levelWords[blocker.level].zh}”直接移到“${levelWords[to].zh}”，要逐级办理：下一步是“${levelWords[next].zh}”。`,
      `It cannot go from “${levelWords[blocker.level].en}” straight to “${levelWords[to].en}”; the next step is “${levelWords[next].en}”.`,
    ),
  )
}

type Set = RowPatch<'blocker'>['set']

function after(blocker: BlockerRow, act: Act, level: Level, author: Author): Set {
  const today = shanghaiDay(author.at)
  if (act === 'up' || act === 'down') return { level, levelOn: today }
  if (act === 'solve') return { state: 'solved', closedOn: today }
  if (act === 'withdraw') return { state: 'withdrawn', closedOn: today }
  if (act === 'reopen')
    return {
      state: 'open',
      closedOn: null,
      openedOn: today,
      daysBefore: daysOf(blocker, today).daysOpen,
      levelOn: today,
    }
  return {}
}

type Step = Pick<NewRow<'blocker_step'>, 'kind' | 'toLevel' | 'text' | 'changes'>

async function write(db: Db, author: Author, blocker: BlockerRow, set: Set, step: Step) {
  const position = blocker.stepCount + 1
  await updateRows(db, author, 'blocker', [
    { id: blocker.id, revision: blocker.revision, set: { ...set, steps: position } },
  ])
  await insertRows(db, author, 'blocker_step', [
    {
      id: uuidv7(),
      blockerId: blocker.id,
      position,
      fromLevel: blocker.level,
      madeBy: author.memberId,
      madeAt: author.at,
      ...step,
    },
  ])
}
