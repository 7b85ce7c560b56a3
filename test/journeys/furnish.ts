import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerImport } from '../../src/features/imports/contract.ts'
import { type Caller, callAs } from './caller.ts'
import { furnishApprovals } from './furnish-approvals.ts'
import { furnishBlockers } from './furnish-blockers.ts'
import { type BuildingFurniture, furnishBuildings } from './furnish-buildings.ts'
import { furnishCharts } from './furnish-charts.ts'
import { furnishConditions } from './furnish-conditions.ts'
import { furnishCooperation } from './furnish-cooperation.ts'
import { placeOnParcels } from './furnish-map.ts'
import { furnishParcels, type ParcelFurniture } from './furnish-parcels.ts'
import { furnishPlaces, type PlaceFurniture } from './furnish-places.ts'
import { furnishWalls } from './furnish-walls.ts'
import { writeDoubtfulWorkbook, writeOfficeWorkbook } from './office-workbook.ts'

/** Records that the screens are looked at with. */
export type Furniture = {
  projectId: string
  /** Of another corps than officer3's. */
  closedProjectId: string
  /** To be compared. */
  pair: [string, string]
  reorganisationId: string
  imports: { read: string; checked: string; applied: string; undone: string }
  parcels: ParcelFurniture
  buildings: BuildingFurniture
  places: PlaceFurniture
}

type Rows = { items: { id: string; [field: string]: unknown }[] }

/** An import in each of its states, the applied one with a cell edited since. */
export async function furnish(url: string): Promise<Furniture> {
  const analyst = await callAs(url, 'analyst')
  const { items } = await analyst.get<Rows>('/ledger?limit=3')
  const [first, second] = items
  const { items: found } = await analyst.get<Rows>('/ledger?q=chuanhua&limit=1')
  if (!first || !second || !found[0]) throw new Error('The sample has too few projects.')
  await furnishApprovals(analyst, first.id)
  const going = encodeURIComponent(JSON.stringify([{ field: 'standing', op: 'is', value: ['ongoing'] }]))
  const others = await analyst.get<Rows>(`/ledger?where=${going}&sort=-totalInvestment&limit=12`)
  await furnishBlockers(analyst, await callAs(url, 'director'), [
    first.id,
    ...others.items.map(({ id }) => id).filter((id) => id !== first.id),
  ])
  await furnishWalls(url)
  await furnishCharts(analyst, others.items)
  await furnishCooperation(await callAs(url, 'director'), first.id)
  await furnishConditions(analyst, found[0].id)
  await analyst.send('PATCH', '/ledger', {
    edits: [
      { projectId: found[0].id, field: 'contactName', from: null, to: '赵一鸣' },
      { projectId: found[0].id, field: 'contactPhone', from: null, to: '13800138000、0571-82345678' },
    ],
  })
  const parcels = await furnishParcels(analyst)
  const buildings = await furnishBuildings(analyst)
  await placeOnParcels(
    analyst,
    others.items.slice(0, 9).map(({ id }) => id),
  )
  const places = await furnishPlaces(analyst, await callAs(url, 'officer3'), found[0].id)
  const known = { name: String(first['name']), investor: String(first['investor']) }
  const folder = mkdtempSync(join(tmpdir(), 'zhantu-furnish-'))
  try {
    const office = join(folder, 'office.xlsx')
    await writeOfficeWorkbook(office, known, 6)
    const doubtful = join(folder, 'doubtful.xlsx')
    await writeDoubtfulWorkbook(doubtful, known, {
      name: String(second['name']),
      investor: String(second['investor']),
    })
    const dates = readFileSync(new URL('../workbooks/03-sheet-per-corps.xlsx', import.meta.url))

    const undone = await upload(analyst, '2022年1月招商项目台账.xlsx', readFileSync(office))
    await check(analyst, undone)
    await analyst.send('POST', `/imports/${undone.id}/apply`)
    await analyst.send('POST', `/imports/${undone.id}/undo`, { keepEdited: true })
    const applied = await upload(analyst, '2022年2月重点项目推进台账.xlsx', readFileSync(office))
    await check(analyst, applied)
    await analyst.send('POST', `/imports/${applied.id}/apply`)
    await analyst.send('PATCH', '/ledger', {
      edits: [{ projectId: first.id, field: 'officer', from: '苏晚晴', to: '林若溪' }],
    })
    const checked = await upload(analyst, '2022年3月市北兵团项目台账.xlsx', readFileSync(doubtful))
    await check(analyst, checked)
    const read = await upload(analyst, '各兵团一季度台账.xlsx', dates)
    return {
      projectId: found[0].id,
      closedProjectId: first.id,
      pair: [first.id, second.id],
      parcels,
      buildings,
      places,
      reorganisationId: await prepareAct(url),
      imports: { read: read.id, checked: checked.id, applied: applied.id, undone: undone.id },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** An act to come: the third corps takes another name at the new year. */
async function prepareAct(url: string): Promise<string> {
  const director = await callAs(url, 'director')
  const { items } = await director.get<Rows>('/organisation')
  const corps = items.filter((unit) => unit['kind'] === 'corps')
  const [one, two] = corps
  if (!one || !two) throw new Error('The sample has too few corps.')
  const { id, revision } = await director.send<{ id: string; revision: number }>('POST', '/reorganisations', {
    title: '两个兵团合并',
    effectiveOn: `${new Date().getFullYear() + 1}-01-01`,
    steps: [{ kind: 'merge', unitIds: [one.id, two.id], intoId: one.id }],
  })
  await director.send('POST', `/reorganisations/${id}/confirm`, { revision })
  return id
}

const upload = (as: Caller, name: string, content: Buffer) =>
  as.upload<LedgerImport>('/imports', name, content)

/** As proposed. */
const check = (as: Caller, { id, period, blanks, tables }: LedgerImport) =>
  as.send('PUT', `/imports/${id}/check`, {
    period,
    blanks,
    tables: tables.map(({ key, use, corpsId, columns }) => ({
      key,
      use,
      corpsId,
      columns: columns.map(({ index, field, unit }) => ({ index, field, unit })),
    })),
  })
