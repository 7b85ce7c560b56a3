import { v7 as uuidv7 } from 'uuid'
import type { LandRule } from '../../../engine/land-rules/rule.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import { holdProject, listPapers } from '../../evidence/server/held.ts'
import type { ConfirmationInput, ExemptionInput, FairReviewInput } from '../contract.ts'
import { checkProject } from './check.ts'
import { knownIndustry } from './industries.ts'
import { authorizeExemption } from './policy.ts'
import { movedOn, noSuchPaper, noSuchRule } from './refusals.ts'
import { findSet } from './rule-sets.ts'

/** A rule as this person saw it: of the set as it is now. */
async function findRule(
  db: Db,
  zoneId: string,
  { setId, ruleId, setRevision }: { setId: string; ruleId: string; setRevision: number },
): Promise<LandRule> {
  const set = await findSet(db, zoneId, setId)
  if (set.revision !== setRevision) throw movedOn()
  const rule = set.rules.find(({ id }) => id === ruleId)
  if (!rule) throw noSuchRule()
  return rule
}

/** A named person says whether a condition without a figure holds. */
export async function confirmRule(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { holds, note, ...of }: ConfirmationInput,
) {
  await holdProject(db, actor, projectId, 'update')
  const rule = await findRule(db, actor.zoneId, of)
  if (rule.kind !== 'statement' && rule.kind !== 'enterprise')
    throw new Problem(
      'invalid_input',
      say(
        '这条按数据核对，不由人确认。请补齐数据。',
        'This condition is judged by figures, not by what somebody says. Fill in the figures.',
      ),
    )
  await insertRows(db, author, 'confirmation', [
    {
      id: uuidv7(),
      projectId,
      ruleSetId: of.setId,
      rule,
      holds,
      note: note?.trim() || null,
      confirmedBy: actor.memberId,
      confirmedAt: author.at,
    },
  ])
}

/** A decision that a project need not keep a rule, on a paper of the project. */
export async function exemptRule(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { reason, paperId, ...of }: ExemptionInput,
) {
  const project = await holdProject(db, actor, projectId, 'update')
  authorizeExemption(actor)
  const rule = await findRule(db, actor.zoneId, of)
  await refuseOtherPaper(db, actor.zoneId, projectId, paperId)
  const { rows, industryCode } = await checkProject(db, actor.zoneId, project.line)
  const row = rows.find((one) => one.setId === of.setId && one.rule.id === rule.id)
  if (!row) throw noSuchRule()
  if (row.verdict !== 'fail' && row.verdict !== 'unknown')
    throw new Problem(
      'conflict',
      say('这条已经满足或已经豁免，不用再豁免。', 'This condition is met or exempted already.'),
    )
  await insertRows(db, author, 'exemption', [
    {
      id: uuidv7(),
      projectId,
      ruleSetId: of.setId,
      rule,
      offered: row.offered,
      verdict: row.verdict,
      industry: rule.kind === 'industry' ? knownIndustry(industryCode) : null,
      reason: reason.trim(),
      paperId,
      decidedBy: actor.memberId,
      decidedAt: author.at,
    },
  ])
}

/** What the review of fair competition found. A later one stands before an earlier one; none goes away. */
export async function recordReview(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { conclusion, basis, reviewedOn, paperId }: FairReviewInput,
) {
  await holdProject(db, actor, projectId, 'update')
  await refuseOtherPaper(db, actor.zoneId, projectId, paperId)
  if (reviewedOn > shanghaiDay(author.at))
    throw new Problem(
      'invalid_input',
      say(`审查日期 ${reviewedOn} 还没有到。`, `The day of the review, ${reviewedOn}, is still to come.`),
    )
  await insertRows(db, author, 'fair_review', [
    {
      id: uuidv7(),
      projectId,
      conclusion,
      basis: basis.trim(),
      reviewedOn,
      paperId,
      recordedBy: actor.memberId,
      recordedAt: author.at,
    },
  ])
}

export async function refuseOtherPaper(db: Db, zoneId: string, projectId: string, paperId: string) {
  const papers = await listPapers(db, zoneId, projectId)
  if (!papers.some(({ id }) => id === paperId)) throw noSuchPaper()
}
