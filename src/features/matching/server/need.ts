import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { refuseNoDay } from '../../../server/refuse-no-day.ts'
import { addMonths, type Day } from '../../../shared/days.ts'
import { compareDecimal, multiplyDecimal, roundDecimal } from '../../../shared/decimal.ts'
import { parseWhen } from '../../../shared/when.ts'
import { holdProject } from '../../evidence/server/held.ts'
import type { SpaceNeed, SpaceNeedInput } from '../contract.ts'

type Line = Record<string, unknown>
type StoredNeed = SpaceNeed & { id: string }

async function listNeeds(db: Db, zoneId: string, projectIds: readonly string[]) {
  const { rows } = await sql<StoredNeed & { projectId: string }>`
    select project_id, id, land, rooms, trim_scale(area_m2)::text as area_m2, trim_scale(least_m2)::text as least_m2,
      trim_scale(most_m2)::text as most_m2, on_day::text as on_day, latest_on::text as latest_on,
      trim_scale(load_t_m2)::text as load_t_m2, trim_scale(height_m)::text as height_m, revision
    from space_need where zone_id = ${zoneId} and project_id = any(${[...projectIds]}::uuid[]) and removed_at is null`.execute(
    db,
  )
  return new Map(rows.map(({ projectId, ...need }) => [projectId, need]))
}

const findNeed = async (db: Db, zoneId: string, projectId: string): Promise<StoredNeed | undefined> =>
  (await listNeeds(db, zoneId, [projectId])).get(projectId)

/** As somebody wrote it, or as the ledger lets one think. */
export const needOf = async (db: Db, zoneId: string, projectId: string, line: Line, today: Day) =>
  (await needsOf(db, zoneId, [{ ...line, id: projectId }], today))[0] as SpaceNeed

/** The same of many, in the order of the lines. */
export async function needsOf(
  db: Db,
  zoneId: string,
  lines: readonly (Line & { id: string })[],
  today: Day,
): Promise<SpaceNeed[]> {
  const stored = await listNeeds(
    db,
    zoneId,
    lines.map(({ id }) => id),
  )
  return lines.map((line) => {
    const written = stored.get(line.id)
    if (!written) return proposed(line, today)
    const { id: _, ...need } = written
    return need
  })
}

const usualM2 = '20000'
const mostM2 = '600000000'
const monthsAhead = 6

/** Its land, or its floor area where it has no land; a fifth less to a half more; when its land is planned, else in half a year. */
function proposed(line: Line, today: Day): SpaceNeed {
  const [land, floor] = [areaIn(line, 'landArea'), areaIn(line, 'floorArea')]
  const areaM2 = land ?? floor ?? usualM2
  const planned = parseWhen(textIn(line, 'landSupplied.plan') ?? textIn(line, 'started.plan') ?? '')?.day
  return {
    land: land !== undefined || floor === undefined,
    rooms: land === undefined,
    areaM2,
    leastM2: roundDecimal(multiplyDecimal(areaM2, '0.8'), 2),
    mostM2: roundDecimal(multiplyDecimal(areaM2, '1.5'), 2),
    onDay: planned !== undefined && planned > today ? planned : addMonths(today, monthsAhead),
    latestOn: null,
    loadTM2: null,
    heightM: null,
    revision: 0,
  }
}

const textIn = (line: Line, key: string) => (typeof line[key] === 'string' ? line[key] : undefined)
/** Two decimals of ㎡; what is less than a square metre, or more than any zone, is a slip of the ledger and no area. */
const areaIn = (line: Line, key: string) => {
  const area = roundDecimal(textIn(line, key) ?? '0', 2)
  return compareDecimal(area, '1') >= 0 && compareDecimal(area, mostM2) <= 0 ? area : undefined
}

export async function saveNeed(
  db: Db,
  actor: Actor,
  author: Author,
  projectId: string,
  { revision, ...need }: SpaceNeedInput,
) {
  await holdProject(db, actor, projectId, 'update')
  refuseNoDay(need.onDay, need.latestOn)
  refuseTurned(need)
  const before = await findNeed(db, actor.zoneId, projectId)
  if ((before?.revision ?? 0) !== revision) throw movedOn()
  if (!before) return insertRows(db, author, 'space_need', [{ id: uuidv7(), projectId, ...need }])
  const written = await updateRows(db, author, 'space_need', [{ id: before.id, revision, set: need }])
  if (written.size === 0) throw movedOn()
}

function refuseTurned({
  land,
  rooms,
  areaM2,
  leastM2,
  mostM2,
  onDay,
  latestOn,
}: Omit<SpaceNeedInput, 'revision'>) {
  const refuse = (zh: string, en: string) => new Problem('invalid_input', say(zh, en))
  if (!land && !rooms) throw refuse('土地和厂房至少要选一样。', 'Choose land, rooms or both.')
  if (compareDecimal(leastM2, areaM2) > 0 || compareDecimal(areaM2, mostM2) > 0)
    throw refuse(
      `面积 ${areaM2} ㎡ 不在最少 ${leastM2} 和最多 ${mostM2} 之间。`,
      `${areaM2} ㎡ does not lie between the least, ${leastM2}, and the most, ${mostM2}.`,
    )
  if (latestOn !== null && latestOn < onDay)
    throw refuse(
      `最迟日期 ${latestOn} 早于需要日期 ${onDay}。`,
      `The latest day, ${latestOn}, is before the day it is needed, ${onDay}.`,
    )
}

const movedOn = () =>
  new Problem(
    'conflict',
    say('刚被他人修改，请刷新后再改。', 'Somebody changed it just now. Reload and edit again.'),
  )
