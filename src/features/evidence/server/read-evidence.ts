import type { Actor } from '../../../server/access.ts'
import type { Config } from '../../../server/config.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Language } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { type MilestoneKind, milestoneKinds, type Stage, stages } from '../../projects/stages.ts'
import type { Evidence, MilestoneProof, StageEntry, StageRule, StandingChange } from '../contract.ts'
import { missingOf, stateOf } from '../model/requirement.ts'
import { type HeldProject, holdProject, listDateAuthors, listPapers, listVerifications } from './held.ts'
import { mayRemove } from './papers.ts'
import { listReasons } from './reasons.ts'
import { paperMegabytes } from './receive-paper.ts'
import { listRules } from './rules.ts'
import { refusalToVerify } from './verify-milestone.ts'

type Asked = { actor: Actor; config: Config; now: Date; language: Language }

/** All about a project's stages: what each needs and lacks, the papers, who verified what, and every entry so far. */
export async function readEvidence(db: Db, id: string, asked: Asked): Promise<Evidence> {
  const { actor, config } = asked
  const { zoneId } = actor
  const project = await holdProject(db, actor, id, 'read')
  const today = shanghaiDay(asked.now)
  const rules = await listRules(db, zoneId, asked.language)
  const papers = await listPapers(db, zoneId, id)
  const verifications = await listVerifications(db, zoneId, id)
  const entries = await listEntries(db, zoneId, id)
  const held = { actuals: project.actuals, papers, verifications }
  const states = rules.map(({ stage, needs, verified, source }) => {
    const states = needs.map((need) => stateOf(need, verified, held, today))
    const isProven =
      stage === project.stage
        ? project.isProven
        : entries.some((entry) => entry.stage === stage && entry.isProven)
    return { stage, needs: states, missing: missingOf(states, today), source, isProven }
  })
  const proofs = await proofsOf(db, asked, project, rules, papers, verifications)
  return {
    stage: project.stage,
    standing: project.standing,
    isProven: project.isProven,
    next: stages[stages.indexOf(project.stage) + 1] ?? null,
    stages: states,
    proofs,
    papers: papers.map(({ addedBy, addedAt, author, revision: _, ...paper }) => ({
      ...paper,
      milestone: paper.milestone as MilestoneKind,
      format: paper.format as Evidence['papers'][number]['format'],
      addedBy: author,
      addedAt: addedAt.toISOString(),
      abilities: mayRemove(actor, project.abilities, { addedBy }) ? ['read', 'remove'] : ['read'],
    })),
    entries,
    standingChanges: await listStandingChanges(db, zoneId, id),
    reasons: await listReasons(db, zoneId),
    paperMegabytes: paperMegabytes(config),
    abilities: project.abilities,
  }
}

/** Of every milestone with an actual date or a paper: who wrote it, who verified it, and whether this person may. */
async function proofsOf(
  db: Db,
  { actor, now, language }: Asked,
  project: HeldProject,
  rules: readonly Pick<StageRule, 'needs'>[],
  papers: Awaited<ReturnType<typeof listPapers>>,
  verifications: Awaited<ReturnType<typeof listVerifications>>,
): Promise<MilestoneProof[]> {
  const authors = await listDateAuthors(db, actor.zoneId, project.id)
  const mayUpdate = project.abilities.includes('update')
  return milestoneKinds.flatMap((milestone) => {
    const actual = project.actuals[milestone] ?? null
    const own = papers.filter((paper) => paper.milestone === milestone)
    if (actual === null && own.length === 0) return []
    const author = authors.find((one) => one.milestone === milestone)
    const last = verifications.find((one) => one.milestone === milestone)
    const needsPaper = namesPaper(rules, milestone)
    const refusal = refusalToVerify(actor, shanghaiDay(now), {
      milestone,
      actual,
      papers: own,
      author,
      needsPaper,
    })
    return [
      {
        milestone,
        actual,
        author: author?.name ?? null,
        verifiedBy: last?.verifier ?? null,
        verifiedAt: last?.verifiedAt.toISOString() ?? null,
        isOutdated: !!last && (last.actual !== actual || own.some(({ id }) => !last.paperIds.includes(id))),
        mayVerify: mayUpdate && !refusal,
        refusal: mayUpdate ? (refusal?.[language] ?? null) : null,
      },
    ]
  })
}

export const namesPaper = (rules: readonly Pick<StageRule, 'needs'>[], milestone: MilestoneKind) =>
  rules.some(({ needs }) => needs.some((need) => need.milestone === milestone && need.papers.length > 0))

/** The newest first. */
async function listEntries(db: Db, zoneId: string, projectId: string): Promise<StageEntry[]> {
  const rows = await db
    .selectFrom('stageEntry')
    .innerJoin('member', (join) =>
      join.onRef('member.zoneId', '=', 'stageEntry.zoneId').onRef('member.id', '=', 'stageEntry.enteredBy'),
    )
    .select([
      'stageEntry.id',
      'fromStage',
      'stage',
      'kind',
      'proven',
      'reason',
      'enteredAt',
      'member.name as enteredBy',
    ])
    .where('stageEntry.zoneId', '=', zoneId)
    .where('stageEntry.projectId', '=', projectId)
    .where('stageEntry.removedAt', 'is', null)
    .orderBy('enteredAt', 'desc')
    .orderBy('stageEntry.id', 'desc')
    .execute()
  return rows.map(({ proven, enteredAt, ...row }) => ({
    ...row,
    fromStage: row.fromStage as Stage,
    stage: row.stage as Stage,
    kind: row.kind as StageEntry['kind'],
    isProven: proven,
    enteredAt: enteredAt.toISOString(),
  }))
}

async function listStandingChanges(db: Db, zoneId: string, projectId: string): Promise<StandingChange[]> {
  const rows = await db
    .selectFrom('standingChange')
    .innerJoin('member', (join) =>
      join
        .onRef('member.zoneId', '=', 'standingChange.zoneId')
        .onRef('member.id', '=', 'standingChange.changedBy'),
    )
    .select([
      'standingChange.id',
      'fromStanding',
      'standing',
      'reasonZh',
      'reasonEn',
      'note',
      'changedAt',
      'member.name as changedBy',
    ])
    .where('standingChange.zoneId', '=', zoneId)
    .where('standingChange.projectId', '=', projectId)
    .where('standingChange.removedAt', 'is', null)
    .orderBy('changedAt', 'desc')
    .orderBy('standingChange.id', 'desc')
    .execute()
  return rows.map(({ reasonZh, reasonEn, changedAt, ...row }) => ({
    ...row,
    reason: reasonZh === null ? null : { zh: reasonZh, en: reasonEn },
    changedAt: changedAt.toISOString(),
  }))
}
