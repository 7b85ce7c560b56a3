import { Problem, say } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { type Standing, standingWords } from '../../projects/stages.ts'
import { type ParcelStatus, parcelStatusWords } from '../../spaces/statuses.ts'

export type KeptParcel = {
  number: string | null
  name: string | null
  status: ParcelStatus
  /** ㎡ */
  areaM2: string
}
const label = ({ number, name }: KeptParcel) => number ?? name ?? ''

export const notGoingOn = (name: string, standing: Standing) =>
  new Problem(
    'conflict',
    say(
      `“${name}”已${standingWords[standing].zh}，不能预留空间。`,
      `“${name}” does not go on (${standingWords[standing].en.toLowerCase()}), so no place is kept for it.`,
    ),
  )

export const notOffered = (parcel: KeptParcel) =>
  new Problem(
    'conflict',
    say(
      `“${label(parcel)}”的状态是“${parcelStatusWords[parcel.status].zh}”，不能再预留。`,
      `“${label(parcel)}” is “${parcelStatusWords[parcel.status].en}” and can no longer be kept.`,
    ),
  )

/** Whose line names it is not told: it may not have signed. */
export const namedByAnother = (parcel: KeptParcel) =>
  new Problem(
    'conflict',
    say(
      `“${label(parcel)}”在台账里已是别的项目的地块，不能再预留。`,
      `“${label(parcel)}” is another project’s in the ledger and cannot be kept.`,
    ),
  )

export const moreThanThereIs = (parcel: KeptParcel, areaM2: string) =>
  new Problem(
    'invalid_input',
    say(
      `“${label(parcel)}”一共 ${parcel.areaM2} ㎡，不够 ${areaM2} ㎡。`,
      `“${label(parcel)}” has ${parcel.areaM2} ㎡ in all, less than ${areaM2} ㎡.`,
    ),
  )

export const keptForAnother = (parcel: KeptParcel, left: string) =>
  new Problem(
    'conflict',
    say(
      `“${label(parcel)}”已为别的项目预留，还剩 ${left} ㎡。`,
      `“${label(parcel)}” is kept for another project; ${left} ㎡ are left.`,
    ),
  )

export const roomsChanged = (nowM2: string, offeredM2: string) =>
  new Problem(
    'conflict',
    say(
      `所选单元刚被改动过，现在一共 ${nowM2} ㎡，列出时是 ${offeredM2} ㎡。请重新选。`,
      `These rooms were changed since they were listed: ${nowM2} ㎡ now, ${offeredM2} ㎡ then. Choose again.`,
    ),
  )

export const freeOnlyLater = (fromOn: Day, untilOn: Day) =>
  new Problem(
    'conflict',
    say(
      `所选单元有租约或预留，最早 ${fromOn} 空出，预留不到 ${untilOn}。`,
      `These rooms are leased or kept; the first day all are free is ${fromOn}, after ${untilOn}.`,
    ),
  )
