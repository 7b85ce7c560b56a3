import type { Db } from '../../../server/database/connect.ts'
import { found, Problem, say } from '../../../server/errors.ts'
import { isDay } from '../../../shared/days.ts'
import { type HoldingNow, overlaps } from '../../organisation/model/state.ts'
import { listUnits } from '../../organisation/server/queries.ts'
import { holdOrganisation } from '../../organisation/server/reorganisation-queries.ts'
import { listHoldings } from './queries.ts'

/** A unit can hold an area while it stands, and while nobody else does; no act is carried out meanwhile. */
export async function checkSpan(db: Db, zoneId: string, name: string, holding: HoldingNow) {
  const { fromOn, toOn, unitId } = holding
  for (const day of [fromOn, toOn])
    if (day !== null && (!isDay(day) || day < '0001'))
      throw new Problem('invalid_input', say(`没有 ${day} 这一天。`, `There is no day ${day}.`))
  if (toOn !== null && toOn < fromOn)
    throw new Problem(
      'invalid_input',
      say(
        `辖区“${name}”的止日 ${toOn} 早于起日 ${fromOn}。`,
        `“${name}” would be held until ${toOn}, before it is from ${fromOn}.`,
      ),
    )
  await holdOrganisation(db, zoneId)
  const units = await listUnits(db, zoneId)
  const unit = found(
    units.find(({ id }) => id === unitId),
    say('单位', 'unit'),
    unitId,
  )
  const closes = unit.toOn
  if (unit.fromOn > fromOn || (closes !== null && (toOn === null || toOn > closes)))
    throw new Problem(
      'invalid_input',
      say(
        `“${unit.name}”从 ${unit.fromOn} 到 ${closes ?? '今后'}，不能在 ${fromOn} 至 ${toOn ?? '今后'} 管辖“${name}”。请改起止日期。`,
        `“${unit.name}” stands from ${unit.fromOn} to ${closes ?? 'open end'}, so it cannot hold “${name}” from ${fromOn} to ${toOn ?? 'open end'}. Change the dates.`,
      ),
    )
  const other = (await listHoldings(db, zoneId, holding.territoryId)).find(
    (one) => one.id !== holding.id && overlaps(one, holding),
  )
  if (!other) return
  const holder = units.find(({ id }) => id === other.unitId)?.name ?? ''
  throw new Problem(
    'conflict',
    say(
      `“${name}”自 ${other.fromOn} 至 ${other.toOn ?? '今后'} 归“${holder}”，与“${unit.name}”的 ${fromOn} 至 ${toOn ?? '今后'} 重叠。请改日期，或拟一次调整来移交。`,
      `“${name}” is with “${holder}” from ${other.fromOn} to ${other.toOn ?? 'open end'}, which overlaps ${fromOn} to ${toOn ?? 'open end'} for “${unit.name}”. Change the dates, or prepare an act that hands it over.`,
    ),
  )
}
