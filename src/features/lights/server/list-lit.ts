import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { type Day, monthOf } from '../../../shared/days.ts'
import type { LightCounts, LitProjects, LitQuery } from '../contract.ts'
import { lightsOf } from './lights-of.ts'
import { listRules, ruleOfMonth } from './rules.ts'

type Row = { id: string; name: string; corpsId: string | null; totalInvestment: string | null }

/** Projects by the light that the month's rule gives them, as the battle chart shows it, each with why. */
export async function listLit(
  db: Db,
  zoneId: string,
  { light: asked, limit = 50, offset = 0 }: LitQuery,
  today: Day,
): Promise<LitProjects> {
  const month = monthOf(today)
  const { definition: _, ...rule } = ruleOfMonth(await listRules(db, zoneId), month)
  const lit = await lightsOf(db, zoneId, month, today)
  const rows = await listProjects(db, zoneId)
  const counts = noLights()
  const byCorps = new Map<string | null, LightCounts>()
  const items = rows.flatMap((row) => {
    const own = lit.get(row.id)
    if (!own) return []
    const ofCorps = byCorps.get(row.corpsId) ?? noLights()
    byCorps.set(row.corpsId, ofCorps)
    counts[own.light]++
    ofCorps[own.light]++
    return asked && own.light !== asked ? [] : [{ ...row, ...own }]
  })
  return {
    ...{ day: today, rule, counts },
    byCorps: [...byCorps].map(([corpsId, own]) => ({ corpsId, counts: own })),
    items: items.slice(offset, offset + limit),
    total: items.length,
  }
}

async function listProjects(db: Db, zoneId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select p.id, p.name, p.corps_id, trim_scale(p.total_investment)::text as total_investment from project p
    where p.zone_id = ${zoneId} and p.removed_at is null
    order by p.total_investment desc nulls last, p.id`.execute(db)
  return rows
}

export const noLights = (): LightCounts => ({ green: 0, yellow: 0, red: 0, grey: 0 })
