import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Standing, stages, stageWords, standingWords } from '../../projects/stages.ts'
import type { StandingInput } from '../contract.ts'
import { type HeldProject, holdProject } from './held.ts'
import { findReason } from './reasons.ts'

/** A project is put on hold, lost, rescinded or taken up again; a reason of the zone's list says why it stopped. */
export async function changeStanding(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { from, to, reason, note }: StandingInput,
) {
  const project = await holdProject(db, actor, projectId, 'update')
  refuseUnlessFits(project, from, to)
  const why = to !== 'ongoing' && reason ? await findReason(db, actor.zoneId, to, reason) : undefined
  if (to !== 'ongoing' && !why)
    throw new Problem(
      'invalid_input',
      say(
        reason
          ? `“${reason}”不在“${standingWords[to].zh}”的原因列表中，请从列表里选一个。`
          : `改为“${standingWords[to].zh}”须从列表里选一个原因。`,
        reason
          ? `“${reason}” is not in the list of reasons for “${standingWords[to].en}”; choose one of it.`
          : `Choose a reason of the list for “${standingWords[to].en}”.`,
      ),
    )
  const patch = { id: projectId, revision: project.revision, set: { standing: to } }
  const id = uuidv7()
  const caused: Author = { ...author, cause: { kind: 'standing_change', id } }
  const written = await updateRows(db, caused, 'project', [patch])
  if (written.size === 0) throw moved(project.standing)
  await insertRows(db, caused, 'standing_change', [
    {
      id,
      projectId,
      fromStanding: from,
      standing: to,
      reasonZh: why?.zh ?? null,
      reasonEn: why?.en ?? null,
      note: note?.trim() || null,
      changedBy: actor.memberId,
      changedAt: author.at,
    },
  ])
}

function refuseUnlessFits({ stage, standing }: HeldProject, from: Standing, to: Standing) {
  if (standing !== from) throw moved(standing)
  const { zh, en } = standingWords[to]
  if (from === to) throw new Problem('conflict', say(`项目已是“${zh}”。`, `The project is “${en}” already.`))
  if (from === 'transferred')
    throw new Problem(
      'conflict',
      say('项目已流转，请在流转中办理。', 'The project was transferred; go on from its transfer.'),
    )
  if (to === 'rescinded' && stages.indexOf(stage) < stages.indexOf('signed'))
    throw new Problem(
      'conflict',
      say(
        `项目还在“${stageWords[stage].zh}”，没有签约，无约可解；请改为“流失”。`,
        `The project is at “${stageWords[stage].en}” and was not signed; there is nothing to rescind. Set it to “Lost”.`,
      ),
    )
}

const moved = (standing: Standing) =>
  new Problem(
    'conflict',
    say(
      `项目状态刚被他人改为“${standingWords[standing].zh}”，请刷新后再办理。`,
      `Somebody has just set the project to “${standingWords[standing].en}”. Reload and look.`,
    ),
  )
