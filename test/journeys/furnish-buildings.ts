import type { BuildingList, RoomList } from '../../src/features/buildings/contract.ts'
import type { BuildingImport } from '../../src/features/buildings/import-contract.ts'
import { csv } from '../../src/features/buildings/test-office.ts'
import type { Caller } from './caller.ts'

export type BuildingFurniture = { buildingId: string; roomId: string; doubted: string; applied: string }

/** A table of rooms applied and one in doubt, beside the sample’s own buildings. */
export async function furnishBuildings(as: Caller): Promise<BuildingFurniture> {
  const upload = (name: string, lines: Parameters<typeof csv>[0]) =>
    as.upload<BuildingImport>('/building-imports', name, csv(lines))
  const applied = await upload('双创楼单元表.csv', [
    ['双创楼', 'B1', 'B101', 900, '自用', null, null, null, null],
    ['双创楼', 1, '101', 420, '已租', '甲公司', '2021-01-01', '2031-12-31', 40],
    ['双创楼', 1, '102', 180, '空置', null, null, null, null],
    ['双创楼', 2, '201', 600, '预留', '乙公司', '2022-01-01', '2030-06-30', null],
  ])
  const { id, revision } = applied
  await as.send('POST', `/building-imports/${id}/apply`, { revision })
  const doubted = await upload('双创楼单元表（更新）.csv', [
    ['双创楼', 1, '101', 420, '空置', null, null, null, null],
    ['双创楼', 1, '102', '约180', '空置', null, null, null, null],
    ['双创楼', 2, '201', 610, '预留', '乙公司', '2022-01-01', '2032-06-30', null],
    ['双创楼', 3, '301', 600, '已租', '丙公司', null, '2032-06-30', null],
  ])
  const { items } = await as.get<BuildingList>(`/buildings?q=${encodeURIComponent('数字总部基地')}`)
  const [first] = items
  if (!first) throw new Error('The sample has no 数字总部基地.')
  const rooms = await as.get<RoomList>(`/rooms?buildingId=${first.id}&state=leased&limit=1`)
  return { buildingId: first.id, roomId: rooms.items[0]?.id ?? '', doubted: doubted.id, applied: id }
}
