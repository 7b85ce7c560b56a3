import { sql } from 'kysely'
import type { Database, Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import type { EventKind } from '../contract.ts'

export type Event = {
  kind: EventKind
  /** The record that it concerns. */
  entity?: string
  rowId?: string
  /** Where the request came from. */
  address?: string
  detail?: Record<string, unknown>
}

type Writer = Pick<Author, 'zoneId' | 'memberId' | 'at'>

/** Puts into the log what leaves no row changed. In the same transaction as the act, or it did not happen. */
export async function addEvent(
  db: Db,
  { zoneId, memberId, at }: Writer,
  { kind, entity, rowId, address, detail }: Event,
) {
  await sql`
    insert into audit_event (zone_id, at, kind, actor_id, entity, row_id, address, detail)
    values (${zoneId}, ${at}, ${kind}, ${memberId}, ${entity ?? null}, ${rowId ?? null}, ${address ?? null},
      ${JSON.stringify(detail ?? {})}::jsonb)`.execute(db)
}

/** The same in a transaction of its own, for reads: theirs may not write. */
export const addEventApart = (database: Database, author: Writer, event: Event) =>
  database.within({ zoneId: author.zoneId, memberId: author.memberId }, (db) => addEvent(db, author, event))
