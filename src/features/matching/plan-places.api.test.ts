import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import { csv, officeOf } from '../buildings/test-office.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { RankedPlaces } from './contract.ts'
import type { Plan, PlanRun } from './plan-contract.ts'
import type { PlanPlaces } from './plan-places-contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-plan-places-')))
after(async () => {
  await app.close()
  await database.close()
})

/** One project wants a parcel, one a part of another, one a room; each has its only place. */
async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const whole = await buildParcel(database, zone, { number: '甲', status: 'cleared' })
  const large = await buildParcel(database, zone, {
    ...{ number: '乙', status: 'cleared', at: [3_000, 0], size: [300, 200] },
  })
  await officeOf(app, analyst).bring(csv([['东楼', '1层', '101', 1000, '空置', '', '', '', 45]]))
  const project = (name: string, values: Record<string, string>) =>
    buildProject(database, zone, { name, stage: 'signed', expectedTax: '300', ...values })
  const ids = {
    ...{ whole, large },
    one: await project('整宗', { landArea: '9407' }),
    two: await project('分割', { landArea: '25000' }),
    three: await project('单元', { floorArea: '1000' }),
  }
  const plan = await made(analyst)
  assert.deepEqual(plan.answer.placed.map(({ project, place }) => [project.name, place.kind]).sort(), [
    ['分割', 'part'],
    ['单元', 'room'],
    ['整宗', 'parcel'],
  ])
  return { zone, analyst, ids, plan }
}

async function made(who: Caller): Promise<Plan> {
  const begun = await who.call('POST', '/api/plans', { name: '统筹', stages: ['signed'] })
  assert.equal(begun.statusCode, 202, begun.body)
  for (;;) {
    const { id } = begun.json<PlanRun>()
    const run = (await who.call('GET', `/api/plans/runs/${id}`)).json<PlanRun>()
    assert.notEqual(run.state, 'failed', run.problem?.zh ?? '')
    if (run.planId) return (await who.call('GET', `/api/plans/${run.planId}`)).json<Plan>()
    await setTimeout(50)
  }
}

const placesOf = async (who: Caller, { id }: Plan) => {
  const answer = await who.call('GET', `/api/plans/${id}/places`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<PlanPlaces>()
}
const adopt = async (who: Caller, { id, revision }: Plan) => {
  const done = await who.call('POST', `/api/plans/${id}/adopt`, { untilOn: '2999-12-31', revision })
  assert.equal(done.statusCode, 200, done.body)
}

test('a plan’s places are where its parcels are, and kept once it is adopted, until they are let go', async () => {
  const { analyst, ids, plan } = await world()
  const proposed = await placesOf(analyst, plan)
  assert.deepEqual(proposed.parcels.map(({ id, label, areaM2 }) => [label, id, Math.round(areaM2)]).sort(), [
    ['乙', ids.large, 60_000],
    ['甲', ids.whole, 9_407],
  ])
  assert.deepEqual(proposed.spaces.find(({ id }) => id === ids.large)?.parcelIds, [ids.large])
  assert.equal(proposed.parcels[0]?.boundary.type, 'Polygon')
  assert.deepEqual(proposed.kept, [])

  await adopt(analyst, plan)
  const kept = async () =>
    (await placesOf(analyst, plan)).kept.map(({ projectId, untilOn }) => [projectId, untilOn]).sort()
  const until = '2999-12-31'
  assert.deepEqual(await kept(), [ids.one, ids.two, ids.three].map((id) => [id, until]).sort())
  const path = `/api/projects/${ids.two}`
  const [held] = (await analyst.call('GET', `${path}/places`)).json<RankedPlaces>().reservations
  await analyst.call('DELETE', `${path}/reservations/${held?.id}`)
  assert.deepEqual(await kept(), [ids.one, ids.three].map((id) => [id, until]).sort())
})

test('a parcel that was split since is told by its parts, one that was joined by the whole', async () => {
  const { analyst, ids, plan } = await world()
  await adopt(analyst, plan)
  const at = (right: number, up: number) => toLonLat(4528, [40526000 + right, 3340600 + up])
  const split = await analyst.call('POST', `/api/parcels/${ids.large}/split`, {
    ...{ revision: 1, line: [at(3_100, -10), at(3_100, 220)], apply: true, numbers: ['乙-1', '乙-2'] },
  })
  assert.equal(split.statusCode, 200, split.body)
  const told = async () => {
    const { spaces, parcels, kept } = await placesOf(analyst, plan)
    const own = spaces.find(({ id }) => id === ids.large)?.parcelIds ?? []
    return {
      labels: parcels.flatMap(({ id, label }) => (own.includes(id) ? [label] : [])).sort(),
      isKept: kept.some(({ projectId }) => projectId === ids.two),
      own,
    }
  }
  const parts = await told()
  assert.deepEqual([parts.labels, parts.isKept], [['乙-1', '乙-2'], true])
  const joined = await analyst.call('POST', '/api/parcels/merge', {
    ...{ parcels: parts.own.map((id) => ({ id, revision: 1 })), number: '乙-3', apply: true },
  })
  assert.equal(joined.statusCode, 200, joined.body)
  assert.deepEqual((await told()).labels, ['乙-3'])
})

test('a room is at its building; who may not know of plans is refused, and another zone finds none', async () => {
  const { zone, analyst, ids, plan } = await world()
  const roomOf = async () =>
    (await placesOf(analyst, plan)).spaces.find(({ parcelIds }) => parcelIds.length === 0)
  assert.equal((await roomOf())?.building, null, 'it has no place yet')
  await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db.updateTable('building').set({ lon: 120.3, lat: 30.2 }).where('zoneId', '=', zone.id).execute(),
  )
  const { name, lon, lat } = (await roomOf())?.building ?? {}
  assert.deepEqual([name, lon, lat], ['东楼', 120.3, 30.2])

  // Removed for good: nothing is there that a map could show.
  await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .updateTable('parcel')
      .set({ removedAt: new Date() })
      .where('zoneId', '=', zone.id)
      .where('id', '=', ids.whole)
      .execute(),
  )
  const { spaces, parcels } = await placesOf(analyst, plan)
  assert.deepEqual(spaces.find(({ id }) => id === ids.whole)?.parcelIds, [])
  assert.ok(parcels.every(({ id }) => id !== ids.whole))

  const path = `/api/plans/${plan.id}/places`
  for (const login of ['commander', 'officer', 'promoter', 'administrator'])
    assert.equal((await (await signIn(app, zone, login)).call('GET', path)).statusCode, 403, login)
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  assert.equal((await stranger.call('GET', path)).statusCode, 404)
})
