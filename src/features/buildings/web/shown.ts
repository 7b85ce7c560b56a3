import { divideDecimal } from '../../../shared/decimal.ts'
import { showPercent } from '../../../web/format.ts'
import type { Language } from '../../../web/i18n/index.ts'
import type { RoomSums } from '../contract.ts'
import { type RentUnit, type RoomState, rentUnitWords } from '../words.ts'

export const sumOf = ({ states }: RoomSums, state: RoomState) =>
  states.find((one) => one.state === state) ?? { state, count: 0, areaM2: '0' }

/** Of the rooms’ area, in %; undefined where there are no rooms. */
export const vacantShare = (sums: RoomSums): string | undefined =>
  sums.rooms === 0
    ? undefined
    : showPercent(divideDecimal(sumOf(sums, 'vacant').areaM2, sums.areaM2, 6), { sign: true })

/** As the contract has it: a rent by the month and one by the day are not made one. */
export const showRent = (rent: string | null, unit: RentUnit | null, language: Language): string | null =>
  rent === null || unit === null ? null : `${rent} ${rentUnitWords[unit][language]}`
