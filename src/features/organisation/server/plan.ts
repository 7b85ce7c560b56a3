import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../server/database/connect.ts'
import { Problem } from '../../../server/errors.ts'
import { type Day, isDay, shanghaiDay } from '../../../shared/days.ts'
import { type Act, carry, carryAll, inOrder, type Outcome } from '../model/carry.ts'
import { faults as say } from '../model/faults.ts'
import type { State } from '../model/state.ts'
import { actOf, listCarried, listPending, loadState, type StoredAct } from './reorganisation-queries.ts'

/** An act seen on its day: after all that is confirmed before it. */
export async function planAct(db: Db, zoneId: string, act: Act): Promise<Outcome & { before: State }> {
  const others = (await listPending(db, zoneId)).filter((other) => other.id !== act.id).map(actOf)
  const ordered = inOrder([...others, act])
  const start = carryAll(
    await loadState(db, zoneId),
    ordered.slice(0, ordered.indexOf(act)),
    await listCarried(db, zoneId),
    uuidv7,
  )
  return { before: start.state, ...carry(start.state, act, start.carried, uuidv7) }
}

/** The first of these acts that would not fit when its day comes. */
export async function firstMisfit(db: Db, zoneId: string, acts: readonly StoredAct[]) {
  const { failed } = carryAll(
    await loadState(db, zoneId),
    acts.map(actOf),
    await listCarried(db, zoneId),
    uuidv7,
  )
  return failed
}

/** The organisation on a day to come, as confirmed by now. */
export async function stateOn(db: Db, zoneId: string, day: Day): Promise<State> {
  const acts = (await listPending(db, zoneId)).filter((act) => act.effectiveOn <= day).map(actOf)
  const now = await loadState(db, zoneId)
  return carryAll(now, acts, await listCarried(db, zoneId), uuidv7).state
}

export function refusePast(effectiveOn: Day, now: Date) {
  const today = shanghaiDay(now)
  if (!isDay(effectiveOn)) throw new Problem('invalid_input', say.noDay(effectiveOn))
  if (effectiveOn < today) throw new Problem('invalid_input', say.past(effectiveOn, today))
}
