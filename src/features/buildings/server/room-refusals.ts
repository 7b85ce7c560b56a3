import { Problem, say } from '../../../server/errors.ts'
import type { Decimal } from '../../../shared/decimal.ts'
import { negateDecimal, signOfDecimal } from '../../../shared/decimal.ts'
import type { Lease } from '../contract.ts'

export const noSuchLevel = (level: number) =>
  new Problem(
    'invalid_input',
    say(
      `没有第 ${level} 层：地上从 1 起，地下从 -1（B1）起，最低 -20，最高 200。`,
      `There is no floor ${level}: they count from 1 up and from -1 (B1) down, -20 to 200.`,
    ),
  )

export const noSuchPlace = (lon: number | null | undefined, lat: number | null | undefined) =>
  new Problem(
    'invalid_input',
    say(
      `经纬度“${lon ?? ''}, ${lat ?? ''}”不在中国境内或不全。`,
      `Place “${lon ?? ''}, ${lat ?? ''}” is incomplete or outside China.`,
    ),
  )

export const parcelGone = (number: string | null) =>
  new Problem(
    'conflict',
    say(
      `地块“${number ?? '未编号'}”已分割或合并，请选它分出或并入的地块。`,
      `Parcel “${number ?? 'without number'}” was split or merged away; choose what came of it.`,
    ),
  )

export const partsDiffer = (partsM2: Decimal, wholeM2: Decimal, leftM2: Decimal) => {
  const isShort = signOfDecimal(leftM2) > 0
  const by = isShort ? leftM2 : negateDecimal(leftM2)
  return new Problem(
    'invalid_input',
    say(
      `各间合计 ${partsM2} ㎡，原单元 ${wholeM2} ㎡，${isShort ? '少' : '多'} ${by} ㎡。两者须一致；原面积不对，请先改面积。`,
      `The parts sum to ${partsM2} ㎡, the room has ${wholeM2} ㎡: ${by} ㎡ too ${isShort ? 'little' : 'much'}. They must agree; if the room’s area is wrong, change it first.`,
    ),
  )
}

export const numberTwice = (number: string) =>
  new Problem(
    'invalid_input',
    say(`房号“${number}”填了两次。`, `Number “${number}” is given to two of the parts.`),
  )

export const roomTwice = new Problem('invalid_input', say('同一间选了两次。', 'One room is named twice.'))

export const notOneFloor = (first: string, other: string) =>
  new Problem(
    'invalid_input',
    say(
      `“${other}”和“${first}”不在同一层，不能合并。`,
      `“${other}” is not on the floor of “${first}”; they cannot be combined.`,
    ),
  )

export type HeldRoom = { number: string; leases: readonly Lease[] }

/** Who holds a room, as far as the person may know. */
function heldBy(language: 'zh' | 'en', { number, leases }: HeldRoom): string {
  const names = leases.flatMap(({ isVeiled, tenant }) => (isVeiled || tenant === null ? [] : [tenant]))
  const who = [...new Set(names)].join(language === 'zh' ? '、' : ', ')
  if (language === 'zh') return who ? `“${number}”（${who}）` : `“${number}”`
  return who ? `“${number}” (${who})` : `“${number}”`
}

export const severalHeld = (rooms: readonly HeldRoom[]) =>
  new Problem(
    'conflict',
    say(
      `${rooms.map((room) => heldBy('zh', room)).join('、')}现在或以后都有租约（含自用、预留）。最多一间有租约才能合并，请先结束其余的。`,
      `${rooms.map((room) => heldBy('en', room)).join(', ')} are all held now or later. Rooms are combined when one of them at most is; end the others’ leases first.`,
    ),
  )

export const stillRooms = (count: number) =>
  new Problem(
    'conflict',
    say(
      `这栋楼还有 ${count} 间单元，不能删除。请先删除单元。`,
      `This building still has ${count === 1 ? 'a room' : `${count} rooms`} and cannot be removed. Remove its rooms first.`,
    ),
  )

export const stillHeld = (room: HeldRoom) =>
  new Problem(
    'conflict',
    say(
      `${heldBy('zh', room)}现在或以后有租约（含自用、预留），不能删除。请先结束租约；登记错的，先删除那份租约。`,
      `${heldBy('en', room)} is held now or later and cannot be removed. End its leases first, or remove those entered by mistake.`,
    ),
  )
