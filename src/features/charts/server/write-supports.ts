import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { type Day, isDay, shanghaiDay } from '../../../shared/days.ts'
import { standsOn } from '../../organisation/model/state.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import type { SupportInput, SupportPatch } from '../support-contract.ts'
import { authorizeChart, type Owned } from './policy.ts'
import { findSupport, type SupportRow } from './support-queries.ts'

/** Says what a project needs, of whom and by when. */
export async function addSupport(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  input: SupportInput,
): Promise<string> {
  const { rows } = await sql<Owned>`
    select p.corps_id, p.officer_id from project p
    where p.zone_id = ${author.zoneId} and p.id = ${projectId}::uuid and p.removed_at is null for share of p`.execute(
    db,
  )
  authorizeChart(actor, found(rows[0], say('项目', 'project'), projectId))
  const { kind, dueOn } = input
  checkDay(dueOn, say('何时需要', 'Needed by'))
  const whom = await checkWhom(db, author, input)
  const id = uuidv7()
  const note = input.note?.trim() || null
  await insertRows(db, author, 'support', [
    { id, projectId, kind, what: input.what.trim(), ...whom, dueOn, note, askedBy: author.memberId },
  ])
  return id
}

/** Changes what was asked for, or says that it was met. */
export async function changeSupport(
  db: Db,
  actor: Actor,
  author: Author,
  id: string,
  { revision, ...patch }: SupportPatch,
) {
  const now = await findOwn(db, actor, id)
  if (patch.dueOn !== undefined) checkDay(patch.dueOn, say('何时需要', 'Needed by'))
  if (patch.metOn) checkMet(patch.metOn, shanghaiDay(author.at))
  const isOther = 'ofUnitId' in patch || 'ofWhom' in patch
  const set = {
    ...(patch.kind === undefined ? {} : { kind: patch.kind }),
    ...(patch.what === undefined ? {} : { what: patch.what.trim() }),
    ...(isOther ? await checkWhom(db, author, patch, now.ofUnitId) : {}),
    ...(patch.dueOn === undefined ? {} : { dueOn: patch.dueOn }),
    ...(patch.metOn === undefined ? {} : { metOn: patch.metOn }),
    ...(patch.note === undefined ? {} : { note: patch.note?.trim() || null }),
  }
  if (Object.keys(set).length === 0) return
  await write(db, author, now, { id, revision, set }, 'update')
}

export async function removeSupport(db: Db, actor: Actor, author: Author, id: string, revision: number) {
  const now = await findOwn(db, actor, id)
  await write(db, author, now, { id, revision, set: { removedAt: author.at } }, 'remove')
}

async function findOwn(db: Db, actor: Actor, id: string): Promise<SupportRow> {
  const now = found(await findSupport(db, actor, id), say('保障事项', 'support'), id)
  authorizeChart(actor, now.projectId === null ? undefined : now)
  return now
}

async function write(
  db: Db,
  author: Author,
  { what }: SupportRow,
  patch: { id: string; revision: number; set: object },
  operation: 'update' | 'remove',
) {
  const written = await updateRows(db, author, 'support', [patch], operation)
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say(
        `保障事项“${what}”刚被他人修改，这次没有保存，请看过再改。`,
        `Somebody changed “${what}” just now and nothing was saved; look at it before you change it.`,
      ),
    )
}

type Whom = { ofUnitId?: string | null; ofWhom?: string | null }

/** One of the zone's units that stands today, or who else; `known` was a unit before and may be closed since. */
async function checkWhom(db: Db, author: Author, { ofUnitId, ofWhom }: Whom, known?: string | null) {
  const other = ofWhom?.trim() || null
  if ((ofUnitId ?? null) === null && other === null)
    throw new Problem(
      'invalid_input',
      say(
        '请写明由谁保障：选一个单位，或写出其他单位的名称。',
        'Say of whom it is needed: choose a unit, or name somebody else.',
      ),
    )
  if (ofUnitId && other)
    throw new Problem(
      'invalid_input',
      say(
        `由谁保障只能有一个：选单位，或写“${other}”。`,
        `Of whom: choose a unit or name “${other}”, not both.`,
      ),
    )
  if (!ofUnitId) return { ofUnitId: null, ofWhom: other }
  const unit = (await listUnits(db, author.zoneId)).find(({ id }) => id === ofUnitId)
  if (ofUnitId !== known && !(unit && standsOn(unit, shanghaiDay(author.at))))
    throw new Problem(
      'invalid_input',
      say('没有这个单位，请另选。', 'There is no such unit; choose another.'),
    )
  return { ofUnitId, ofWhom: null }
}

function checkDay(day: Day, what: { zh: string; en: string }) {
  if (isDay(day) && day >= '2000-01-01' && day < '2200-01-01') return
  throw new Problem(
    'invalid_input',
    say(
      `${what.zh}：没有 ${day} 这一天，请写成 2022-03-01 这样的日期。`,
      `${what.en}: there is no day ${day}; write it as 2022-03-01.`,
    ),
  )
}

function checkMet(day: Day, today: Day) {
  checkDay(day, say('落实日期', 'Met on'))
  if (day <= today) return
  throw new Problem(
    'invalid_input',
    say(
      `落实日期 ${day} 还没有到（今天是 ${today}），请写实际落实的那一天。`,
      `Met on ${day} is still to come (today is ${today}); give the day on which it was met.`,
    ),
  )
}
