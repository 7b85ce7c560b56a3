import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { showWhen } from '../../../shared/when.ts'
import { sameGoal } from '../../organisation/model/state.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import { holdOrganisation } from '../../organisation/server/reorganisation-queries.ts'
import type { GoalInput, GoalPatch } from '../contract.ts'
import { type MeasureKey, measureOf } from '../measures.ts'
import { daysOfPeriod } from './board.ts'
import { findGoal, listGoals, type StoredGoal } from './queries.ts'

type Given = GoalInput & { provenance?: string | null | undefined }

/** Sets a goal for a unit and a period: for the days of it on which the unit stands. */
export async function setGoal(db: Db, author: Author, input: Given): Promise<string> {
  const { zoneId } = author
  const { unitId, measure, period, value } = input
  const days = daysOfPeriod(period)
  await holdOrganisation(db, zoneId)
  const unit = found(
    (await listUnits(db, zoneId)).find(({ id }) => id === unitId),
    say('单位', 'unit'),
    unitId,
  )
  if (unit.kind !== 'corps' && unit.kind !== 'zone_office')
    throw new Problem(
      'invalid_input',
      say(
        `“${unit.name}”不是兵团，也不是管委会：目标只能定给兵团，或由管委会代表全区。`,
        `“${unit.name}” is neither a corps nor the zone’s office: goals are set for a corps, or for the whole zone by its office.`,
      ),
    )
  checkValue(measure, period, value)
  const fromOn = unit.fromOn > days.fromOn ? unit.fromOn : days.fromOn
  const toOn = unit.toOn !== null && unit.toOn < days.toOn ? unit.toOn : days.toOn
  if (fromOn > toOn)
    throw new Problem(
      'invalid_input',
      say(
        `“${unit.name}”在${showWhen(period, 'zh')}不存在（${unit.fromOn} 至 ${unit.toOn ?? '今后'}），请另选时期或单位。`,
        `“${unit.name}” does not exist in ${showWhen(period, 'en')} (${unit.fromOn} to ${unit.toOn ?? 'open end'}); choose another period or unit.`,
      ),
    )
  const goal = { unitId, measure, period, fromOn, toOn, value }
  const other = (await listGoals(db, zoneId, period)).find((one) => sameGoal(one, goal))
  if (other) throw overlapping(unit.name, other, value)
  const id = uuidv7()
  const { note = null, provenance = null } = input
  const set = { setBy: author.memberId, setAt: author.at }
  await insertRows(db, author, 'goal', [{ id, ...goal, note, provenance, ...set }])
  return id
}

export async function changeGoal(db: Db, author: Author, id: string, patch: GoalPatch) {
  const goal = found(await findGoal(db, author.zoneId, id), say('目标', 'goal'), id)
  checkValue(goal.measure, goal.period, patch.value)
  const { revision, value, note } = patch
  const set = { value, setBy: author.memberId, setAt: author.at, ...(note === undefined ? {} : { note }) }
  await write(db, author, { id, revision, set })
}

export async function removeGoal(db: Db, author: Author, id: string, revision: number) {
  found(await findGoal(db, author.zoneId, id), say('目标', 'goal'), id)
  await write(db, author, { id, revision, set: { removedAt: author.at } }, 'remove')
}

async function write(
  db: Db,
  author: Author,
  patch: { id: string; revision: number; set: object },
  operation: 'update' | 'remove' = 'update',
) {
  const written = await updateRows(db, author, 'goal', [patch], operation)
  if (written.size === 0)
    throw new Problem(
      'conflict',
      say(
        '这个目标刚被他人修改，请刷新后再试。',
        'Somebody changed this goal just now. Reload and try again.',
      ),
    )
}

function checkValue(key: MeasureKey, period: string, value: string) {
  const measure = measureOf(key)
  if (!measure) return
  if (measure.unit === 'count' && /\.\d*[1-9]/.test(value))
    throw new Problem(
      'invalid_input',
      say(
        `“${measure.zh}”按个数计，目标值“${value}”须为整数。`,
        `“${measure.en}” is a count: write a whole number instead of “${value}”.`,
      ),
    )
  if (measure.adds === 'yearDone' && period.length > 4)
    throw new Problem(
      'invalid_input',
      say(
        `“${measure.zh}”按年累计，只能定年度目标，请把时期“${period}”改为“${period.slice(0, 4)}”。`,
        `“${measure.en}” is summed by the year: set a goal for ${period.slice(0, 4)} instead of ${period}.`,
      ),
    )
}

function overlapping(unit: string, other: StoredGoal, value: string) {
  const measure = measureOf(other.measure)
  const span = `${other.fromOn} — ${other.toOn}`
  const money = measure?.unit === 'money'
  const [zh, en] = money ? [' 万元', ' (CNY 10k)'] : [' 个', '']
  return new Problem(
    'conflict',
    say(
      `“${unit}”${showWhen(other.period, 'zh')}的“${measure?.zh}”已有目标 ${other.value}${zh}（${span}），新的 ${value}${zh} 与它时间重叠。请修改原目标。`,
      `“${unit}” has a goal for “${measure?.en}” in ${showWhen(other.period, 'en')} already: ${other.value}${en} (${span}); the new ${value}${en} would overlap it. Change that one.`,
    ),
  )
}
