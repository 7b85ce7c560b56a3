import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { found, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import type { Support, SupportChart, SupportRow as SupportLine, SupportQuery } from '../support-contract.ts'
import { chartAbilities } from './policy.ts'
import { findSupport, listSupports, type SupportRow } from './support-queries.ts'

/** What projects need of whom, by project, with exact counts. */
export async function readSupports(
  db: Db,
  actor: Actor,
  query: SupportQuery,
  today: Day,
): Promise<SupportChart> {
  const { state = 'open', limit = 200, offset = 0 } = query
  const rows = await listSupports(db, actor, query)
  const asked = rows.filter((row) => isAskedOf(actor, row, query.of))
  const shown = asked.filter((row) => state === 'all' || statesOf(row, today).includes(state))
  const lines = [...Map.groupBy(shown, ({ projectId }) => projectId)]
  return {
    ...{ today, total: lines.length, supports: shown.length, counts: countsOf(asked, today) },
    items: lines.slice(offset, offset + limit).map(([, own]) => lineOf(actor, own, today)),
    byCorps: [...Map.groupBy(asked, ({ corpsId }) => corpsId)].map(([corpsId, own]) => ({
      corpsId,
      ...countsOf(own, today),
    })),
    askedOf: whomOf(rows.filter((row) => state === 'all' || statesOf(row, today).includes(state))),
  }
}

export async function readSupport(db: Db, actor: Actor, id: string, today: Day): Promise<Support> {
  const row = found(await findSupport(db, actor, id), say('保障事项', 'support'), id)
  return shownSupport(actor, row, today)
}

const isOverdue = ({ metOn, dueOn }: SupportRow, today: Day) => metOn === null && dueOn < today
const statesOf = (row: SupportRow, today: Day) =>
  row.metOn !== null ? ['met'] : isOverdue(row, today) ? ['open', 'overdue'] : ['open']

function countsOf(rows: readonly SupportRow[], today: Day) {
  const counts = { open: 0, overdue: 0, met: 0 }
  for (const row of rows) for (const state of statesOf(row, today)) counts[state as keyof typeof counts]++
  return counts
}

const ownUnits = ({ reach, posts }: Actor): readonly string[] =>
  reach === 'zone' ? posts.map(({ unitId }) => unitId) : reach.unitIds

const keyOf = ({ ofUnitId, ofWhom }: SupportRow) => ofUnitId ?? ofWhom
const isAskedOf = (actor: Actor, row: SupportRow, of: string | undefined) =>
  of === undefined ||
  (of === 'me' ? row.ofUnitId !== null && ownUnits(actor).includes(row.ofUnitId) : keyOf(row) === of)

const whomOf = (rows: readonly SupportRow[]) =>
  [...Map.groupBy(rows, keyOf)]
    .map(([of, own]) => ({ of, name: own[0]?.ofWhom ?? '', count: own.length }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))

const ownedBy = (row: SupportRow) => (row.projectId === null ? undefined : row)

export function shownSupport(actor: Actor, row: SupportRow, today: Day): Support {
  const { id, kind, what, ofUnitId, ofWhom, dueOn, metOn, note, askedBy, revision } = row
  return {
    ...{ id, kind, what, ofUnitId, ofWhom, dueOn, metOn, note, askedBy, revision },
    isOverdue: isOverdue(row, today),
    abilities: chartAbilities(actor, ownedBy(row)),
  }
}

function lineOf(actor: Actor, rows: readonly SupportRow[], today: Day): SupportLine {
  const [first] = rows
  const supports = rows.map((row) => shownSupport(actor, row, today))
  if (!first || first.projectId === null) return { project: null, supports }
  const { projectId: id, projectName: name, corpsId, officer, stage, standing, illustrative } = first
  const abilities = chartAbilities(actor, first)
  return { project: { id, name, corpsId, officer, stage, standing, illustrative, abilities }, supports }
}
