import { isDay } from '../../../shared/days.ts'
import { noArea, noNought, noSuchDay, rentNeedsUnit } from './refusals.ts'

export const isNought = (value: unknown) => typeof value === 'string' && Number(value) === 0

type OfBuilding = {
  floorAreaM2?: string | null | undefined
  goodsLiftT?: string | null | undefined
  completedOn?: string | null | undefined
}
export function refuseBuildingFacts({ floorAreaM2, goodsLiftT, completedOn }: OfBuilding) {
  if (isNought(floorAreaM2)) throw noArea
  if (isNought(goodsLiftT)) throw noNought
  if (completedOn && !isDay(completedOn)) throw noSuchDay(completedOn)
}

type OfRoom = {
  areaM2?: string | undefined
  readyOn?: string | null | undefined
  /** As it will stand. */
  askingRent?: string | null | undefined
  askingRentUnit?: string | null | undefined
}
export function refuseRoomFacts({ areaM2, readyOn, askingRent, askingRentUnit }: OfRoom) {
  if (isNought(areaM2)) throw noArea
  if (readyOn && !isDay(readyOn)) throw noSuchDay(readyOn)
  if ((askingRent ?? null) === null ? askingRentUnit : !askingRentUnit) throw rentNeedsUnit
}
