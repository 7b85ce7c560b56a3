import { sql } from 'kysely'
import { judge } from '../../../engine/lights/judge.ts'
import type { LightRule, Reason } from '../../../engine/lights/rule.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import { type Day, firstDayOfMonth, type Month, monthOf } from '../../../shared/days.ts'
import type { Light } from '../../projects/stages.ts'
import type { MonthLight, ProjectLight } from '../contract.ts'
import { type ProjectFigures, readFigures } from './figures.ts'
import { listRules, type RuleInForce, ruleOfMonth, type StoredRule } from './rules.ts'

const monthsShown = 24

type Known = {
  month: Month
  own: Light | null
  light: Light | null
  reason: Reason | null
  closedAt: Date | null
}

/** A project's light today and why, what the office wrote beside it, and its months: as they closed and as they look now. */
export async function readLight(
  db: Db,
  zoneId: string,
  projectId: string,
  today: Day,
): Promise<ProjectLight> {
  const month = monthOf(today)
  const rules = await listRules(db, zoneId)
  const known = await listMonths(db, zoneId, projectId, month)
  const shown = [...new Set([...known.map((one) => one.month), month])].sort().slice(-monthsShown)
  const first = shown[0] ?? month
  const { id, name, preset, definition } = ruleOfMonth(rules, month)
  const projects = await readFigures(db, zoneId, {
    ...{ rule: allPartsOf(shown.map((one) => ruleOfMonth(rules, one))), first, last: month },
    where: sql`p.id = ${projectId}::uuid`,
  })
  const figures = found(projects[0], say('项目', 'project'), projectId)
  const verdict = judge(definition, figures, { month, today })
  const own = known.findLast((one) => one.own !== null)
  return {
    ...{ month, ...verdict, rule: { id, name, preset } },
    own: own?.own ? { month: own.month, light: own.own } : null,
    months: shown.map((one) =>
      monthLight(
        rules,
        figures,
        known.find((row) => row.month === one),
        one,
        today,
      ),
    ),
  }
}

function monthLight(
  rules: readonly StoredRule[],
  figures: ProjectFigures,
  known: Known | undefined,
  month: Month,
  today: Day,
): MonthLight {
  const { light, reason } = judge(ruleOfMonth(rules, month).definition, figures, { month, today })
  const kept =
    known?.light && known.reason && known.closedAt
      ? { light: known.light, reason: known.reason, closedAt: known.closedAt.toISOString() }
      : null
  return { month, kept, now: { light, reason } }
}

/** Figures for several rules are asked for at once. */
const allPartsOf = (rules: readonly RuleInForce[]): LightRule => ({
  parts: [...new Map(rules.map((rule) => [rule.id, rule.definition.parts])).values()].flat(),
})

/** Months that were reported of or kept, old to new, with the office's own reading. */
async function listMonths(db: Db, zoneId: string, projectId: string, last: Month): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select to_char(coalesce(g.period, l.month), 'YYYY-MM') as month, g.light as own, l.light, l.reason, l.closed_at
    from (select period, light from progress where zone_id = ${zoneId} and project_id = ${projectId}::uuid and removed_at is null) g
    full join (select month, light, reason, closed_at from month_light
      where zone_id = ${zoneId} and project_id = ${projectId}::uuid) l on l.month = g.period
    where coalesce(g.period, l.month) <= ${firstDayOfMonth(last)}::date
    order by 1`.execute(db)
  return rows
}
