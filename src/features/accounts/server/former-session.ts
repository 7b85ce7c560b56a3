import type { Db } from '../../../server/database/connect.ts'
import { positionSealedBy } from '../../audit/server/log-position.ts'

export type FormerSession = { at: Date; position: number }

/** When a person was here last, and how far the log had come by then; undefined for those who come for the first time. */
export async function findFormerSession(
  db: Db,
  zoneId: string,
  memberId: string,
): Promise<FormerSession | undefined> {
  const last = await db
    .selectFrom('session')
    .select(['seenAt', 'seenPosition'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    // A screen on the wall is nobody's being here.
    .where('kind', '=', 'person')
    .orderBy('seenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return undefined
  // While others wrote there was no position to keep; then the seals know one.
  const position = last.seenPosition ?? (await positionSealedBy(db, zoneId, last.seenAt))
  return { at: last.seenAt, position: Number(position) }
}
