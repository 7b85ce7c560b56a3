import { addDays } from '../../../shared/days.ts'
import type { Bench } from './bench.ts'
import { type HoldingNow, lastsTo, overlaps, spanWithout } from './state.ts'

/** Areas change hands as posts do, with one difference: an area has one holder at a time. */
export function territoryBench({ on, newId, state, done }: Bench) {
  const holdingsOf = (unitId: string) =>
    [...state.holdings.values()].filter((one) => one.unitId === unitId && lastsTo(one, on))
  const othersOf = ({ id, territoryId }: HoldingNow) =>
    [...state.holdings.values()].filter((one) => one.territoryId === territoryId && one.id !== id)

  function begin(holding: HoldingNow, unitId: string, span: Pick<HoldingNow, 'fromOn' | 'toOn'>) {
    const pieces = spanWithout(span, othersOf(holding)).map((piece) => ({ ...piece, id: newId() }))
    for (const piece of pieces) state.holdings.set(piece.id, { ...holding, ...piece, unitId })
    return pieces
  }

  /** From the day on another unit holds it; to null it leaves the zone. */
  function handTerritory(holding: HoldingNow, to: string | null) {
    if (holding.unitId === to) return
    const removed = holding.fromOn >= on
    const span = { fromOn: removed ? holding.fromOn : on, toOn: holding.toOn }
    const was = { ...holding }
    if (removed) state.holdings.delete(holding.id)
    else holding.toOn = addDays(on, -1)
    done({
      what: 'hand_territory',
      holding: was,
      to,
      removed,
      begins: to === null ? [] : begin(was, to, span),
    })
  }

  /** Held again, as far as nobody else holds it; the ids of what begins. */
  function hold(holding: HoldingNow): string[] {
    const span = { fromOn: holding.fromOn >= on ? holding.fromOn : on, toOn: holding.toOn }
    if (!lastsTo(span, on)) return []
    const pieces = begin({ ...holding, id: '' }, holding.unitId, span)
    for (const piece of pieces) done({ what: 'hold', holding: { ...holding, ...piece } })
    return pieces.map(({ id }) => id)
  }

  /** Whether somebody else has it on a day from which it would be held again. */
  const isHeld = (holding: HoldingNow) =>
    othersOf(holding).some((one) => lastsTo(one, on) && overlaps(one, holding))

  return { holdingsOf, handTerritory, hold, isHeld }
}
