import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../server/database/record.ts'
import { Problem, say } from '../../../server/errors.ts'
import { type Reason, type ReasonedStanding, type ReasonList, reasonedStandings } from '../contract.ts'
import { presetReasons } from '../model/preset.ts'

const edited = (db: Db, zoneId: string) =>
  db
    .selectFrom('standingReason')
    .select(['id', 'standing', 'zh', 'en', 'position', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Why a project may stand still, be lost or be rescinded: the zone's words, or the preset. */
export async function listReasons(db: Db, zoneId: string): Promise<ReasonList[]> {
  const rows = await edited(db, zoneId)
  return reasonedStandings.map((standing) => {
    const own = rows.filter((row) => row.standing === standing).map(({ zh, en }) => ({ zh, en }))
    return own.length > 0
      ? { standing, reasons: own, isPreset: false }
      : { standing, reasons: presetReasons[standing], isPreset: true }
  })
}

export async function findReason(db: Db, zoneId: string, standing: ReasonedStanding, zh: string) {
  const list = (await listReasons(db, zoneId)).find((one) => one.standing === standing)
  return list?.reasons.find((reason) => reason.zh === zh)
}

/** Puts a whole list in the place of the one that the person saw. */
export async function saveReasons(
  db: Db,
  author: Author,
  standing: ReasonedStanding,
  seen: readonly string[],
  reasons: readonly Reason[],
) {
  const now = (await listReasons(db, author.zoneId)).find((one) => one.standing === standing)?.reasons ?? []
  if (now.map(({ zh }) => zh).join('\n') !== seen.join('\n'))
    throw new Problem(
      'conflict',
      say('这份原因刚被他人修改，请刷新后再改。', 'Somebody changed these reasons just now. Reload.'),
    )
  const trimmed = reasons.map(({ zh, en }) => ({ zh: zh.trim(), en: en?.trim() || null }))
  const twice = trimmed.find(({ zh }, at) => trimmed.findIndex((one) => one.zh === zh) < at)
  if (twice)
    throw new Problem(
      'invalid_input',
      say(`“${twice.zh}”写了两次，请去掉一个。`, `“${twice.zh}” is there twice; remove one.`),
    )
  const old = (await edited(db, author.zoneId)).filter((row) => row.standing === standing)
  const gone = old.map(({ id, revision }) => ({ id, revision, set: { removedAt: author.at } }))
  await updateRows(db, author, 'standing_reason', gone, 'remove')
  await insertRows(
    db,
    author,
    'standing_reason',
    trimmed.map((reason, position) => ({ id: uuidv7(), standing, position, ...reason })),
  )
}
