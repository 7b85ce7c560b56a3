import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { listLines } from '../../projects/server/queries.ts'
import { mostProjects, type PlanInput } from '../plan-contract.ts'

type Asked = Pick<PlanInput, 'stages' | 'projectIds'>

/** A place is held for it on the day: land kept, or a room by any lease. */
const holdsPlace = (zoneId: string, day: Day): RawBuilder<unknown> => sql`(
  exists (select from reservation r where r.zone_id = ${zoneId} and r.project_id = p.id and r.until_on >= ${day}::date
    and r.removed_at is null)
  or exists (select from lease k where k.zone_id = ${zoneId} and k.project_id = p.id and k.removed_at is null
    and (k.to_on is null or k.to_on >= ${day}::date)))`

/** Of these, the ones that hold a place. */
export async function listHolding(db: Db, zoneId: string, day: Day, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from project p where p.zone_id = ${zoneId} and p.id = any(${[...ids]}::uuid[])
      and p.removed_at is null and ${holdsPlace(zoneId, day)} order by p.name, p.id`.execute(db)
  return rows
}

/** The lines of the projects that a plan is asked for; refused where one cannot be planned. */
export async function linesFor(db: Db, { zoneId }: Actor, day: Day, asked: Asked) {
  const ids = asked.projectIds
    ? [...new Set(asked.projectIds)]
    : await listWaiting(db, zoneId, day, asked.stages ?? [])
  if (ids.length > mostProjects)
    throw refused(
      `一次最多统筹 ${mostProjects} 个项目，这些阶段有 ${ids.length} 个，请少选几个阶段。`,
      `A plan takes ${mostProjects} projects at most; these stages have ${ids.length}. Choose fewer stages.`,
    )
  if (asked.projectIds) await refuseHolding(db, zoneId, day, ids)
  const lines = await listLines(db, zoneId, ids)
  if (lines.length < ids.length)
    throw new Problem(
      'not_found',
      say(
        `${ids.length} 个项目中有 ${ids.length - lines.length} 个不存在。`,
        `Of ${ids.length} projects, ${ids.length - lines.length} do not exist.`,
      ),
    )
  const over = lines.filter((line) => line['standing'] !== 'ongoing').map((line) => String(line['name']))
  if (over.length > 0)
    throw refused(
      `${named(over, 'zh')} 不在推进中，不能统筹。`,
      `${named(over, 'en')}: not going on, so nothing is planned for it.`,
    )
  if (lines.length === 0)
    throw refused(
      '没有等待落位的项目：所选阶段里，在推进、台账没有地块、也没有预留的项目一个也没有。',
      'No project waits for a place: in these stages none goes on that names no parcel and holds no place.',
    )
  return lines
}

async function refuseHolding(db: Db, zoneId: string, day: Day, ids: readonly string[]) {
  const holding = (await listHolding(db, zoneId, day, ids)).map(({ name }) => name)
  if (holding.length > 0)
    throw refused(
      `${named(holding, 'zh')} 已有预留或租约，请先释放，或不列入。`,
      `${named(holding, 'en')}: a place is held already. Let it go first, or leave it out.`,
    )
}

async function listWaiting(db: Db, zoneId: string, day: Day, stages: readonly string[]) {
  const { rows } = await sql<{ id: string }>`
    select p.id from project p where p.zone_id = ${zoneId} and p.stage = any(${[...stages]}::text[])
      and p.standing = 'ongoing' and p.parcel_no is null and p.removed_at is null
      and not ${holdsPlace(zoneId, day)} order by p.id`.execute(db)
  return rows.map(({ id }) => id)
}

const mostNamed = 5
/** A few of them, and how many more. */
export function named(names: readonly string[], language: 'zh' | 'en'): string {
  const quoted = names.slice(0, mostNamed).map((name) => `“${name}”`)
  const more = names.length - quoted.length
  if (language === 'zh') return `${quoted.join('、')}${more > 0 ? `等 ${names.length} 个` : ''}`
  return `${quoted.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const refused = (zh: string, en: string) => new Problem('invalid_input', say(zh, en))
