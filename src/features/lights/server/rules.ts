import { sql } from 'kysely'
import type { LightRule } from '../../../engine/lights/rule.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Month } from '../../../shared/days.ts'
import type { RuleOfMonth } from '../contract.ts'
import { isPresetKey, presetOf, proposed } from '../presets.ts'

export type StoredRule = {
  id: string
  name: string
  preset: string | null
  definition: LightRule
  fromMonth: Month | null
  revision: number
}

const columns = sql`r.id, r.name, r.preset, r.definition, to_char(r.from_month, 'YYYY-MM') as from_month, r.revision`

/** The newest first to be in force; those never put in force after them, by name. */
export async function listRules(db: Db, zoneId: string): Promise<StoredRule[]> {
  const { rows } = await sql<StoredRule>`select ${columns} from light_rule r
    where r.zone_id = ${zoneId} and r.removed_at is null order by r.from_month desc nulls last, r.name, r.id`.execute(
    db,
  )
  return rows
}

export async function findRule(db: Db, zoneId: string, id: string): Promise<StoredRule | undefined> {
  const { rows } = await sql<StoredRule>`select ${columns} from light_rule r
    where r.zone_id = ${zoneId} and r.id = ${id}::uuid and r.removed_at is null`.execute(db)
  return rows[0]
}

export type RuleInForce = RuleOfMonth & { definition: LightRule }

/** The rule that holds in a month: the zone's last put in force by then, or the preset proposed. */
export function ruleOfMonth(rules: readonly StoredRule[], month: Month): RuleInForce {
  const own = rules
    .filter(
      (one): one is StoredRule & { fromMonth: Month } => one.fromMonth !== null && one.fromMonth <= month,
    )
    .reduce<(StoredRule & { fromMonth: Month }) | undefined>(
      (last, one) => (last && last.fromMonth > one.fromMonth ? last : one),
      undefined,
    )
  if (!own) return { id: null, name: null, preset: proposed, definition: presetOf(proposed).definition }
  const { id, name, preset, definition } = own
  return { id, name, preset: isPresetKey(preset) ? preset : null, definition }
}
