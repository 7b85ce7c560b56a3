import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, type NewRow } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { refreshSearch } from '../../projects/server/search-entries.ts'
import { removeProjects, writeProjects } from '../../projects/server/write-projects.ts'
import type { MergeInput } from '../contract.ts'
import { type MergeWrite, planMerge } from '../model/merge-plan.ts'
import { carryOver } from './links.ts'
import { authorizeBoth } from './policy.ts'
import { loadBoth, refuseIfMovedOn } from './refusals.ts'
import { nameOf, type StoredSide, told } from './sides.ts'

/** Makes two projects one, in one act: values by choice, what hangs on the lost one, and its names as aliases. */
export async function mergeProjects(
  db: Db,
  actor: Actor,
  at: Omit<Author, 'cause'>,
  input: MergeInput,
): Promise<string> {
  const { zoneId } = actor
  const id = uuidv7()
  const author: Author = { ...at, cause: { kind: 'merge', id } }
  const [kept, lost] = await loadBoth(db, zoneId, [input.keptId, input.lostId], true)
  authorizeBoth(actor, [kept, lost])
  await refuseIfMovedOn(db, zoneId, kept, input.keptRevision)
  await refuseIfMovedOn(db, zoneId, lost, input.lostRevision)
  const { writes, unknown } = planMerge(kept.values, lost.values, input.takeLost)
  if (unknown[0]) throw nothingThere(lost, unknown[0])
  const month = monthOf(shanghaiDay(author.at))
  await writeProjects(
    db,
    author,
    writes.map(({ period, set }) => ({ projectId: kept.id, isNew: false, period: period ?? month, set })),
  )
  await carryOver(db, author, lost.id, kept.id)
  await insertRows(db, author, 'alias', aliasesOf(kept, lost, writes))
  await removeProjects(db, author, [lost.id])
  await refreshSearch(db, zoneId, [kept.id])
  await insertRows(db, author, 'merge', [
    { id, keptId: kept.id, lostId: lost.id, createdBy: actor.memberId, createdAt: author.at },
  ])
  return id
}

const nothingThere = (lost: StoredSide, { field, period }: { field: string; period: string | null }) => {
  const label = fieldByKey.get(field)
  return new Problem(
    'invalid_input',
    say(
      `“${nameOf(lost)}”的「${label?.zh ?? field}」${period ?? ''} 是空的，不能取它的值。`,
      `“${label?.en ?? field}” ${period ?? ''} of “${nameOf(lost)}” is blank and cannot be taken.`,
    ),
  )
}

/** What either was called and the merged project no longer is. */
function aliasesOf(kept: StoredSide, lost: StoredSide, writes: readonly MergeWrite[]): NewRow<'alias'>[] {
  const own = writes.find(({ period }) => period === null)?.set ?? {}
  const called = ['name', 'code', 'investor'] as const
  return [lost, kept].flatMap((side) => {
    const [name, code, investor] = called.map((field) => told(side, field))
    const isNews = called.some((field) => {
      const was = told(side, field)
      return was !== null && was !== (own[field] ?? told(kept, field))
    })
    return isNews && name
      ? [{ id: uuidv7(), projectId: kept.id, name, code: code ?? null, investor: investor ?? null }]
      : []
  })
}
