import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { notAllowed, Problem, type Sentence, say } from '../../../server/errors.ts'
import { type Day, shanghaiDay } from '../../../shared/days.ts'
import { type MilestoneKind, milestoneWords } from '../../projects/stages.ts'
import type { VerificationInput } from '../contract.ts'
import { isFuture } from '../model/requirement.ts'
import { type DateAuthor, holdProject, listDateAuthors, listPapers, type PaperRow } from './held.ts'

type Looked = {
  milestone: MilestoneKind
  actual: string | null
  papers: readonly Pick<PaperRow, 'addedBy' | 'fileName'>[]
  author: DateAuthor | undefined
  /** The rules name papers for it. */
  needsPaper: boolean
}

/** Why this person cannot verify a milestone, or nothing. Nobody verifies what they wrote or filed themselves. */
export function refusalToVerify(actor: Actor, today: Day, one: Looked): Sentence | undefined {
  const { zh, en } = milestoneWords[one.milestone]
  if (one.actual === null)
    return say(`“${zh}”还没有实际日期，无从核验。`, `“${en}” has no actual date to be verified.`)
  if (isFuture(one.actual, today))
    return say(
      `“${zh}”的实际日期 ${one.actual} 还没有到，不能核验。`,
      `The actual date of “${en}”, ${one.actual}, is to come; it cannot be verified.`,
    )
  if (one.author?.memberId === actor.memberId)
    return say(
      `“${zh}”的日期是您填写的，须由他人核验。`,
      `You wrote the date of “${en}”; somebody else must verify it.`,
    )
  const own = one.papers.find((paper) => paper.addedBy === actor.memberId)
  if (own)
    return say(
      `“${own.fileName}”是您上传的，“${zh}”须由他人核验。`,
      `You added “${own.fileName}”; somebody else must verify “${en}”.`,
    )
  if (one.needsPaper && one.papers.length === 0)
    return say(`“${zh}”还没有佐证材料，无从核验。`, `“${en}” has no paper yet to be verified.`)
  return undefined
}

/** Says that this person looked at a milestone's date and papers, and found them right. */
export async function verifyMilestone(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  milestone: MilestoneKind,
  seen: VerificationInput,
  needsPaper: boolean,
) {
  const project = await holdProject(db, actor, projectId, 'update')
  const actual = project.actuals[milestone] ?? null
  const papers = (await listPapers(db, actor.zoneId, projectId)).filter((one) => one.milestone === milestone)
  const dateAuthor = (await listDateAuthors(db, actor.zoneId, projectId)).find(
    (one) => one.milestone === milestone,
  )
  const looked = { milestone, actual, papers, author: dateAuthor, needsPaper }
  const refusal = refusalToVerify(actor, shanghaiDay(author.at), looked)
  if (refusal) throw notAllowed(refusal.zh, refusal.en)
  const ids = papers.map((paper) => paper.id)
  if (actual !== seen.actual || ids.toSorted().join() !== [...seen.paperIds].sort().join())
    throw new Problem(
      'conflict',
      say(
        '日期或材料刚被他人改动，请刷新看过后再核验。',
        'The date or the papers were changed just now. Reload and look at them before you verify.',
      ),
    )
  await insertRows(db, author, 'verification', [
    {
      id: uuidv7(),
      projectId,
      milestone,
      actual,
      paperIds: ids,
      verifiedBy: actor.memberId,
      verifiedAt: author.at,
    },
  ])
}
