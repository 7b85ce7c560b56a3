import { sql } from 'kysely'
import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { firstDayOfMonth, type Month, monthOf, shanghaiDay } from '../../../shared/days.ts'
import type { LightRules } from '../contract.ts'
import { isPresetKey, lightPresets } from '../presets.ts'
import { withBegun } from './actions.ts'
import { lightRulePolicy } from './policy.ts'
import { listRules, ruleOfMonth } from './rules.ts'

const monthsOffered = 24

/** The presets, the zone's own rules, which of them holds this month, and of which months there are reports. */
export async function readRules(db: Db, actor: Actor, now: Date): Promise<LightRules> {
  const { zoneId } = actor
  const month = monthOf(shanghaiDay(now))
  const rules = await listRules(db, zoneId)
  const { definition: _, ...inForce } = ruleOfMonth(rules, month)
  return {
    presets: [...lightPresets],
    items: rules.map((rule) => ({
      ...rule,
      preset: isPresetKey(rule.preset) ? rule.preset : null,
      isInForce: rule.id === inForce.id,
      abilities: abilitiesOn(lightRulePolicy, actor, withBegun(rule, now)),
    })),
    month,
    inForce,
    reported: await reportedMonths(db, zoneId, month),
    abilities: abilitiesOn(lightRulePolicy, actor, undefined),
  }
}

async function reportedMonths(db: Db, zoneId: string, last: Month): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`
    select to_char(period, 'YYYY-MM') as month from (select distinct g.period from progress g
      join project p on p.zone_id = ${zoneId} and p.id = g.project_id and p.removed_at is null
      where g.zone_id = ${zoneId} and g.removed_at is null and g.period <= ${firstDayOfMonth(last)}::date) months
    order by period desc limit ${monthsOffered}`.execute(db)
  return rows.map((row) => row.month)
}
