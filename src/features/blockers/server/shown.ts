import { type Actor, abilitiesOn, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { projectPolicy } from '../../projects/server/policy.ts'
import type { Blocker, BlockerStep, ListedBlocker, ProjectBlockers } from '../contract.ts'
import { daysOf, fits, levelAbove, levelBelow } from '../model/climb.ts'
import { holdersOf, listPosts, type Posts } from './holders.ts'
import { blockerPolicy, raiseLevels } from './policy.ts'
import { type BlockerRow, findBlocker, listOfProject, listSteps, type StepRow } from './queries.ts'

/** Open blockers of a project that was given up stay with it; new ones have no sense. */
export const goesOn = (standing: string) => standing === 'ongoing' || standing === 'onHold'

const projects = (db: Db, zoneId: string, id: string) =>
  db
    .selectFrom('project')
    .select(['id', 'name', 'corpsId', 'officerId', 'standing'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)

/** Held while a blocker is raised: one that is merged away in the same moment would hide it. */
export const holdProject = async (db: Db, zoneId: string, id: string) =>
  found(await projects(db, zoneId, id).forShare().executeTakeFirst(), say('项目', 'project'), id)

/** A project's blockers, each with its whole history. */
export async function readBlockers(
  db: Db,
  actor: Actor,
  projectId: string,
  today: Day,
): Promise<ProjectBlockers> {
  const project = authorize(
    projectPolicy,
    actor,
    'read',
    found(await projects(db, actor.zoneId, projectId).executeTakeFirst(), say('项目', 'project'), projectId),
  )
  const rows = await listOfProject(db, actor.zoneId, projectId, today)
  return {
    today,
    items: await whole(db, actor, rows, today),
    raiseAt: goesOn(project.standing) ? raiseLevels(actor, project) : [],
  }
}

export async function readBlocker(db: Db, actor: Actor, id: string, today: Day): Promise<Blocker> {
  const row = authorize(blockerPolicy, actor, 'read', await findBlocker(db, actor.zoneId, id))
  const [blocker] = await whole(db, actor, [row], today)
  return found(blocker, say('卡点', 'blocker'), id)
}

async function whole(db: Db, actor: Actor, rows: readonly BlockerRow[], today: Day): Promise<Blocker[]> {
  if (rows.length === 0) return []
  const posts = await listPosts(db, actor.zoneId, today)
  const steps = await listSteps(
    db,
    actor.zoneId,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...shownBlocker(actor, row, posts, today),
    above: levelAbove(row),
    below: levelBelow(row),
    steps: (steps.get(row.id) ?? []).map(shownStep),
  }))
}

export function shownBlocker(actor: Actor, row: BlockerRow, posts: Posts, today: Day): ListedBlocker {
  const {
    officerId: _,
    officer: __,
    raisedById: ___,
    openedOn,
    daysBefore,
    levelOn,
    stepCount,
    ...facts
  } = row
  return {
    ...facts,
    ...daysOf(row, today),
    holders: holdersOf(row, posts),
    abilities: abilitiesOn(blockerPolicy, actor, row).filter((verb) => verb === 'read' || fits(verb, row)),
  }
}

const shownStep = ({ blockerId: _, changes, madeAt, ...step }: StepRow): BlockerStep => ({
  ...step,
  changes:
    changes &&
    Object.entries(changes).map(([field, [from, to]]) => ({
      field: field as 'title',
      from,
      to,
    })),
  madeAt: madeAt.toISOString(),
})
