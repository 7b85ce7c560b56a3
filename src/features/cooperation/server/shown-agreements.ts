import type { Actor } from '../../../server/access.ts'
import type { Agreement } from '../contract.ts'
import { sidesOf } from '../model/sides.ts'
import type { AgreementRow } from './agreement-queries.ts'
import { mayAnswer, mayTakeBack, mayWithdraw } from './policy.ts'

/** An agreement as this person sees it, with what they may do to it. */
export function shownAgreement(actor: Actor, row: AgreementRow): Agreement {
  const { proposedById: _, revision: __, steps, ...told } = row
  const isOpen = row.state === 'proposed'
  const sides = sidesOf(row, steps).map(({ unitId, unitName, agreed }) => ({
    unitId,
    unitName,
    agreedAt: agreed ? instant(agreed.takenAt) : null,
    agreedBy: agreed?.takenBy ?? null,
    onBehalf: agreed?.onBehalf ?? false,
    mayAnswer: isOpen && !agreed && mayAnswer(actor, unitId),
  }))
  return {
    ...told,
    proposedAt: row.proposedAt.toISOString(),
    sides,
    steps: steps.map(({ unitId: ___, ...step }) => ({ ...step, takenAt: instant(step.takenAt) })),
    abilities: [
      ...(sides.some((side) => side.mayAnswer) ? ['agree', 'refuse'] : []),
      ...(isWithdrawable(row) && mayWithdraw(actor, row) ? ['withdraw'] : []),
      ...(isReturnable(row) && mayTakeBack(actor) ? ['takeBack'] : []),
    ],
  }
}

const instant = (text: string) => new Date(text).toISOString()

/** Until it takes effect. */
export const isWithdrawable = ({ state }: AgreementRow) => state === 'proposed' || state === 'agreed'
/** Out of the zone and back again; between units a new transfer goes the other way. */
export const isReturnable = ({ state, kind, toUnitId }: AgreementRow) =>
  state === 'done' && kind === 'transfer' && toUnitId === null
