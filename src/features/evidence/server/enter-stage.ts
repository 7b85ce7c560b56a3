import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { passGates } from '../../preconditions/server/gate.ts'
import { type Stage, stages, stageWords, standingWords } from '../../projects/stages.ts'
import type { StageInput } from '../contract.ts'
import { missingWords } from '../model/missing-words.ts'
import { missingOf, stateOf } from '../model/requirement.ts'
import { type HeldProject, holdProject, listPapers, listVerifications } from './held.ts'
import { ruleOf } from './rules.ts'

type Kind = 'forward' | 'confirm' | 'back' | 'leap'

/** What going from one stage to another is; the same stage is confirmed with the evidence it lacked. */
export function kindOf(from: Stage, to: Stage): Kind {
  const steps = stages.indexOf(to) - stages.indexOf(from)
  return steps === 0 ? 'confirm' : steps === 1 ? 'forward' : steps < 0 ? 'back' : 'leap'
}

/**
 * A project enters a stage, with what proves it. Forward it is refused while anything is missing; back it goes for a
 * reason, and is proven there only if the evidence still stands and its gates let it through.
 */
export async function enterStage(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { from, to, reason }: StageInput,
) {
  const project = await holdProject(db, actor, projectId, 'update')
  const kind = kindOf(from, to)
  refuseUnlessMoving(project, from)
  if (kind === 'confirm' && project.isProven)
    throw new Problem(
      'conflict',
      say(
        `项目已在“${stageWords[to].zh}”，且有佐证。`,
        `It is at “${stageWords[to].en}” with evidence already.`,
      ),
    )
  const why = reason?.trim() || null
  if ((kind === 'back' || kind === 'leap') && !why)
    throw new Problem(
      'invalid_input',
      kind === 'back'
        ? say(
            `从“${stageWords[from].zh}”退回“${stageWords[to].zh}”须写明原因。`,
            `Give the reason for going back from “${stageWords[from].en}” to “${stageWords[to].en}”.`,
          )
        : say(
            `从“${stageWords[from].zh}”越过中间阶段到“${stageWords[to].zh}”须写明原因。`,
            `Give the reason for leaping from “${stageWords[from].en}” to “${stageWords[to].en}”.`,
          ),
    )
  const { missing, evidence } = await proofOf(db, actor.zoneId, project, to, author.at)
  if (missing.length > 0 && kind !== 'back') throw lacking(project.name, to, missing)
  const passed = await passGates(db, actor.zoneId, project.line, from, to).catch((refusal: unknown) => {
    if (kind === 'back' && refusal instanceof Problem) return undefined
    throw refusal
  })
  const isProven = missing.length === 0 && passed !== undefined
  const patch = {
    id: projectId,
    revision: project.revision,
    set: { stage: to, provenStage: isProven ? to : null },
  }
  const id = uuidv7()
  const caused: Author = { ...author, cause: { kind: 'stage_entry', id } }
  const written = await updateRows(db, caused, 'project', [patch])
  if (written.size === 0) throw moved(project.stage)
  await insertRows(db, caused, 'stage_entry', [
    {
      id,
      projectId,
      fromStage: from,
      stage: to,
      kind,
      proven: isProven,
      reason: why,
      evidence: { ...evidence, ...passed },
      enteredBy: actor.memberId,
      enteredAt: author.at,
    },
  ])
}

function refuseUnlessMoving({ stage, standing }: HeldProject, from: Stage) {
  if (standing !== 'ongoing')
    throw new Problem(
      'conflict',
      say(
        `项目状态为“${standingWords[standing].zh}”，先恢复为“推进中”才能进入阶段。`,
        `The project is “${standingWords[standing].en}”; set it to “Ongoing” before it enters a stage.`,
      ),
    )
  if (stage !== from) throw moved(stage)
}

const moved = (stage: Stage) =>
  new Problem(
    'conflict',
    say(
      `项目阶段刚被他人改为“${stageWords[stage].zh}”，请刷新后再办理。`,
      `Somebody has just moved the project to “${stageWords[stage].en}”. Reload and look.`,
    ),
  )

/** What a stage lacks, and what stands for it, as kept with the entry. */
async function proofOf(db: Db, zoneId: string, project: HeldProject, stage: Stage, now: Date) {
  const today = shanghaiDay(now)
  const { needs, verified, source } = await ruleOf(db, zoneId, stage)
  const papers = await listPapers(db, zoneId, project.id)
  const verifications = await listVerifications(db, zoneId, project.id)
  const held = { actuals: project.actuals, papers, verifications }
  const missing = missingOf(
    needs.map((need) => stateOf(need, verified, held, today)),
    today,
  )
  const milestones = new Set<string>(needs.map((need) => need.milestone))
  const evidence = {
    needs,
    verified,
    source,
    dates: Object.fromEntries([...milestones].map((one) => [one, project.actuals[one]])),
    papers: papers
      .filter((paper) => milestones.has(paper.milestone))
      .map(({ id, milestone, kind, fileHash }) => ({ id, milestone, kind, fileHash })),
    verifications: verifications
      .filter((one) => milestones.has(one.milestone))
      .map(({ id, milestone, verifiedBy }) => ({ id, milestone, verifiedBy })),
  }
  return { missing, evidence }
}

function lacking(name: string, stage: Stage, missing: ReturnType<typeof missingOf>) {
  const list = (language: 'zh' | 'en') => missing.map((one) => missingWords(one, language))
  return new Problem(
    'evidence_missing',
    say(
      `“${name}”还不能进入“${stageWords[stage].zh}”，缺：${list('zh').join('；')}。`,
      `“${name}” cannot enter “${stageWords[stage].en}” yet. Missing: ${list('en').join('; ')}.`,
    ),
    { stage, missing },
  )
}
