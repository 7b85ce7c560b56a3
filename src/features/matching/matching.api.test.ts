import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import { csv, officeOf } from '../buildings/test-office.ts'
import { mergeOf } from '../duplicates/test-merging.ts'
import { writeProjects } from '../projects/server/write-projects.ts'
import type { Division } from '../spaces/contract.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { RankedPlace, RankedPlaces } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-matching-')))
after(async () => {
  await app.close()
  await database.close()
})

async function world(values: Record<string, string> = {}) {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  // Side by side, then far off: 9,407 ㎡ each, but for the last.
  const parcel = (number: string, right: number, more: object = {}) =>
    buildParcel(database, zone, { number, at: [right, 0], status: 'cleared', ...more })
  const ids = {
    near: await parcel('甲', 0),
    beside: await parcel('乙', 100),
    raw: await parcel('丙', 1_000, { status: 'reserve' }),
    built: await parcel('丁', 2_000, { status: 'built' }),
    large: await parcel('戊', 3_000, { size: [300, 200] }),
  }
  const projectId = await buildProject(database, zone, {
    ...{ name: '有机硅', stage: 'signed', landArea: '10000', expectedTax: '600', expectedOutput: '6000' },
    ...{ fixedAssetInvestment: '6000', industryCode: '3811', ...values },
  })
  const rank = async (query = '') => {
    const response = await analyst.call('GET', `/api/projects/${projectId}/places${query}`)
    assert.equal(response.statusCode, 200, response.body)
    return response.json<RankedPlaces>()
  }
  return { zone, analyst, ids, projectId, rank }
}
const told = ({ kind, parts, standing }: RankedPlace) => [
  kind,
  parts.map(({ label }) => label).join('+'),
  standing,
]

test('land that can be offered is ranked: whole, in part and joined; what is built is not offered', async () => {
  const { rank, analyst, projectId, zone, ids } = await world()
  const first = await rank()
  assert.equal(first.spaces, 4)
  assert.deepEqual(first.items.map(told), [
    ['parcel', '甲', 'pass'],
    ['parcel', '乙', 'pass'],
    ['part', '戊', 'pass'],
    ['parcel', '丙', 'pass'],
    ['parcel', '戊', 'fail'],
  ])
  assert.deepEqual(first.need.areaM2, '10000')
  const [, second, third] = first.items
  const tax = second?.marks.find(({ criterion }) => criterion === 'tax')
  assert.deepEqual([tax?.state, tax?.from[0]], ['known', 600])
  assert.ok(Math.abs((tax?.from[1] ?? 0) - 14.1105) < 1e-6)
  assert.deepEqual(
    third?.behind.map(({ criterion, points }) => [criterion, points > 0]).at(0),
    ['tax', true],
    'why it is third',
  )
  const tooLarge = first.items.at(-1)?.checks.find(({ standing }) => standing === 'fail')
  assert.deepEqual([tooLarge?.rule, tooLarge?.offered, tooLarge?.required], ['need.areaMost', 60_000, 15_000])

  // Two neighbours are one place, once more land is asked for; the road between others joins nothing.
  const need = {
    ...{ revision: 0, land: true, rooms: true, areaM2: '18000', leastM2: '17000', mostM2: '20000' },
    ...{ onDay: '2099-01-01', latestOn: null, loadTM2: null, heightM: null },
  }
  const path = `/api/projects/${projectId}/space-need`
  const wide = await analyst.call('PUT', path, need)
  assert.equal(wide.statusCode, 200, wide.body)
  const places = wide.json<RankedPlaces>().items.filter(({ standing }) => standing === 'pass')
  assert.deepEqual(places.map(told), [
    ['part', '戊', 'pass'],
    ['joined', '甲+乙', 'pass'],
  ])
  assert.equal((await analyst.call('PUT', path, need)).statusCode, 409, 'somebody wrote it since')
  assert.equal((await analyst.call('PUT', path, { ...need, revision: 1, leastM2: '19000' })).statusCode, 400)

  // Another project's line takes a parcel, though this person may not know of it.
  await buildProject(database, zone, { name: '密谈', stage: 'lead', corps: zone.corps.b, parcelNo: '甲' })
  const officer = await signIn(app, zone, 'officer')
  const seen = (await officer.call('GET', `/api/projects/${projectId}/places`)).json<RankedPlaces>()
  assert.ok(seen.items.every(({ parts }) => parts.every(({ id }) => id !== ids.near)))
  await assertEveryRowHasItsChange(database, zone.id)
})

test('the parcel’s own rules are held against what the project would offer by the mu there', async () => {
  const { rank, analyst, ids } = await world()
  const set = {
    ...{ name: '条件', everywhere: false, source: '公告', parcelIds: [ids.near, ids.large] },
    rules: [
      {
        ...{ kind: 'indicator', checkStage: 'fullCapacity', source: '公告', indicator: 'taxPerMu' },
        ...{ operator: 'atLeast', value: '41', unit: '万元/亩' },
      },
      { kind: 'industry', checkStage: 'landSupplied', source: '公告', allow: ['C38'], forbid: [] },
    ],
  }
  assert.equal((await analyst.call('POST', '/api/rule-sets', set)).statusCode, 201)
  const { items } = await rank()
  // 600 万元 on 14.1105 亩 is 42.52; on the 15 亩 of a part, 40.
  const of = (label: string, kind: string) =>
    items.find((one) => one.kind === kind && one.parts[0]?.label === label)
  assert.deepEqual(told(of('甲', 'parcel') as RankedPlace), ['parcel', '甲', 'pass'])
  const part = of('戊', 'part')
  const failing = part?.checks.find(({ standing }) => standing === 'fail')
  assert.deepEqual(
    [failing?.words?.zh, failing?.offered, failing?.difference],
    ['亩均税收 ≥ 41 万元/亩', 40, 1],
  )
})

test('weights move the order; nothing that passes is explained by the rules in the way', async () => {
  const { rank } = await world({ landArea: '200000', industryCode: '' })
  const none = await rank()
  assert.equal(none.counts.pass, 0)
  assert.deepEqual(
    none.conflict.map(({ rule }) => rule),
    ['need.areaLeast'],
  )
  const { weights, items } = await rank('?weights=tax:0,areaFit:10')
  assert.deepEqual([weights['tax'], weights['areaFit'], weights['late']], [0, 10, 2])
  assert.ok(items.every(({ marks }) => marks.every(({ criterion }) => criterion !== 'tax')))
})

test('a place kept for one project is offered to no other, until its last day or until it is let go', async () => {
  const { zone, analyst, ids, projectId, rank } = await world()
  const other = await buildProject(database, zone, { name: '生物医药', stage: 'signed', landArea: '10000' })
  const placesOf = async (id: string) =>
    (await analyst.call('GET', `/api/projects/${id}/places`)).json<RankedPlaces>()
  const path = `/api/projects/${projectId}/reservations`
  const keep = { parcelIds: [ids.near], roomIds: [], areaM2: null, untilOn: '2999-12-31' }
  const officer = await signIn(app, zone, 'officer')
  assert.equal((await officer.call('POST', path, keep)).statusCode, 403)
  assert.equal((await analyst.call('POST', path, { ...keep, untilOn: '2020-01-01' })).statusCode, 400)
  assert.equal((await analyst.call('POST', path, { ...keep, parcelIds: [] })).statusCode, 400)
  const kept = await analyst.call('POST', path, keep)
  assert.equal(kept.statusCode, 200, kept.body)
  assert.deepEqual(
    kept.json<RankedPlaces>().reservations.map(({ label, untilOn, person }) => [label, untilOn, person]),
    [['甲', '2999-12-31', 'analyst同志']],
  )
  const has = ({ items }: RankedPlaces, id: string) =>
    items.some(({ parts }) => parts.some((one) => one.id === id))
  assert.equal(has(await placesOf(other), ids.near), false)
  assert.equal(has(await rank(), ids.near), true, 'its own it may still take')
  const second = await analyst.call('POST', path.replace(projectId, other), keep)
  assert.equal(second.statusCode, 409)
  assert.match(second.json<{ message: string }>().message, /“甲”已为别的项目预留，还剩 0 ㎡/)

  // A part leaves the rest to others.
  const part = { parcelIds: [ids.large], roomIds: [], areaM2: '40000', untilOn: '2999-12-31' }
  assert.equal((await analyst.call('POST', path, part)).statusCode, 200)
  const left = (await placesOf(other)).items.find(
    ({ parts }) => parts[0]?.id === ids.large && parts.length === 1,
  )
  assert.equal(left?.parts[0]?.areaM2, 20_000)
  assert.equal(
    (await analyst.call('POST', path.replace(projectId, other), { ...part, areaM2: '20001' })).statusCode,
    409,
  )
  assert.equal(
    (await analyst.call('POST', path.replace(projectId, other), { ...part, areaM2: '20000' })).statusCode,
    200,
  )

  const [first] = (await rank()).reservations
  const let_go = await analyst.call('DELETE', `${path}/${first?.id}`)
  assert.equal(let_go.json<RankedPlaces>().reservations.length, 1)
  // Its last day over, it is free by itself.
  await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .updateTable('reservation')
      .set({ untilOn: '2020-01-01' as never })
      .where('zoneId', '=', zone.id)
      .execute(),
  )
  assert.equal((await rank()).reservations.length, 0)
  const stranger = await signIn(app, await buildZone(database), 'analyst')
  assert.equal((await stranger.call('POST', path, keep)).statusCode, 404)
})

test('what is kept stays kept when its land is split or joined', async () => {
  const { zone, analyst, ids, projectId } = await world()
  const other = await buildProject(database, zone, { name: '生物医药', stage: 'signed', landArea: '10000' })
  const offered = async () =>
    (await analyst.call('GET', `/api/projects/${other}/places`))
      .json<RankedPlaces>()
      .items.flatMap(({ kind, parts }) => (kind === 'parcel' ? parts.map(({ label }) => label) : []))
  const keep = { parcelIds: [ids.near], roomIds: [], areaM2: null, untilOn: '2999-12-31' }
  assert.equal((await analyst.call('POST', `/api/projects/${projectId}/reservations`, keep)).statusCode, 200)
  const at = (right: number, up: number) => toLonLat(4528, [40526000 + right, 3340600 + up])
  const split = await analyst.call('POST', `/api/parcels/${ids.near}/split`, {
    ...{ revision: 1, line: [at(60, -10), at(60, 120)], apply: true, numbers: ['东块', '西块'] },
  })
  assert.equal(split.statusCode, 200, split.body)
  assert.deepEqual((await offered()).sort(), ['丙', '乙', '戊'].sort())
  // The part beside 乙, 40 m wide, is kept within what it is joined to; the 9,407 ㎡ of 乙 are not.
  const eastOf = ({ boundary }: Division['parts'][number]) => Math.max(...lonsOf(boundary.coordinates))
  const [east] = split.json<Division>().parts.toSorted((a, b) => eastOf(b) - eastOf(a))
  const joined = await analyst.call('POST', '/api/parcels/merge', {
    ...{ parcels: [east?.id, ids.beside].map((id) => ({ id, revision: 1 })), number: '并块', apply: true },
  })
  assert.equal(joined.statusCode, 200, joined.body)
  const whole = (await analyst.call('GET', `/api/projects/${other}/places`))
    .json<RankedPlaces>()
    .items.find(({ kind, parts }) => kind === 'parcel' && parts[0]?.label === '并块')
  assert.ok(Math.abs((whole?.areaM2 ?? 0) - 9407) < 0.01, String(whole?.areaM2))
})

test('land that a line names stays its project’s when it is split or joined', async () => {
  const { zone, analyst, ids, projectId } = await world()
  const named = await buildProject(database, zone, { name: '有甲', stage: 'landed', parcelNo: '甲' })
  const landFor = async (id: string) =>
    (await analyst.call('GET', `/api/projects/${id}/places`))
      .json<RankedPlaces>()
      .items.flatMap(({ kind, parts }) => (kind === 'parcel' ? parts.map(({ label }) => label) : []))
      .sort()
  const at = (right: number, up: number) => toLonLat(4528, [40526000 + right, 3340600 + up])
  const split = await analyst.call('POST', `/api/parcels/${ids.near}/split`, {
    ...{ revision: 1, line: [at(60, -10), at(60, 120)], apply: true, numbers: ['东块', '西块'] },
  })
  assert.equal(split.statusCode, 200, split.body)
  assert.deepEqual(await landFor(projectId), ['丙', '乙', '戊'].sort())
  assert.deepEqual(await landFor(named), ['东块', '丙', '乙', '戊', '西块'].sort())
  const [part] = split.json<Division>().parts
  const keep = { parcelIds: [part?.id], roomIds: [], areaM2: null, untilOn: '2999-12-31' }
  const kept = await analyst.call('POST', `/api/projects/${projectId}/reservations`, keep)
  assert.match(kept.json<{ message: string }>().message, /在台账里已是别的项目的地块/)
})

test('what cannot be supplied is not kept, nor is anything for a project that does not go on', async () => {
  const { zone, analyst, ids, projectId } = await world()
  await buildProject(database, zone, { name: '密谈', stage: 'lead', corps: zone.corps.b, parcelNo: '乙' })
  const lost = await buildProject(database, zone, { name: '走了', stage: 'signed', standing: 'lost' })
  const refusal = async (more: object, project = projectId) => {
    const keep = { parcelIds: [ids.near], roomIds: [], areaM2: null, untilOn: '2999-12-31', ...more }
    const response = await analyst.call('POST', `/api/projects/${project}/reservations`, keep)
    assert.ok(response.statusCode >= 400, response.body)
    return response.json<{ message: string }>().message
  }
  assert.equal(await refusal({ parcelIds: [ids.built] }), '“丁”的状态是“建成”，不能再预留。')
  assert.equal(await refusal({ parcelIds: [ids.beside] }), '“乙”在台账里已是别的项目的地块，不能再预留。')
  assert.equal(await refusal({ areaM2: '9407.01' }), '“甲”一共 9407 ㎡，不够 9407.01 ㎡。')
  assert.equal(await refusal({ untilOn: '2999-02-30' }), '没有“2999-02-30”这一天。')
  assert.equal(await refusal({}, lost), '“走了”已流失，不能预留空间。')
  const seen = (await analyst.call('GET', `/api/projects/${lost}/places`)).json<RankedPlaces>()
  assert.deepEqual([seen.standing, seen.abilities.includes('reserve')], ['lost', false])
})

test('what was kept for a project that is lost is free, and given away once another has it', async () => {
  const { zone, analyst, ids, projectId } = await world()
  const other = await buildProject(database, zone, { name: '生物医药', stage: 'signed', landArea: '9407' })
  const keep = { parcelIds: [ids.near, ids.raw], roomIds: [], areaM2: null, untilOn: '2999-12-31' }
  const reserve = (id: string, more: object = {}) =>
    analyst.call('POST', `/api/projects/${id}/reservations`, { ...keep, ...more })
  const keptFor = async (id: string) =>
    (await analyst.call('GET', `/api/projects/${id}/places`))
      .json<RankedPlaces>()
      .reservations.map(({ label }) => label)
  const become = (standing: string) => {
    const author = { zoneId: zone.id, memberId: null, at: new Date() }
    return database.within(author, (db) =>
      writeProjects(db, author, [{ projectId, isNew: false, period: '2022-03', set: { standing } }]),
    )
  }
  assert.equal((await reserve(projectId)).statusCode, 200)
  await become('onHold')
  assert.equal((await reserve(other, { parcelIds: [ids.near] })).statusCode, 409, 'it may go on again')
  await become('lost')
  assert.deepEqual(await keptFor(projectId), [])
  assert.equal((await reserve(other, { parcelIds: [ids.near] })).statusCode, 200)
  await become('ongoing')
  assert.deepEqual([await keptFor(projectId), await keptFor(other)], [['丙'], ['甲']])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('an area of the ledger that is a slip is none: what is looked for is what is usual', async () => {
  for (const landArea of ['0.004', '0', '99999999999']) {
    const { rank } = await world({ landArea })
    assert.deepEqual((await rank()).need.areaM2, '20000')
  }
  const { analyst, projectId } = await world()
  const need = {
    ...{ revision: 0, land: true, rooms: true, areaM2: '18000', leastM2: '17000', mostM2: '20000' },
    ...{ onDay: '2099-02-29', latestOn: null, loadTM2: null, heightM: null },
  }
  const refused = await analyst.call('PUT', `/api/projects/${projectId}/space-need`, need)
  assert.equal(refused.json<{ message: string }>().message, '没有“2099-02-29”这一天。')
})

test('of several who keep one parcel in the same moment one does, in whole or in part', async () => {
  const { zone, analyst, ids } = await world()
  const director = await signIn(app, zone, 'director')
  const wanting = async (areaM2: string | null, parcelId: string) => {
    const answers = await Promise.all(
      [analyst, director, analyst, director].map(async (who, at) => {
        const id = await buildProject(database, zone, { stage: 'signed', landArea: `${9407 + at}` })
        return who.call('POST', `/api/projects/${id}/reservations`, {
          ...{ parcelIds: [parcelId], roomIds: [], areaM2, untilOn: '2999-12-31' },
        })
      }),
    )
    return answers.map(({ statusCode }) => statusCode).sort()
  }
  assert.deepEqual(await wanting(null, ids.near), [200, 409, 409, 409])
  assert.deepEqual(await wanting('25000', ids.large), [200, 200, 409, 409], '60,000 ㎡ are two times 25,000')
})

test('a room that another has until later than asked says from when on it is free', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  await officeOf(app, analyst).bring(csv([['东楼', '1层', '101', 1000, '空置', null, null, null, 45]]))
  const values = { stage: 'signed', floorArea: '1000' }
  const one = await buildProject(database, zone, { name: '检测', ...values })
  const other = await buildProject(database, zone, { name: '设计', ...values })
  const { items } = (await analyst.call('GET', `/api/projects/${one}/places`)).json<RankedPlaces>()
  const keep = { parcelIds: [], roomIds: [items[0]?.parts[0]?.id], areaM2: null, untilOn: '2060-06-30' }
  assert.equal((await analyst.call('POST', `/api/projects/${one}/reservations`, keep)).statusCode, 200)
  const late = await analyst.call('POST', `/api/projects/${other}/reservations`, keep)
  assert.equal(late.statusCode, 409)
  assert.match(late.json<{ message: string }>().message, /最早 2060-07-01 空出，预留不到 2060-06-30/)
})

test('rooms that were divided since they were offered are not kept as if they were whole', async () => {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  await officeOf(app, analyst).bring(csv([['东楼', '1层', '101', 1000.25, '空置', null, null, null, 45]]))
  const id = await buildProject(database, zone, { name: '检测', stage: 'signed', floorArea: '1000' })
  const { items } = (await analyst.call('GET', `/api/projects/${id}/places`)).json<RankedPlaces>()
  const roomId = items[0]?.parts[0]?.id
  const keep = { parcelIds: [], roomIds: [roomId], areaM2: null, untilOn: '2060-06-30' }
  const reserve = (roomsM2: string) =>
    analyst.call('POST', `/api/projects/${id}/reservations`, { ...keep, roomsM2 })
  const parts = [
    { number: '101', areaM2: '0.25' },
    { number: '102', areaM2: '1000' },
  ]
  const divided = await analyst.call('POST', `/api/rooms/${roomId}/division`, { revision: 1, parts })
  assert.equal(divided.statusCode, 200, divided.body)
  const late = await reserve('1000.2500')
  assert.deepEqual(
    [late.statusCode, late.json().message],
    [409, '所选单元刚被改动过，现在一共 0.25 ㎡，列出时是 1000.2500 ㎡。请重新选。'],
  )
  assert.equal((await reserve('0.2500')).statusCode, 200)
})

test('what is kept for a project goes over in a merge, and comes back when it is undone', async () => {
  const { zone, analyst, ids, projectId } = await world()
  const lost = await buildProject(database, zone, { name: '有机硅一期', stage: 'signed', landArea: '9407' })
  const other = await buildProject(database, zone, { name: '生物医药', stage: 'signed', landArea: '9407' })
  const reserve = (id: string) =>
    analyst.call('POST', `/api/projects/${id}/reservations`, {
      ...{ parcelIds: [ids.near], roomIds: [], areaM2: null, untilOn: '2999-12-31' },
    })
  const keptFor = async (id: string) =>
    (await analyst.call('GET', `/api/projects/${id}/places`))
      .json<RankedPlaces>()
      .reservations.map(({ label }) => label)
  assert.equal((await reserve(lost)).statusCode, 200)
  const { merge } = await mergeOf(analyst, projectId, lost)
  assert.deepEqual(await keptFor(projectId), ['甲'])
  assert.equal((await reserve(other)).statusCode, 409)
  const undone = await analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true })
  assert.equal(undone.statusCode, 200, undone.body)
  assert.deepEqual([await keptFor(projectId), await keptFor(lost)], [[], ['甲']])
  assert.equal((await reserve(other)).statusCode, 409)
})

const lonsOf = (nested: unknown): number[] => {
  if (!Array.isArray(nested)) return []
  return typeof nested[0] === 'number' ? [nested[0]] : nested.flatMap(lonsOf)
}
