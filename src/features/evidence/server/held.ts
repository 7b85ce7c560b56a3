import { sql } from 'kysely'
import { type Actor, authorize } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, notAllowed, say } from '../../../server/errors.ts'
import { projectPolicy } from '../../projects/server/policy.ts'
import { findLine } from '../../projects/server/queries.ts'
import { type MilestoneKind, milestoneKinds, type Stage, type Standing } from '../../projects/stages.ts'

export type HeldProject = {
  id: string
  name: string
  revision: number
  stage: Stage
  standing: Standing
  isProven: boolean
  actuals: Record<string, string | null>
  abilities: string[]
  /** As the ledger has it. */
  line: Record<string, unknown> & { id: string; name: string }
}

/** A project that this person may read or change, with its actual dates; held until the transaction ends if to be changed. */
export async function holdProject(
  db: Db,
  actor: Actor,
  id: string,
  ability: 'read' | 'update',
): Promise<HeldProject> {
  const revision = ability === 'update' ? await lockProject(db, actor.zoneId, id) : 0
  const row = found(await findLine(db, actor, id), say('项目', 'project'), id)
  authorize(projectPolicy, actor, 'read', { corpsId: row['corps'] as string | null })
  if (!row.abilities.includes(ability))
    throw notAllowed(
      '这个项目不属于您任职的兵团，不能办理。',
      'This project is not of your corps, so you may not do this.',
    )
  const actuals = Object.fromEntries(
    milestoneKinds.map((kind) => [kind, (row[`${kind}.actual`] as string | undefined) ?? null]),
  )
  return {
    id,
    name: row['name'] as string,
    revision,
    stage: row['stage'] as Stage,
    standing: row['standing'] as Standing,
    isProven: row['stageProof'] === 'proven',
    actuals,
    abilities: row.abilities,
    line: { ...row, id, name: row['name'] as string },
  }
}

async function lockProject(db: Db, zoneId: string, id: string): Promise<number> {
  const row = await db
    .selectFrom('project')
    .select('revision')
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.revision ?? 0
}

export type PaperRow = Awaited<ReturnType<typeof listPapers>>[number]
export const listPapers = (db: Db, zoneId: string, projectId: string) =>
  db
    .selectFrom('paper')
    .innerJoin('member', (join) =>
      join.onRef('member.zoneId', '=', 'paper.zoneId').onRef('member.id', '=', 'paper.addedBy'),
    )
    .select([
      'paper.id',
      'paper.milestone',
      'paper.kind',
      'paper.fileName',
      'paper.fileSize',
      'paper.fileHash',
      'paper.format',
      'paper.addedBy',
      'paper.addedAt',
      'paper.revision',
      'member.name as author',
    ])
    .where('paper.zoneId', '=', zoneId)
    .where('paper.projectId', '=', projectId)
    .where('paper.removedAt', 'is', null)
    .orderBy('paper.addedAt')
    .orderBy('paper.id')
    .execute()

/** The newest first. */
export const listVerifications = (db: Db, zoneId: string, projectId: string) =>
  db
    .selectFrom('verification')
    .innerJoin('member', (join) =>
      join
        .onRef('member.zoneId', '=', 'verification.zoneId')
        .onRef('member.id', '=', 'verification.verifiedBy'),
    )
    .select([
      'verification.id',
      'verification.milestone',
      'verification.actual',
      'verification.paperIds',
      'verification.verifiedBy',
      'verification.verifiedAt',
      'member.name as verifier',
    ])
    .where('verification.zoneId', '=', zoneId)
    .where('verification.projectId', '=', projectId)
    .where('verification.removedAt', 'is', null)
    .orderBy('verification.verifiedAt', 'desc')
    .orderBy('verification.id', 'desc')
    .execute()

export type DateAuthor = {
  projectId: string
  milestone: MilestoneKind
  memberId: string | null
  name: string | null
}
/** Who wrote each actual date that stands now: who changed it last, not who saved the row last. */
export async function listDateAuthors(
  db: Db,
  zoneId: string,
  ...projectIds: string[]
): Promise<DateAuthor[]> {
  const { rows } = await sql<DateAuthor>`
    select m.project_id, m.kind as milestone, c.actor_id as member_id, w.name
    from milestone m
    join lateral (
      select c.actor_id from change c
      where c.zone_id = ${zoneId} and c.entity = 'milestone' and c.row_id = m.id and c.revision > coalesce((
        select max(o.revision) from change o
        where o.zone_id = ${zoneId} and o.entity = 'milestone' and o.row_id = m.id
          and (o.image ->> 'actual_on' is distinct from m.actual_on::text
            or o.image ->> 'actual_precision' is distinct from m.actual_precision
            or o.image ->> 'removed_at' is not null)), 0)
      order by c.revision limit 1) c on true
    left join member w on w.zone_id = ${zoneId} and w.id = c.actor_id
    where m.zone_id = ${zoneId} and m.project_id = any(${projectIds}::uuid[]) and m.removed_at is null and m.actual_on is not null`.execute(
    db,
  )
  return rows
}
