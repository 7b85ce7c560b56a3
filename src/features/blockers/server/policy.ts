import { type Actor, has, type Policy } from '../../../server/access.ts'
import { notAllowed } from '../../../server/errors.ts'
import { projectPolicy } from '../../projects/server/policy.ts'
import { type Act, type Level, levelPeople, levels, levelWords } from '../ladder.ts'
import { rankOf } from '../model/climb.ts'

export type Owned = { corpsId: string | null; officerId: string | null }
export type Held = Owned & { level: Level; raisedById: string }

/** Directors take what has come up; analysts do it for any level in their place. */
const wholeZone = (actor: Actor) => has(actor, 'director', 'analyst')

/** The corps of which somebody is the commander: a post elsewhere gives no right here. */
export const commanded = ({ posts }: Actor) =>
  posts.flatMap(({ role, unitId }) => (role === 'commander' ? [unitId] : []))

/** The highest level at which this person acts for a project; undefined for those who only read. */
function actsAt(actor: Actor, project: Owned): Level | undefined {
  if (wholeZone(actor)) return 'joint'
  if (project.corpsId !== null && commanded(actor).includes(project.corpsId)) return 'corps'
  return projectPolicy.update(actor, project) ? 'officer' : undefined
}

function reaches(actor: Actor, blocker: Held): boolean {
  const level = actsAt(actor, blocker)
  return level !== undefined && rankOf(level) >= rankOf(blocker.level)
}
const raised = (actor: Actor, { raisedById }: Held) => raisedById === actor.memberId
const concerned = (actor: Actor, blocker: Held) =>
  raised(actor, blocker) || actsAt(actor, blocker) !== undefined

/** Read with the project. Whoever acts at its level or above moves and solves it; who raised it takes it back. */
export const blockerPolicy: Policy<Held, 'read' | 'amend' | Act> = {
  read: () => true,
  amend: (actor, blocker) => raised(actor, blocker) || reaches(actor, blocker),
  note: concerned,
  up: reaches,
  down: reaches,
  solve: (actor, blocker) => raised(actor, blocker) || reaches(actor, blocker),
  withdraw: (actor, blocker) => raised(actor, blocker) || wholeZone(actor),
  reopen: concerned,
}

/** From the officer's level to one's own; what only a meeting of several sides can solve goes through the zone first. */
export function raiseLevels(actor: Actor, project: Owned): Level[] {
  const level = actsAt(actor, project)
  if (actor.asOf || level === undefined) return []
  return levels.filter(
    (one) => one !== 'joint' && rankOf(one) <= rankOf(level) && (one !== 'corps' || project.corpsId !== null),
  )
}

/** Says who may, since the person who may not has to turn to them. */
export function refusal(act: Act | 'amend', { level, raisedBy }: { level: Level; raisedBy: string }) {
  const [where, who] = [levelWords[level], levelPeople[level]]
  if (act === 'withdraw')
    return notAllowed(
      `撤回由提出人${raisedBy}或管委会领导办理；已经解决的，请写明怎样解决。`,
      `It is withdrawn by ${raisedBy}, who raised it, or by a director; if it is out of the way, say how it was solved.`,
    )
  return notAllowed(
    `这个卡点现在“${where.zh}”一级，由${who.zh}办理，您的任职不包含这项权限。请他们办理；提出人${raisedBy}可以解决或撤回。`,
    `This blocker is at the level “${where.en}” now: ${who.en} act there. Turn to them; ${raisedBy}, who raised it, may solve or withdraw it.`,
  )
}
