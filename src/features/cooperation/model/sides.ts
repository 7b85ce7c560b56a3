import type { AgreementKind, Share } from '../contract.ts'

type Parties = {
  kind: AgreementKind
  fromUnitId: string
  fromName: string
  toUnitId: string | null
  toName: string | null
  shares: readonly Share[]
}
type Step = {
  kind: string
  unitId: string | null
  unitName: string | null
  onBehalf: boolean
  takenBy: string
  takenAt: string
}
export type PlainSide = {
  unitId: string | null
  unitName: string
  agreed: Step | undefined
}

/** Everybody concerned agrees: who hands over, who takes over, and whoever keeps a share. */
export function sidesOf(parties: Parties, steps: readonly Step[]): PlainSide[] {
  const { kind, fromUnitId, fromName, toUnitId, toName, shares } = parties
  const all = [
    { unitId: fromUnitId as string | null, unitName: fromName },
    ...(kind === 'transfer' ? [{ unitId: toUnitId, unitName: toName ?? '' }] : []),
    ...shares,
  ]
  return all
    .filter((one, at) => all.findIndex(({ unitId }) => unitId === one.unitId) === at)
    .map(({ unitId, unitName }) => ({
      unitId,
      unitName,
      agreed: steps.find((step) => step.kind === 'agreed' && step.unitId === unitId),
    }))
}
