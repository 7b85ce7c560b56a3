import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { Problem, say } from '../../../server/errors.ts'
import { mergeAway, type StoredMerge } from './queries.ts'
import { loadSides, nameOf, type StoredSide } from './sides.ts'

const minute = (at: string) => {
  const shifted = new Date(Date.parse(at) + 8 * 3_600_000).toISOString()
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`
}

/** Both projects, in the order asked for; refused with who merged one of them away, or that it is not there. */
export async function loadBoth(
  db: Db,
  zoneId: string,
  ids: readonly [string, string],
  hold = false,
): Promise<[StoredSide, StoredSide]> {
  if (ids[0] === ids[1])
    throw new Problem(
      'invalid_input',
      say('一个项目不能与自己合并。', 'A project cannot be merged with itself.'),
    )
  const sides = await loadSides(db, zoneId, ids, hold)
  const [first, second] = [sides.get(ids[0]), sides.get(ids[1])]
  if (first && second) return [first, second]
  const missing = first ? ids[1] : ids[0]
  const gone = await mergeAway(db, zoneId, missing)
  if (gone) throw mergedAlready(gone)
  throw new Problem(
    'not_found',
    say(`台账里没有编号为 ${missing} 的项目。`, `There is no project ${missing} in the ledger.`),
  )
}

const mergedAlready = ({ lostName, keptName, createdBy, createdAt }: StoredMerge) =>
  new Problem(
    'conflict',
    say(
      `“${lostName}”已由${createdBy}于 ${minute(createdAt)} 并入“${keptName}”，这次没有改动任何内容。请刷新后再看。`,
      `“${lostName}” was merged into “${keptName}” by ${createdBy}, ${minute(createdAt)}. Nothing was changed now; reload and look again.`,
    ),
  )

/** A project must be as it was when the person compared. */
export async function refuseIfMovedOn(db: Db, zoneId: string, side: StoredSide, seen: number) {
  if (side.revision === seen) return
  const { rows } = await sql<{ name: string | null; at: Date }>`
    with own as (
      select ${side.id}::uuid as id union all
      select id from milestone where zone_id = ${zoneId} and project_id = ${side.id}::uuid union all
      select id from progress where zone_id = ${zoneId} and project_id = ${side.id}::uuid union all
      select id from merge where zone_id = ${zoneId} and kept_id = ${side.id}::uuid)
    select m.name, c.recorded_from as at from own
    join change c on c.zone_id = ${zoneId} and c.entity in ('project', 'milestone', 'progress', 'merge') and c.row_id = own.id
    left join member m on m.zone_id = ${zoneId} and m.id = c.actor_id
    order by c.recorded_from desc limit 1`.execute(db)
  const by = rows[0]?.name ?? '系统'
  const at = rows[0] ? minute(rows[0].at.toISOString()) : ''
  throw new Problem(
    'conflict',
    say(
      `“${nameOf(side)}”在您核对之后被${by}改过或合并过（${at}），没有合并。请重新核对。`,
      `“${nameOf(side)}” was changed or merged after you compared, by ${by === '系统' ? 'the system' : by} (${at}); nothing was merged. Compare again.`,
    ),
    { projectId: side.id },
  )
}

/** A merge that may be taken back: not yet taken back, and its project not merged away itself. */
export async function refuseUnlessStanding(db: Db, zoneId: string, merge: StoredMerge) {
  if (merge.undoneAt)
    throw new Problem(
      'conflict',
      say(
        `这次合并已由${merge.undoneBy ?? '系统'}于 ${minute(merge.undoneAt)} 撤销。`,
        `This merge was taken back by ${merge.undoneBy ?? 'the system'}, ${minute(merge.undoneAt)}.`,
      ),
    )
  const further = await mergeAway(db, zoneId, merge.keptId)
  if (further)
    throw new Problem(
      'conflict',
      say(
        `“${further.lostName}”后来又并入了“${further.keptName}”（${further.createdBy}，${minute(further.createdAt)}）。请先撤销那一次合并。`,
        `“${further.lostName}” was merged into “${further.keptName}” afterwards (${further.createdBy}, ${minute(further.createdAt)}). Take that merge back first.`,
      ),
    )
}
