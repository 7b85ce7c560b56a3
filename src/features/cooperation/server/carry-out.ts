import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows } from '../../../server/database/record.ts'
import { Problem, type Sentence, say } from '../../../server/errors.ts'
import { monthOf, shanghaiDay } from '../../../shared/days.ts'
import { writeProjects } from '../../projects/server/write-projects.ts'
import { type Standing, standingWords } from '../../projects/stages.ts'
import { type AgreementRow, holdDue, listOfProject } from './agreement-queries.ts'
import { findProject, findUnit, type HeldProject, lookBeyondReach } from './project.ts'
import { fromOf } from './propose.ts'
import { causedBy, moveTo } from './steps.ts'

/** Lets an agreement take effect: the project goes over with all its history, and this one stands in place of any before. */
export async function carryOut(db: Db, author: Author, row: AgreementRow) {
  const project = await findProject(db, author.zoneId, row.projectId, 'hold')
  const wrong = await whyNot(db, author, row, project)
  if (wrong) throw new Problem('conflict', wrong)
  const by = causedBy(author, row)
  // Whoever agrees last may by that stop being one who knows of the project.
  await lookBeyondReach(db, author)
  if (row.kind === 'transfer' && row.toUnitId)
    await writeField(db, by, row, { corps: row.toUnitId, officer: row.officer })
  if (row.kind === 'transfer' && !row.toUnitId)
    await changeStanding(db, by, project, 'transferred', {
      reasonZh: `流转至${row.toName}`,
      reasonEn: `Transferred to ${row.toName}`,
      note: row.reason,
    })
  for (const former of await listOfProject(db, author.zoneId, row.projectId))
    if (former.state === 'done') await moveTo(db, causedBy(author, former), former, 'replaced')
  await moveTo(db, by, row, 'done')
}

/** What has changed since it was agreed, so that it no longer fits. */
async function whyNot(
  db: Db,
  author: Author,
  row: AgreementRow,
  project: HeldProject,
): Promise<Sentence | undefined> {
  if (project.standing !== 'ongoing' && project.standing !== 'onHold') {
    const { zh, en } = standingWords[project.standing]
    return say(
      `项目已改为“${zh}”，协议不能生效。`,
      `The project has become “${en}”; the agreement cannot take effect.`,
    )
  }
  const today = shanghaiDay(author.at)
  if (row.toUnitId && !(await findUnit(db, author.zoneId, row.toUnitId, today)))
    return say(
      `“${row.toName}”已经撤销，协议不能生效，请重新提出。`,
      `“${row.toName}” has been closed; the agreement cannot take effect. Propose a new one.`,
    )
  const from = await fromOf(db, author.zoneId, project, today)
  return from?.unitId === row.fromUnitId
    ? undefined
    : say(
        `项目已不在“${row.fromName}”（现为“${from?.unitName ?? '—'}”），协议不能生效，请重新提出。`,
        `The project is no longer with “${row.fromName}” (now “${from?.unitName ?? '—'}”); the agreement cannot take effect. Propose a new one.`,
      )
}

const writeField = (
  db: Db,
  author: Author,
  { projectId }: AgreementRow,
  set: Record<string, string | null>,
) => writeProjects(db, author, [{ projectId, isNew: false, period: monthOf(shanghaiDay(author.at)), set }])

type Why = { reasonZh: string | null; reasonEn: string | null; note: string }

/** A standing that a transfer gives or takes; it stands among the project's other changes of standing. */
export async function changeStanding(
  db: Db,
  author: Author,
  project: HeldProject,
  standing: Standing,
  why: Why,
) {
  await writeProjects(db, author, [
    {
      projectId: project.id,
      isNew: false,
      period: monthOf(shanghaiDay(author.at)),
      set: { standing },
    },
  ])
  await insertRows(db, author, 'standing_change', [
    {
      id: uuidv7(),
      projectId: project.id,
      fromStanding: project.standing,
      standing,
      ...why,
      changedBy: author.memberId,
      changedAt: author.at,
    },
  ])
}

/**
 * Agreements whose day has come, the oldest first, by whoever agreed last. One that no longer fits what it finds is
 * stopped with the reason; the project stays as it is.
 */
export async function carryOutDue(db: Db, zoneId: string, now: Date) {
  for (const row of await holdDue(db, zoneId, shanghaiDay(now))) {
    const agreed = row.steps.findLast(({ kind }) => kind === 'agreed')
    const memberId = (agreed && (await takerOf(db, zoneId, agreed.id))) ?? row.proposedById
    // At the start of its day, so that every reading as of a date is right on both sides of it.
    const at = new Date(`${row.effectiveOn}T00:00:00+08:00`)
    const author: Author = { zoneId, memberId, at }
    const project = await findProject(db, zoneId, row.projectId, 'hold')
    const wrong = await whyNot(db, author, row, project)
    if (wrong) {
      const by = causedBy({ ...author, at: now }, row)
      await moveTo(db, by, row, 'stopped', { note: wrong.zh })
    } else await carryOut(db, author, row)
  }
}

const takerOf = (db: Db, zoneId: string, stepId: string) =>
  db
    .selectFrom('agreementStep')
    .select('takenBy')
    .where('zoneId', '=', zoneId)
    .where('id', '=', stepId)
    .executeTakeFirst()
    .then((row) => row?.takenBy)
