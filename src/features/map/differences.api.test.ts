import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import { type RowPatch, updateRows } from '../../server/database/record.ts'
import { addDays, shanghaiDay } from '../../shared/days.ts'
import { removeProjects, writeProjects } from '../projects/server/write-projects.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { MapDifferences } from './differences-contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-map-differences-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const dayBefore = (count: number) => addDays(today, -count)
const noonOf = (count: number) => new Date(`${dayBefore(count)}T04:00:00Z`)

/** Five days of land and projects; what is done today goes through the API. */
async function story() {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const parcel = (number: string, east: number, daysAgo = 5) =>
    buildParcel(database, zone, { number, at: [east, 0], writtenAt: noonOf(daysAgo) })
  const change = (id: string, set: RowPatch<'parcel'>['set'], daysAgo: number) => {
    const author = { zoneId: zone.id, memberId: null, at: noonOf(daysAgo) }
    return database.within(author, (db) => updateRows(db, author, 'parcel', [{ id, revision: 1, set }]))
  }
  const [listed, removed, split, left, right] = [
    await parcel('DK-1', 0),
    await parcel('DK-2', 200),
    await parcel('DK-3', 400),
    await parcel('DK-4', 600),
    await parcel('DK-5', 700),
  ]
  await change(listed, { status: 'listed' }, 3)
  await change(removed, { removedAt: noonOf(2) }, 2)
  await parcel('DK-6', 900, 2)
  const project = (name: string, stage: string, parcelNo: string, daysAgo = 5) =>
    buildProject(database, zone, { name, stage, parcelNo }, '2022-02', noonOf(daysAgo))
  const moved = await project('推进项目', 'signed', 'DK-1')
  const gone = await project('移出项目', 'signed', 'DK-1')
  const secret = await project('在谈项目', 'negotiating', 'DK-1', 2)
  const author = { zoneId: zone.id, memberId: null, at: noonOf(2) }
  await database.within(author, async (db) => {
    await writeProjects(db, author, [
      { projectId: moved, isNew: false, period: '2022-03', set: { stage: 'started' } },
    ])
    await removeProjects(db, author, [gone])
  })
  return { zone, director, listed, split, left, right, secret }
}

async function differ(caller: Caller, query: string): Promise<MapDifferences> {
  const response = await caller.call('GET', `/api/map/differences?${query}`)
  assert.equal(response.statusCode, 200, response.body)
  return response.json()
}
const counts = ({ groups }: MapDifferences) =>
  Object.fromEntries(groups.map(({ kind, count }) => [kind, count]))
const labels = (pieces: readonly { label: string | null }[]) => pieces.map(({ label }) => label).sort()

test('two days of the map: parcels and projects that came, went and changed', async () => {
  const { director, listed } = await story()
  const told = await differ(director, `since=${dayBefore(4)}`)
  assert.deepEqual(counts(told), {
    ...{ parcelNew: 1, parcelGone: 1, status: 1 },
    ...{ projectNew: 1, projectGone: 1, stage: 1 },
  })
  assert.equal(told.total, 6)
  const status = told.items.find(({ kinds }) => kinds.includes('status'))
  assert.deepEqual(status?.changes, [{ field: 'status', from: 'reserve', to: 'listed' }])
  assert.deepEqual(told.groups.find(({ kind }) => kind === 'status')?.marks, {
    before: [listed],
    after: [listed],
  })
  const stage = await differ(director, `since=${dayBefore(4)}&kind=stage`)
  assert.deepEqual(
    [stage.total, stage.groups.length, stage.items[0]?.changes],
    [1, 6, [{ field: 'stage', from: 'signed', to: 'started' }]],
  )
  // Between two days of the past only what happened then.
  assert.deepEqual(counts(await differ(director, `since=${dayBefore(4)}&asOf=${dayBefore(3)}`)), {
    status: 1,
  })
  assert.deepEqual((await differ(director, `since=${dayBefore(1)}`)).groups, [])
})

test('it agrees with the ledger’s own difference of two dates', async () => {
  const { director } = await story()
  const told = counts(await differ(director, `since=${dayBefore(4)}`))
  const ledger = (
    await director.call('GET', `/api/history/differences?from=${dayBefore(4)}&to=${today}`)
  ).json()
  assert.deepEqual([ledger.zone.added, ledger.zone.removed], [told['projectNew'], told['projectGone']])
})

test('a split and a merge are told with what they became', async () => {
  const { director, split, left, right } = await story()
  const at = (east: number, north: number) => toLonLat(4528, [40526000 + east, 3340600 + north])
  const cut = { revision: 1, line: [at(460, -10), at(460, 120)], apply: true }
  assert.equal((await director.call('POST', `/api/parcels/${split}/split`, cut)).statusCode, 200)
  const parcels = [left, right].map((id) => ({ id, revision: 1 }))
  const merge = { parcels, number: 'DK-45', apply: true }
  assert.equal((await director.call('POST', '/api/parcels/merge', merge)).statusCode, 200)
  const { groups, items } = await differ(director, `since=${dayBefore(1)}`)
  assert.deepEqual(
    groups.map(({ kind, count }) => [kind, count]),
    [
      ['split', 1],
      ['merged', 1],
    ],
  )
  const [parts, whole] = items
  assert.deepEqual(
    [labels(parts?.before ?? []), labels(parts?.after ?? [])],
    [['DK-3'], ['DK-3-1', 'DK-3-2']],
  )
  assert.deepEqual([labels(whole?.before ?? []), labels(whole?.after ?? [])], [['DK-4', 'DK-5'], ['DK-45']])
})

test('who may not know of a project learns nothing of it from two days either', async () => {
  const { zone, director, secret } = await story()
  const others = await signIn(app, zone, 'commander2')
  const of = async (caller: Caller) => {
    const told = await differ(caller, `since=${dayBefore(4)}`)
    return [counts(told)['projectNew'] ?? 0, JSON.stringify(told).includes(secret)]
  }
  assert.deepEqual(await of(director), [1, true])
  assert.deepEqual(await of(others), [0, false])
  const memberId = zone.memberIds['commander2']
  await director.call('POST', `/api/projects/${secret}/guests`, { memberId })
  assert.deepEqual(await of(others), [1, true])
  await director.call('DELETE', `/api/projects/${secret}/guests/${memberId}`)
  assert.deepEqual(await of(others), [0, false])
})

test('another zone is told nothing, an administrator is refused', async () => {
  const { zone } = await story()
  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.deepEqual(await differ(stranger, `since=${dayBefore(4)}`), { groups: [], items: [], total: 0 })
  const keeper = await signIn(app, zone, 'administrator')
  assert.equal((await keeper.call('GET', `/api/map/differences?since=${dayBefore(4)}`)).statusCode, 403)
})

test('a filter of the map holds for its differences; days that do not follow each other are refused', async () => {
  const { zone, director } = await story()
  const ofB = await differ(director, `since=${dayBefore(4)}&unitId=${zone.corps.b}`)
  assert.deepEqual(ofB.groups, [])
  const ofA = await differ(director, `since=${dayBefore(4)}&unitId=${zone.corps.a}`)
  assert.deepEqual(counts(ofA), { projectNew: 1, projectGone: 1, stage: 1 })
  for (const query of [`since=${today}`, `since=${dayBefore(2)}&asOf=${dayBefore(2)}`, 'since=2999-01-01']) {
    const refused = await director.call('GET', `/api/map/differences?${query}`)
    assert.equal(refused.statusCode, 400, query)
  }
})
