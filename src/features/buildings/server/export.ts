import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { type OutputValue, writeXlsx } from '../../../formats/write-xlsx.ts'
import type { Actor } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import type { Language } from '../../../server/errors.ts'
import type { Day } from '../../../shared/days.ts'
import { type Trace, traceMarks } from '../../projects/server/export-trace.ts'
import type { Building, BuildingQuery, Room } from '../contract.ts'
import { showLevel } from '../model/levels.ts'
import { buildingKindWords, leaseKindWords, rentUnitWords, roomStateWords } from '../words.ts'
import { everyBuilding, roomsOf } from './list.ts'

type Line = { building: Building; room: Room }
type Column = {
  zh: string
  en: string
  width: number
  format?: 'decimal2' | 'date'
  of: (line: Line, language: Language) => OutputValue
}

const decimal = (value: string | null): OutputValue => (value === null ? null : { decimal: value })
const day = (value: string | null): OutputValue => (value === null ? null : { date: value })
const rent = (value: string | null, unit: 'month' | 'day' | null) =>
  value === null || unit === null ? null : `${value} ${rentUnitWords[unit].zh}`

/** As the importer reads them, so that the same table brought in again changes nothing. */
const columns: Column[] = [
  { zh: '楼宇', en: 'Building', width: 24, of: ({ building }) => building.name },
  { zh: '栋号', en: 'Block', width: 8, of: ({ building }) => building.number },
  {
    zh: '类型',
    en: 'Kind',
    width: 10,
    of: ({ building }, language) => buildingKindWords[building.kind][language],
  },
  { zh: '楼层', en: 'Floor', width: 8, of: ({ room }) => showLevel(room.level) },
  { zh: '房号', en: 'Room', width: 10, of: ({ room }) => room.number },
  {
    zh: '建筑面积（㎡）',
    en: 'Area (㎡)',
    width: 14,
    format: 'decimal2',
    of: ({ room }) => decimal(room.areaM2),
  },
  {
    zh: '层高（m）',
    en: 'Floor height (m)',
    width: 10,
    format: 'decimal2',
    of: ({ room }) => decimal(room.heightM),
  },
  {
    zh: '荷载（t/㎡）',
    en: 'Floor load (t/㎡)',
    width: 12,
    format: 'decimal2',
    of: ({ room }) => decimal(room.loadTM2),
  },
  { zh: '状态', en: 'Status', width: 10, of: ({ room }, language) => roomStateWords[room.state][language] },
  { zh: '用途', en: 'Use', width: 12, of: ({ room }) => room.use },
  {
    zh: '承租企业',
    en: 'Tenant',
    width: 30,
    of: ({ room: { lease } }, language) =>
      lease === null
        ? null
        : lease.isVeiled
          ? language === 'zh'
            ? '（知情范围内可见）'
            : '(need to know)'
          : lease.tenant,
  },
  {
    zh: '占用方式',
    en: 'Held by',
    width: 10,
    of: ({ room: { lease } }, language) => lease && leaseKindWords[lease.kind][language],
  },
  { zh: '合同编号', en: 'Contract no.', width: 16, of: ({ room: { lease } }) => lease?.contractNo ?? null },
  {
    zh: '起租日',
    en: 'Lease from',
    width: 12,
    format: 'date',
    of: ({ room: { lease } }) => day(lease?.fromOn ?? null),
  },
  {
    zh: '到期日',
    en: 'Lease to',
    width: 12,
    format: 'date',
    of: ({ room: { lease } }) => day(lease?.toOn ?? null),
  },
  {
    zh: '租金',
    en: 'Rent',
    width: 16,
    of: ({ room: { lease } }) => rent(lease?.rent ?? null, lease?.rentUnit ?? null),
  },
  { zh: '报价', en: 'Asking rent', width: 16, of: ({ room }) => rent(room.askingRent, room.askingRentUnit) },
  { zh: '交付日期', en: 'Ready on', width: 12, format: 'date', of: ({ room }) => day(room.readyOn) },
  { zh: '可用日期', en: 'Free on', width: 12, format: 'date', of: ({ room }) => day(room.freeOn) },
  {
    zh: '数据性质',
    en: 'Provenance',
    width: 10,
    of: ({ building: { provenance } }, language) =>
      provenance === null
        ? null
        : provenance === 'illustrative'
          ? { zh: '示意', en: 'Illustrative' }[language]
          : { zh: '公开报道', en: 'Published' }[language],
  },
]

/** Every room of the buildings that a request asks for, in its order. */
export async function exportedLines(db: Db, actor: Actor, on: Day, query: BuildingQuery): Promise<Line[]> {
  const buildings = await everyBuilding(db, actor, on, query)
  const lines: Line[] = []
  for (const building of buildings) {
    for (const room of await roomsOf(db, actor, on, building.id)) lines.push({ building, room })
  }
  return lines
}

export async function writeRooms(
  lines: readonly Line[],
  of: { zoneName: string; day: Day; language: Language; trace: Trace },
): Promise<Buffer> {
  const { language } = of
  const output = new PassThrough()
  const { custom, ...marks } = traceMarks(of.trace, language)
  const sheet = {
    name: language === 'zh' ? '楼宇单元' : 'Rooms',
    titleRows: [
      language === 'zh'
        ? `${of.zoneName}楼宇单元（${of.day}，共 ${lines.length} 间）`
        : `${of.zoneName}: rooms (${of.day}, ${lines.length})`,
    ],
    ...marks,
    columns: columns.map((column) => ({
      title: column[language],
      width: column.width,
      ...(column.format ? { format: column.format } : {}),
    })),
    frozenRows: 3,
    autoFilter: true,
    rows: lines.map((line) => columns.map((column) => column.of(line, language))),
  }
  const writing = writeXlsx(output, [sheet], {
    title: of.zoneName,
    creator: of.trace.name,
    created: of.trace.at,
    custom,
  })
  const [bytes] = await Promise.all([buffer(output), writing])
  return bytes
}

/** Who exports, as the file and the log name them. */
export async function exporterOf(db: Db, zoneId: string, memberId: string) {
  const { rows } = await sql<{ zoneName: string; login: string }>`
    select z.name as zone_name, m.login from zone z join member m on m.zone_id = ${zoneId} and m.id = ${memberId}
    where z.id = ${zoneId}`.execute(db)
  return rows[0] ?? { zoneName: '', login: '' }
}
