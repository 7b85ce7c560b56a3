import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type Day, firstDayOfMonth, isDay, type Month, shanghaiDay } from '../../../shared/days.ts'
import type { TaskAnswer, TaskInput } from '../contract.ts'
import type { Task } from '../model/cell.ts'
import { authorizeChart, type Owned } from './policy.ts'
import { checkMonth } from './read-battle.ts'

type StoredTask = Task & { id: string }

/** Writes a month's task, marks it done or undone, or takes it away, if it still is what the writer saw. */
export async function putTask(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  month: Month,
  input: TaskInput,
): Promise<TaskAnswer> {
  const { zoneId } = author
  const project = await holdProject(db, zoneId, projectId)
  authorizeChart(actor, project)
  const period = firstDayOfMonth(checkMonth(month))
  const now = await findTask(db, zoneId, projectId, period)
  if ((now?.revision ?? null) !== input.revision) throw await overtaken(db, zoneId, projectId, period, now)
  const text = input.text.trim()
  const doneOn = text === '' ? null : checkDone(input.doneOn ?? null, shanghaiDay(author.at))
  if (!now) {
    if (text === '') return { month, task: null }
    await insertRows(db, author, 'month_task', [{ id: uuidv7(), projectId, period, text, doneOn }])
    return { month, task: { text, doneOn, revision: 1 } }
  }
  const { id, revision } = now
  if (text === '') {
    await updateRows(db, author, 'month_task', [{ id, revision, set: { removedAt: author.at } }], 'remove')
    return { month, task: null }
  }
  if (text === now.text && doneOn === now.doneOn) return { month, task: { text, doneOn, revision } }
  await updateRows(db, author, 'month_task', [{ id, revision, set: { text, doneOn } }])
  return { month, task: { text, doneOn, revision: revision + 1 } }
}

/** Held until the end of the transaction, so that of two who write into one cell the second sees what the first wrote. */
async function holdProject(db: Db, zoneId: string, id: string): Promise<Owned> {
  const { rows } = await sql<Owned>`
    select p.corps_id, p.officer_id from project p
    where p.zone_id = ${zoneId} and p.id = ${id}::uuid and p.removed_at is null for update of p`.execute(db)
  return found(rows[0], say('项目', 'project'), id)
}

async function findTask(db: Db, zoneId: string, projectId: string, period: Day) {
  const { rows } = await sql<StoredTask>`
    select id, text, done_on, revision from month_task
    where zone_id = ${zoneId} and project_id = ${projectId}::uuid and period = ${period}::date and removed_at is null`.execute(
    db,
  )
  return rows[0]
}

/** Says who wrote what stands there now, or took it away. */
async function overtaken(
  db: Db,
  zoneId: string,
  projectId: string,
  period: Day,
  now: StoredTask | undefined,
) {
  const { rows } = await sql<{ name: string | null }>`
    select m.name from month_task t
    join change c on c.zone_id = ${zoneId} and c.entity = 'month_task' and c.row_id = t.id and c.revision = t.revision
    left join member m on m.zone_id = ${zoneId} and m.id = c.actor_id
    where t.zone_id = ${zoneId} and t.project_id = ${projectId}::uuid and t.period = ${period}::date
    order by c.recorded_from desc limit 1`.execute(db)
  const [zhWho, enWho] = [rows[0]?.name ?? '他人', rows[0]?.name ?? 'Somebody else']
  const month = period.slice(0, 7)
  const sentence = now
    ? say(
        `${month} 的任务刚被${zhWho}改为“${now.text}”，您写的没有保存。看过之后再保存，会以您的为准。`,
        `${enWho} changed the task of ${month} to “${now.text}” just now; yours was not saved. Look at it and save again to put yours in its place.`,
      )
    : say(
        `${month} 的任务刚被${zhWho}清空，您写的没有保存。再保存一次，会重新写上。`,
        `${enWho} took the task of ${month} away just now; yours was not saved. Save again to write it anew.`,
      )
  const current = now ? { text: now.text, doneOn: now.doneOn, revision: now.revision } : null
  return new Problem('conflict', sentence, { task: current })
}

function checkDone(day: Day | null, today: Day): Day | null {
  if (day === null || (isDay(day) && day >= '2000-01-01' && day <= today)) return day
  throw new Problem(
    'invalid_input',
    isDay(day) && day > today
      ? say(
          `完成日期 ${day} 还没有到（今天是 ${today}），请写实际完成的那一天。`,
          `Done on ${day} is still to come (today is ${today}); give the day on which it was done.`,
        )
      : say(
          `完成日期：没有 ${day} 这一天，请写成 2022-03-01 这样的日期。`,
          `Done on: there is no day ${day}; write it as 2022-03-01.`,
        ),
  )
}
