/** Words of buildings, rooms and leases; what offices also write for them is read alike. */
type Word = { zh: string; en: string }

export const buildingKinds = ['factory', 'vertical_factory', 'office', 'research', 'mixed'] as const
export type BuildingKind = (typeof buildingKinds)[number]
export const buildingKindWords: Record<BuildingKind, Word & { said: RegExp }> = {
  vertical_factory: { zh: '工业上楼', en: 'Vertical factory', said: /工业上楼|垂直工厂|摩天工厂|高层厂房/ },
  factory: { zh: '标准厂房', en: 'Factory', said: /厂房|车间|仓库|工业园|产业园/ },
  office: { zh: '商务楼宇', en: 'Office', said: /商务|写字楼|办公|总部|大厦|中心大楼/ },
  research: { zh: '科创孵化', en: 'Research', said: /科创|孵化|众创|双创|创业|加速器|研发|实验|科研/ },
  mixed: { zh: '综合', en: 'Mixed', said: /综合|混合|其他/ },
}

/** What a room is on a day. Follows from its leases and the day it is ready; kept nowhere. */
export const roomStates = ['vacant', 'reserved', 'leased', 'self_used', 'not_ready'] as const
export type RoomState = (typeof roomStates)[number]
export const roomStateWords: Record<RoomState, Word> = {
  vacant: { zh: '空置', en: 'Vacant' },
  reserved: { zh: '预留', en: 'Reserved' },
  leased: { zh: '已租', en: 'Leased' },
  self_used: { zh: '自用', en: 'Own use' },
  not_ready: { zh: '未交付', en: 'Not ready' },
}

export const leaseKinds = ['lease', 'own_use', 'reservation'] as const
export type LeaseKind = (typeof leaseKinds)[number]
export const leaseKindWords: Record<LeaseKind, Word> = {
  lease: { zh: '租赁', en: 'Lease' },
  own_use: { zh: '自用', en: 'Own use' },
  reservation: { zh: '预留', en: 'Reservation' },
}

export const rentUnits = ['month', 'day'] as const
export type RentUnit = (typeof rentUnits)[number]
export const rentUnitWords: Record<RentUnit, Word> = {
  month: { zh: '元/㎡·月', en: 'CNY/㎡ a month' },
  day: { zh: '元/㎡·天', en: 'CNY/㎡ a day' },
}

/** Rooms that come free within so many months are told apart from those that stay taken. */
export const freeMonths = [3, 6, 12] as const
