import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { notAllowed, Problem, say } from '../../../server/errors.ts'
import { type Day, isDay, shanghaiDay } from '../../../shared/days.ts'
import { standingWords } from '../../projects/stages.ts'
import type { BlockerInput } from '../contract.ts'
import { levelWords } from '../ladder.ts'
import { raiseLevels } from './policy.ts'
import { goesOn, holdProject } from './shown.ts'

/** Says what stands in a project's way; it begins at the officer's level, or at that of whoever raises it. */
export async function raiseBlocker(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  input: BlockerInput,
) {
  const project = await holdProject(db, author.zoneId, projectId)
  const allowed = raiseLevels(actor, project)
  const level = input.level ?? 'officer'
  if (allowed.length === 0)
    throw notAllowed(
      '卡点由项目管家、本兵团人员或管委会领导提出，您的任职不包含这项权限。',
      'Blockers are raised by the project’s officer, the people of its corps or the zone’s directors; your posts do not include this.',
    )
  const standing = standingWords[project.standing as keyof typeof standingWords]
  if (!goesOn(project.standing))
    throw new Problem(
      'conflict',
      say(
        `“${project.name}”已是“${standing.zh}”，不再提出卡点。要继续推进，先把状态改回“推进中”。`,
        `“${project.name}” is “${standing.en}”, so no blocker is raised. To go on with it, set it back to ongoing first.`,
      ),
    )
  const highest = allowed.at(-1) ?? 'officer'
  if (!allowed.includes(level))
    throw new Problem(
      'invalid_input',
      say(
        `不能直接提到“${levelWords[level].zh}”一级。请先在“${levelWords[highest].zh}”一级提出，再逐级上移。`,
        `It cannot be raised straight at the level “${levelWords[level].en}”. Raise it at “${levelWords[highest].en}” and move it up step by step.`,
      ),
    )
  const wantedOn = checkWanted(input.wantedOn)
  const today = shanghaiDay(author.at)
  const id = uuidv7()
  await insertRows(db, author, 'blocker', [
    {
      id,
      projectId,
      title: input.title.trim(),
      detail: input.detail?.trim() || null,
      kind: input.kind,
      level,
      state: 'open',
      wantedOn,
      raisedBy: actor.memberId,
      raisedOn: today,
      openedOn: today,
      daysBefore: 0,
      levelOn: today,
      steps: 1,
    },
  ])
  await insertRows(db, author, 'blocker_step', [
    {
      id: uuidv7(),
      blockerId: id,
      position: 1,
      kind: 'raise',
      fromLevel: level,
      toLevel: level,
      madeBy: actor.memberId,
      madeAt: author.at,
    },
  ])
}

/** May lie in the past: then the blocker shows as late from the first day. */
export function checkWanted(day: Day | null | undefined): Day | null {
  if (day === null || day === undefined) return null
  if (isDay(day) && day >= '2000-01-01' && day < '2200-01-01') return day
  throw new Problem(
    'invalid_input',
    say(
      `期望解决日：没有 ${day} 这一天，请写成 2022-03-01 这样的日期，或留空。`,
      `Wanted by: there is no day ${day}; write it as 2022-03-01, or leave it empty.`,
    ),
  )
}
