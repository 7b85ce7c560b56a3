import { sql } from 'kysely'
import { judge } from '../../../engine/lights/judge.ts'
import type { Light, Reason } from '../../../engine/lights/rule.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Day, Month } from '../../../shared/days.ts'
import { readFigures } from './figures.ts'
import { listRules, ruleOfMonth } from './rules.ts'

export type Lit = { light: Light; reason: Reason }

/**
 * The light of every project that the transaction may see, or of those of `ids`, by the rule that holds in the month
 * and by what is known today; `today` is the day asked for where the past is read. Two statements, whatever their number.
 */
export async function lightsOf(
  db: Db,
  zoneId: string,
  month: Month,
  today: Day,
  ids?: readonly string[],
): Promise<Map<string, Lit>> {
  const { definition } = ruleOfMonth(await listRules(db, zoneId), month)
  const projects = await readFigures(db, zoneId, {
    ...{ rule: definition, first: month, last: month },
    ...(ids ? { where: sql`p.id = any(${[...ids]}::uuid[])` } : {}),
  })
  return new Map(
    projects.map((figures) => {
      const { light, reason } = judge(definition, figures, { month, today })
      return [figures.id, { light, reason }]
    }),
  )
}
