import type { ParcelDetail, ParcelList } from '../../src/features/spaces/contract.ts'
import type { ParcelImport } from '../../src/features/spaces/import-contract.ts'
import { rectangle, surveyTxt } from '../../src/features/spaces/test-survey.ts'
import { type Caller, callAs } from './caller.ts'

export type MapScene = {
  /** Beside each other, from west to east. */
  parcels: ParcelDetail[]
  project: { id: string; name: string }
  /** Where the map stands with a parcel in its middle. */
  at: (parcel: ParcelDetail, zoom: number) => string
}

/** Metres from golden vector 8 to a corner of the zone where nothing else is. */
const [up, right] = [-9_000, 14_000]
const count = 4

/** Parcels in a row, in reserve, with a project on the last; brought anew it is as it was. */
export async function furnishMap(url: string): Promise<MapScene> {
  const analyst = await callAs(url, 'analyst')
  const file = surveyTxt(
    Array.from({ length: count }, (_, at) => ({
      number: `战图〔2022〕${at + 1}号`,
      ring: rectangle(up, right + at * 130),
    })),
  )
  const { id, revision } = await analyst.upload<ParcelImport>('/parcel-imports', '战图测试.txt', file)
  await analyst.send('POST', `/parcel-imports/${id}/apply`, { revision })
  const { items } = await analyst.get<ParcelList>(`/parcels?q=${encodeURIComponent('战图〔2022〕')}`)
  const parcels: ParcelDetail[] = []
  for (const row of items) {
    if (row.status !== 'reserve')
      await analyst.send('PATCH', `/parcels/${row.id}`, { revision: row.revision, status: 'reserve' })
    parcels.push(await analyst.get<ParcelDetail>(`/parcels/${row.id}`))
  }
  return { parcels, project: await placeProject(analyst, parcels.at(-1)?.number ?? ''), at: viewOf }
}

const viewOf = ({ bounds: [west = 0, south = 0, east = 0, north = 0] }: ParcelDetail, zoom: number) =>
  `${((west + east) / 2).toFixed(6)},${((south + north) / 2).toFixed(6)},${zoom}`

async function placeProject(analyst: Caller, parcelNo: string) {
  const { items } = await analyst.get<{ items: { id: string; name: string; parcelNo?: string }[] }>(
    '/ledger?q=chuanhua&limit=1',
  )
  const [project] = items
  if (!project) throw new Error('The sample has no project of 传化.')
  if (project.parcelNo !== parcelNo) await put(analyst, project, parcelNo)
  return project
}

const put = (analyst: Caller, { id, parcelNo }: { id: string; parcelNo?: string | null }, to: string) =>
  analyst.send('PATCH', '/ledger', {
    edits: [{ projectId: id, field: 'parcelNo', from: parcelNo ?? null, to }],
  })

/** Projects on parcels of the furnished zone, some side by side, one on a place of its own. */
export async function placeOnParcels(analyst: Caller, projectIds: readonly string[]) {
  const { items } = await analyst.get<ParcelList>('/parcels?limit=6')
  for (const [at, id] of projectIds.entries()) {
    const { row } = await analyst.get<{ row: { id: string; parcelNo?: string } }>(`/projects/${id}`)
    const number = items[at % items.length]?.number
    if (number) await put(analyst, { id, parcelNo: row.parcelNo ?? null }, number)
  }
}
