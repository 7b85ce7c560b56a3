import { type RawBuilder, sql } from 'kysely'
import type { Cause } from '../contract.ts'

export type Caused = {
  causeKind: Cause['kind'] | null
  causeId: string | null
  causeName: string | null
  reasonZh: string | null
  reasonEn: string | null
  note: string | null
  isProven: boolean | null
}

/** What a change of a project came through, of a row of `change` by its alias and with the joins below. */
export const causeColumns = (alias: string): RawBuilder<unknown> => sql`
  ${sql.ref(`${alias}.cause_kind`)}, ${sql.ref(`${alias}.cause_id`)}, coalesce(ci.file_name, cr.title, cp.name,
    nullif(concat_ws(' → ', ca.from_name, ca.to_name), ''), cf.unit_name, cd.unit_name) as cause_name,
  coalesce(cs.reason, ch.reason_zh, cc.reason, ca.reason, cd.reason) as reason_zh, ch.reason_en, ch.note, cs.proven as is_proven`

/** Each cause has an id that no other has. Of a merge the other project is told, if this person may know of it. */
export function causeJoins(
  alias: string,
  zoneId: string,
  projectId: string | RawBuilder<unknown>,
): RawBuilder<unknown> {
  const id = sql.ref(`${alias}.cause_id`)
  return sql`
    left join ledger_import ci on ci.zone_id = ${zoneId} and ci.id = ${id}
    left join reorganisation cr on cr.zone_id = ${zoneId} and cr.id = ${id}
    left join merge cg on cg.zone_id = ${zoneId} and cg.id = ${id}
    left join project cp on cp.zone_id = ${zoneId} and cp.id = case when cg.lost_id = ${projectId}::uuid then cg.kept_id else cg.lost_id end
    left join stage_entry cs on cs.zone_id = ${zoneId} and cs.id = ${id}
    left join standing_change ch on ch.zone_id = ${zoneId} and ch.id = ${id}
    left join correction cc on cc.zone_id = ${zoneId} and cc.id = ${id}
    left join agreement ca on ca.zone_id = ${zoneId} and ca.id = ${id}
    left join first_contact cf on cf.zone_id = ${zoneId} and cf.id = ${id}
    left join first_contact_decision cd on cd.zone_id = ${zoneId} and cd.id = ${id}`
}

export const causeOf = (row: Caused): Cause | null =>
  row.causeKind && row.causeId
    ? {
        kind: row.causeKind,
        id: row.causeId,
        name: row.causeName,
        ...(row.reasonZh === null ? {} : { reason: { zh: row.reasonZh, en: row.reasonEn } }),
        ...(row.note === null ? {} : { note: row.note }),
        ...(row.isProven === null ? {} : { isProven: row.isProven }),
      }
    : null
