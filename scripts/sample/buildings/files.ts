import { toLonLat } from '../../../src/engine/geometry/project.ts'
import { type Day, lastDayOfMonth, type Month } from '../../../src/shared/days.ts'
import { type OfficeCell, type OfficeRow, serial } from '../../workbooks/office-xlsx/model.ts'
import { officeXlsx } from '../../workbooks/office-xlsx/package.ts'
import { surveyEpsg } from '../land/areas.ts'
import type { Plot } from '../land/plots.ts'
import { savedAt, zone } from '../layouts/words.ts'
import { kindWord, type SampleBuilding, type SampleRoom, stockOf } from './stock.ts'

const months: readonly Month[] = ['2021-01', '2022-02']
const head = [
  '楼宇',
  '栋号',
  '类型',
  '楼层',
  '房号',
  '建筑面积（㎡）',
  '层高（m）',
  '荷载（t/㎡）',
  '货梯（t）',
  '状态',
  '承租企业',
  '起租日',
  '到期日',
  '租金（元/㎡·月）',
  '报价（元/㎡·月）',
  '交付日期',
  '竣工日期',
  '权属单位',
  '经度',
  '纬度',
  '数据性质',
]
/** Building, block, kind and floor are written once and merged over their rows. */
const merged = [0, 1, 2, 3]

/** The property office’s table of two days, a line a room with who had it on the day. */
export const buildingFiles = (plots: readonly Plot[]): Promise<{ name: string; bytes: Buffer }[]> => {
  const stock = stockOf(plots)
  return Promise.all(
    months.map(async (month) => ({
      name: `${month} 楼宇单元表.xlsx`,
      bytes: await bookOf(
        stock.filter(({ completed }) => completed <= lastDayOfMonth(month)),
        month,
      ),
    })),
  )
}

function bookOf(stock: readonly SampleBuilding[], month: Month): Promise<Buffer> {
  const day = lastDayOfMonth(month)
  const rows: OfficeRow[] = [
    { cells: [{ value: `${zone}楼宇单元表`, look: 'title' }] },
    { cells: [{ value: `截至 ${day}。全部为示意数据，楼宇、企业、租金均不对应真实主体。`, look: 'line' }] },
    { cells: head.map((value) => ({ value, look: 'head' })) },
  ]
  const merges = ['A1:U1', 'A2:U2']
  for (const building of stock) {
    const top = rows.length + 1
    let floorTop = top
    for (const [at, room] of building.rooms.entries()) {
      rows.push({ cells: cellsOf(building, room, day) })
      const next = building.rooms[at + 1]
      if (next?.level === room.level) continue
      if (rows.length > floorTop) merges.push(`D${floorTop}:D${rows.length}`)
      floorTop = rows.length + 1
    }
    if (rows.length > top)
      for (const letter of ['A', 'B', 'C']) merges.push(`${letter}${top}:${letter}${rows.length}`)
    const area = building.rooms.reduce((sum, room) => sum + room.area, 0)
    rows.push({
      cells: [{ value: '小计', look: 'sum' }, '', '', '', '', { value: area, format: '0.00', look: 'sum' }],
    })
  }
  return officeXlsx({
    savedAt: savedAt(month),
    title: '楼宇单元表',
    sheets: [
      {
        name: '楼宇单元',
        rows,
        merges,
        widths: [20, 8, 10, 8, 8, 14, 10, 12, 10, 8, 30, 12, 12, 16, 16, 12, 12, 30, 12, 12, 10],
        frozen: { rows: 3, columns: 2 },
      },
    ],
  })
}

function cellsOf(building: SampleBuilding, room: SampleRoom, day: Day): OfficeCell[] {
  const lease = room.leases.find(({ from, to }) => from <= day && (to === null || to >= day))
  const floor = building.floors.get(room.level)
  const [lon, lat] = toLonLat(surveyEpsg, building.spot)
  const isReady = room.ready === null || room.ready <= day
  const status = lease?.kind ?? (isReady ? '空置' : '未交付')
  const text = (value: string | null): OfficeCell => ({ value: value ?? '', look: 'text' })
  const number = (value: number | null, format = '0.00'): OfficeCell =>
    value === null ? text(null) : { value, format, look: 'number' }
  const date = (value: Day | null): OfficeCell =>
    value === null ? text(null) : { value: serial(value), format: 'yyyy-mm-dd', look: 'centre' }
  const cells = [
    text(building.campus),
    text(`${building.block}号楼`),
    text(kindWord(building.kind)),
    text(room.level < 0 ? `B${-room.level}` : `${room.level}层`),
    text(room.number),
    number(room.area),
    number(floor?.height ?? null, '0.0'),
    number(floor?.load ?? null),
    number(building.lift, '0'),
    text(status),
    text(lease?.tenant ?? null),
    date(lease?.from ?? null),
    date(lease?.to ?? null),
    number(lease?.rent ?? null, '0'),
    number(room.asking, '0'),
    date(room.ready),
    date(building.completed),
    text(building.owner),
    number(Number(lon.toFixed(6)), '0.000000'),
    number(Number(lat.toFixed(6)), '0.000000'),
    text('示意'),
  ]
  const isFirst = building.rooms[0] === room
  const isFirstOfFloor = building.rooms.find(({ level }) => level === room.level) === room
  return cells.map((cell, column) =>
    merged.includes(column) && !(column === 3 ? isFirstOfFloor : isFirst) ? text(null) : cell,
  )
}
