import type { Db } from '../../../server/database/connect.ts'
import type { Day } from '../../../shared/days.ts'
import type { DueApproval, DueCounts, DueList, DueQuery } from '../contract.ts'
import { bindingLimit, byPressure, dueState } from '../model/due.ts'
import { itemClock, partClocks, provisionalYears, stateOf } from '../model/project-clock.ts'
import { type DueRow, listUnderWay } from './queries.ts'
import { calendar } from './shown-approvals.ts'

/** Every matter under way, the most pressing first, with exact counts by what it needs and by corps. */
export async function listDue(db: Db, zoneId: string, query: DueQuery, today: Day): Promise<DueList> {
  const rows = await listUnderWay(db, zoneId)
  const all = [...Map.groupBy(rows, (row) => row.projectId).values()].flatMap((own) => dueOf(own, today))
  const inCorps = query.corps ? all.filter(({ corpsId }) => (corpsId ?? 'none') === query.corps) : all
  const matching = (query.due ? inCorps.filter(({ due }) => due === query.due) : inCorps).sort(byPressure)
  const offset = query.offset ?? 0
  return {
    today,
    items: matching.slice(offset, offset + (query.limit ?? 100)),
    total: matching.length,
    counts: countsOf(inCorps),
    byCorps: [...Map.groupBy(all, ({ corpsId }) => corpsId)].map(([corpsId, own]) => ({
      corpsId,
      counts: countsOf(own),
    })),
    provisionalYears: provisionalYears(
      calendar,
      rows.filter((row) => row.decidedOn === null),
      matching.map(({ dueOn }) => ({ dueOn, used: 0, left: null, overdue: false })),
      today,
    ),
  }
}

function dueOf(rows: readonly DueRow[], today: Day): DueApproval[] {
  const chain = rows.find((row) => row.chain !== null)?.chain ?? null
  const parts = partClocks(calendar, rows, chain, today)
  return rows.flatMap((row) => {
    const state = stateOf(row)
    const own = itemClock(calendar, row, today)
    if (row.acceptedOn === null || !own || (state !== 'running' && state !== 'stopped')) return []
    const binding = bindingLimit(
      own,
      parts.find(({ part }) => part === row.part),
    )
    const open = row.stops.find(({ toOn }) => toOn === null)
    return [
      {
        id: row.id,
        projectId: row.projectId,
        projectName: row.projectName,
        corpsId: row.corpsId,
        item: row.item,
        name: row.name,
        authority: row.authority,
        acceptedOn: row.acceptedOn,
        due: dueState(binding.left, state === 'stopped'),
        used: own.used,
        ...binding,
        // Whatever else runs in its part, this one falls due on no day while it stands.
        dueOn: open ? null : binding.dueOn,
        stoppedOn: open?.fromOn ?? null,
        stopReason: open?.reason ?? null,
        turn: open?.turn ?? null,
      },
    ]
  })
}

function countsOf(rows: readonly DueApproval[]): DueCounts {
  const counts: DueCounts = { overdue: 0, soon: 0, running: 0, stopped: 0 }
  for (const { due } of rows) counts[due]++
  return counts
}
