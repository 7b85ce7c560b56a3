import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import type { Actor } from '../../server/access.ts'
import { updateRows } from '../../server/database/record.ts'
import { addDays, addMonths, shanghaiDay } from '../../shared/days.ts'
import { sumDecimal } from '../../shared/decimal.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { Lease, Room } from './contract.ts'
import { exportedLines } from './server/export.ts'
import { csv, officeOf } from './test-office.ts'
import { freeMonths, roomStates } from './words.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-buildings-')))
after(async () => {
  await app.close()
  await database.close()
})
const today = shanghaiDay(Date.now())
const before = addMonths(today, -16)

/** 市北兵团 holds the land of A座; B座 stands on nobody’s. */
async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const director = await signIn(app, zone, 'director')
  const territory = { name: '市北片区', unitId: zone.corps.a, fromOn: '2020-01-01' }
  const { id: territoryId } = (await director.call('POST', '/api/territories', territory)).json()
  await buildParcel(database, zone, { number: 'DK-1', territoryId })
  const office = officeOf(app, analyst)
  const head = '楼宇,楼层,房号,建筑面积,承租企业,起租日,到期日,地块编号,层高,荷载,交付日期'
  await office.bring(
    csv(
      [
        ['A座', 1, '101', 500, '甲公司', before, addMonths(today, 2), 'DK-1', 6, 1.2, null],
        ['A座', 1, '102', 300.5, null, null, null, 'DK-1', 6, 1.2, null],
        ['A座', 2, '201', 800, '自用', before, null, 'DK-1', 4.5, 0.8, null],
        ['A座', 3, '301', 200, null, null, null, 'DK-1', 4.5, 0.8, addMonths(today, 5)],
        ['B座', 1, '101', 120, '乙公司', before, addMonths(today, 11), null, 3.9, 0.5, null],
      ],
      head,
    ),
  )
  const { items } = await office.rooms()
  const room = (name: string): Room =>
    items.find((one) => `${one.building} ${one.number}` === name) ?? (items[0] as Room)
  return { zone, analyst, director, office, room }
}

test('rooms say what they are on the day, when they come free, and are found by what a project needs', async () => {
  const { office } = await world()
  const { items, sums } = await office.rooms()
  assert.deepEqual(
    items.map(({ building, number, state, freeOn }) => [building, number, state, freeOn]),
    [
      ['A座', '101', 'leased', addDays(addMonths(today, 2), 1)],
      ['A座', '102', 'vacant', today],
      ['A座', '201', 'self_used', null],
      ['A座', '301', 'not_ready', addMonths(today, 5)],
      ['B座', '101', 'leased', addDays(addMonths(today, 11), 1)],
    ],
  )
  assert.deepEqual(
    sums.freeing.map(({ months, count, areaM2 }) => [months, count, areaM2]),
    [
      [3, 1, '500'],
      [6, 2, '700'],
      [12, 3, '820'],
    ],
  )
  const found = async (query: string) => (await office.rooms(query)).items.map(({ number }) => number)
  assert.deepEqual(await found('free=0'), ['102'])
  assert.deepEqual(await found('free=3'), ['101', '102'])
  assert.deepEqual(await found('free=6&minArea=250&minHeight=5&minLoad=1'), ['101', '102'])
  assert.deepEqual(await found('state=leased&sort=-area'), ['101', '101'])
  assert.deepEqual(await found(`q=${encodeURIComponent('乙公司')}`), ['101'])
  const buildings = await office.buildings('free=6&minArea=400')
  assert.deepEqual(
    buildings.items.map(({ name }) => name),
    ['A座'],
  )
  assert.equal((await office.buildings('sort=-vacant')).items[0]?.name, 'A座')
})

test('list, page and rooms say the same as a plain count, on every day', async () => {
  const { office, director, room } = await world()
  const next = {
    roomIds: [room('A座 101').id],
    kind: 'lease' as const,
    tenant: '丙公司',
    fromOn: addMonths(today, 4),
    toOn: addMonths(today, 7),
  }
  assert.equal((await office.lease(next)).statusCode, 201)
  const rooms: (Room & { leases: Lease[] })[] = []
  for (const { id } of (await office.rooms()).items)
    rooms.push((await director.call('GET', `/api/rooms/${id}`)).json())
  const plain = plainSums(rooms)
  const list = await office.buildings()
  assert.deepEqual(list.sums, plain)
  assert.deepEqual((await office.rooms()).sums, plain)
  for (const building of list.items) {
    const page = await office.building(building.name)
    assert.deepEqual(page.sums, building.sums)
    assert.deepEqual(page.sums, plainSums(rooms.filter(({ buildingId }) => buildingId === building.id)))
    assert.deepEqual((await office.rooms(`buildingId=${building.id}`)).sums, building.sums)
    assert.equal(page.floors.flatMap((floor) => floor.rooms).length, building.sums.rooms)
  }
})

/** What a person with a pencil would count. */
function plainSums(rooms: readonly (Room & { leases: Lease[] })[]) {
  const holds = (lease: Lease, day: string) =>
    lease.fromOn <= day && (lease.toOn === null || lease.toOn >= day)
  const read = rooms.map(({ areaM2, readyOn, leases }) => {
    const held = leases.find((lease) => holds(lease, today))
    const state = held
      ? { lease: 'leased', own_use: 'self_used', reservation: 'reserved' }[held.kind]
      : (readyOn ?? '') > today
        ? 'not_ready'
        : 'vacant'
    let day = (readyOn ?? '') > today ? (readyOn ?? today) : today
    const limit = addMonths(today, 12)
    while (day <= limit && leases.some((lease) => holds(lease, day))) day = addDays(day, 1)
    return { areaM2, state, day }
  })
  const count = (some: typeof read) => ({
    count: some.length,
    areaM2: sumDecimal(some.map(({ areaM2 }) => areaM2)),
  })
  return {
    rooms: read.length,
    areaM2: sumDecimal(read.map(({ areaM2 }) => areaM2)),
    states: roomStates
      .map((state) => ({ state, ...count(read.filter((one) => one.state === state)) }))
      .filter((one) => one.count > 0),
    freeing: freeMonths.map((months) => ({
      months,
      ...count(read.filter(({ day }) => day > today && day <= addMonths(today, months))),
    })),
  }
}

test('the zone keeps its buildings, a commander the leases of the own corps, others read', async () => {
  const { zone, room } = await world()
  const [own, foreign] = [room('A座 102'), room('B座 101')]
  const as = (login: string) => signIn(app, zone, login)
  const lease = (roomId: string) => ({
    roomIds: [roomId],
    kind: 'reservation',
    tenant: '意向方',
    fromOn: addMonths(today, 30),
  })
  const status = async (login: string, id: string) =>
    (await (await as(login)).call('POST', '/api/leases', lease(id))).statusCode
  assert.deepEqual(
    [await status('officer', own.id), await status('promoter', own.id), await status('commander2', own.id)],
    [403, 403, 403],
  )
  assert.equal(await status('commander', foreign.id), 403)
  assert.equal(await status('commander', own.id), 201)
  const commander = await as('commander')
  const patch = (body: object) => commander.call('PATCH', `/api/rooms/${own.id}`, { revision: 1, ...body })
  assert.equal((await patch({ areaM2: '1' })).statusCode, 403, 'how it is let, not how large it is')
  assert.equal((await patch({ askingRent: '2.5', askingRentUnit: 'day' })).statusCode, 200)
  assert.equal((await patch({ use: '研发' })).statusCode, 409, 'another revision was seen')
  const building = await commander.call('PATCH', `/api/buildings/${own.buildingId}`, {
    revision: 1,
    owner: '甲',
  })
  assert.equal(building.statusCode, 403)
  assert.equal((await commander.call('GET', '/api/building-imports')).statusCode, 403)
  assert.equal((await (await as('officer')).call('GET', '/api/rooms')).json().total, 5)
  assert.equal((await (await as('officer')).call('GET', '/api/buildings/export.xlsx')).statusCode, 403)
  assert.equal((await (await as('auditor')).call('GET', '/api/buildings')).statusCode, 403)
  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.equal((await stranger.call('GET', '/api/rooms')).json().total, 0)
  for (const path of [`/api/rooms/${own.id}`, `/api/buildings/${own.buildingId}`])
    assert.equal((await stranger.call('GET', path)).statusCode, 404)
  assert.equal((await stranger.call('POST', '/api/leases', lease(own.id))).statusCode, 404)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a room held for a project before it signs is taken for all, and for whom is known to those it concerns', async () => {
  const { zone, director, room } = await world()
  const projectId = await buildProject(database, zone, { name: '未签约的秘密项目', stage: 'negotiating' })
  const held = {
    roomIds: [room('A座 102').id],
    kind: 'reservation',
    projectId,
    fromOn: today,
    toOn: addMonths(today, 1),
  }
  const both = await director.call('POST', '/api/leases', { ...held, tenant: '秘密公司' })
  assert.equal(both.statusCode, 400)
  assert.equal((await director.call('POST', '/api/leases', held)).statusCode, 201)
  const seen = async (login: string, path = `/api/rooms/${room('A座 102').id}`) =>
    (await signIn(app, zone, login)).call('GET', path)
  const known = (await seen('commander')).json()
  assert.deepEqual(
    [known.state, known.lease.tenant, known.lease.isVeiled],
    ['reserved', '未签约的秘密项目', false],
  )
  const veiled = await seen('commander2')
  assert.deepEqual(
    [veiled.json().state, veiled.json().lease.tenant, veiled.json().lease.isVeiled],
    ['reserved', null, true],
  )
  for (const path of [
    '/api/rooms',
    `/api/buildings/${room('A座 102').buildingId}`,
    `/api/rooms?q=${encodeURIComponent('秘密')}`,
  ]) {
    const { body } = await seen('commander2', path)
    assert.ok(!body.includes('秘密项目') && !body.includes(projectId), path)
  }
  const guessed = await (await signIn(app, zone, 'commander')).call(
    'PATCH',
    `/api/leases/${veiled.json().lease.id}`,
    { revision: 1, toOn: addMonths(today, 2) },
  )
  assert.equal(guessed.statusCode, 200)
})

test('two leases of one room on one day are refused with who has it, one after the other and at once', async () => {
  const { analyst, office, room } = await world()
  const { id } = room('A座 102')
  const wish = (tenant: string, fromOn: string, toOn?: string) => ({
    roomIds: [id],
    kind: 'lease' as const,
    tenant,
    fromOn,
    ...(toOn ? { toOn } : {}),
  })
  assert.equal((await office.lease(wish('甲', today, addMonths(today, 6)))).statusCode, 201)
  const late = await office.lease(wish('乙', addMonths(today, 6)))
  assert.equal(late.statusCode, 409)
  assert.match(late.json().message, /甲.*不能有两份/)
  assert.equal((await office.lease(wish('丙', addDays(addMonths(today, 6), 1)))).statusCode, 201)
  assert.equal((await office.lease(wish('丁', today, addDays(today, -1)))).statusCode, 400)
  assert.equal((await office.lease({ ...wish('戊', today), fromOn: '2022-02-30' })).statusCode, 400)
  const racing = room('A座 301')
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      office.lease({ ...wish(`竞租${at}`, addMonths(today, 6)), roomIds: [racing.id] }),
    ),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 409, 409, 409, 409, 409])
  const both = await office.lease({
    ...wish('己', addMonths(today, 40)),
    roomIds: [room('A座 201').id, racing.id],
  })
  assert.equal(both.statusCode, 409, 'all of them or none')
  const detail = (await analyst.call('GET', `/api/rooms/${racing.id}`)).json()
  assert.equal(detail.leases.length, 1)
  const [lease] = detail.leases
  const gone = await analyst.call('DELETE', `/api/leases/${lease.id}?revision=${lease.revision}`)
  assert.equal(gone.statusCode, 200, gone.body)
  assert.equal((await analyst.call('GET', `/api/rooms/${racing.id}`)).json().leases.length, 0)
})

test('a day of the past shows the rooms as they were recorded and held then, and nothing can be changed', async () => {
  const { zone, director, office, room } = await world()
  // The clock of a log cannot be turned for a test; its rows can be made to have been there since 2021.
  await database.asOwner(async (db) => {
    await sql`set local app.zone = ${sql.lit(zone.id)}`.execute(db)
    const early = { recordedFrom: new Date('2021-01-01T00:00:00Z') }
    await db.updateTable('change').set(early).where('zoneId', '=', zone.id).execute()
  })
  const { id } = room('A座 101')
  const [{ id: leaseId }] = (await director.call('GET', `/api/rooms/${id}`)).json().leases
  const yesterday = addDays(today, -1)
  const ended = await director.call('PATCH', `/api/leases/${leaseId}`, { revision: 1, toOn: yesterday })
  assert.equal(ended.json().state, 'vacant')
  assert.equal((await office.rooms('free=0')).total, 2)
  const past = (await director.call('GET', `/api/rooms/${id}?asOf=${yesterday}`)).json()
  assert.deepEqual(
    [past.state, past.lease.toOn, past.freeOn, past.abilities],
    ['leased', addMonths(today, 2), addDays(addMonths(today, 2), 1), ['read']],
    'as it was known then',
  )
  const longAgo = await office.rooms(`asOf=${addDays(before, -1)}&state=vacant`)
  assert.deepEqual(
    longAgo.items.map(({ building, number, takenFrom }) => [building, number, takenFrom]),
    [
      ['A座', '101', before],
      ['A座', '102', null],
      ['A座', '201', before],
      ['B座', '101', before],
    ],
  )
  assert.equal((await director.call('GET', '/api/rooms?asOf=2019-01-01')).json().total, 0)
})

test('the map has the same buildings and vacant area as the list, live, of the day, under the same rights', async () => {
  const { zone, director, office, room } = await world()
  const legend = async (who = director, query = '') =>
    (await who.call('GET', `/api/map/legend?${query}`)).json().buildings
  const vacant = ({ states }: Awaited<ReturnType<typeof office.buildings>>['sums']) =>
    states.find(({ state }) => state === 'vacant')?.areaM2 ?? '0'
  // B座 names no parcel, so only A座 has a place.
  const a = (await office.building('A座')).sums
  assert.deepEqual(await legend(), { count: 1, areaM2: a.areaM2, vacantM2: vacant(a) })
  assert.deepEqual(await legend(director, `unitId=${zone.corps.b}`), { count: 0, areaM2: '0', vacantM2: '0' })
  const taken = { roomIds: [room('A座 102').id], kind: 'lease' as const, tenant: '丙', fromOn: today }
  assert.equal((await office.lease(taken)).statusCode, 201)
  assert.equal((await legend()).vacantM2, '0', 'a lease is on the map at once')
  const found = (await director.call('GET', `/api/map/find?q=${encodeURIComponent('A座')}`)).json().items
  assert.deepEqual(
    found.map(({ kind, label }: { kind: string; label: string }) => [kind, label]),
    [['building', 'A座']],
  )
  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.equal((await legend(stranger)).count, 0)
  assert.equal((await legend(director, 'asOf=2019-01-01')).count, 0)
})

test('the export has exactly those rooms, and brought in again it changes nothing', async () => {
  const { office, director } = await world()
  const exported = await director.call('GET', `/api/buildings/export.xlsx?q=${encodeURIComponent('A座')}`)
  assert.equal(exported.statusCode, 200, exported.body)
  const one = await office.upload(exported.rawPayload, '楼宇单元.xlsx')
  assert.deepEqual(
    [one.counts.unchanged, one.counts.new + one.counts.changed + one.counts.doubt + one.counts.refused],
    [4, 0],
    JSON.stringify((await office.rows(one)).filter(({ verdict }) => verdict !== 'unchanged')),
  )
  assert.equal((await director.call('GET', '/api/buildings/export.xlsx?q=zz')).statusCode, 400)
})

test('a building’s name is found however it is spaced, and is never a blank', async () => {
  const { office, analyst } = await world()
  await office.bring(csv([['Plaza One', '3 幢', 1, '101', 90]], '楼宇,栋号,楼层,房号,建筑面积'))
  for (const q of ['Plaza One', 'plazaone', 'One 3幢', 'one3 幢']) {
    const query = `q=${encodeURIComponent(q)}`
    assert.deepEqual([(await office.buildings(query)).total, (await office.rooms(query)).total], [1, 1], q)
  }
  const { id } = await office.building('Plaza One')
  const patch = (body: object) => analyst.call('PATCH', `/api/buildings/${id}`, { revision: 1, ...body })
  const unnamed = await patch({ name: '  ' })
  assert.deepEqual([unnamed.statusCode, unnamed.json().message], [400, '楼宇须有名称。'])
  const unnumbered = await patch({ number: '  ' })
  assert.deepEqual([unnumbered.statusCode, unnumbered.json().number], [200, null], unnumbered.body)
})

test('of a building with thousands of rooms the page and the export have every one', async () => {
  const { zone, office, room } = await world()
  const { buildingId, floorId } = room('B座 101')
  await database.asOwner(async (db) => {
    await sql`set local app.zone = ${sql.lit(zone.id)}`.execute(db)
    await sql`insert into room (zone_id, id, building_id, floor_id, number, number_key, area_m2)
      select ${zone.id}, gen_random_uuid(), ${buildingId}, ${floorId}, 'N' || at, 'n' || at, 10
      from generate_series(1, 5000) at`.execute(db)
  })
  const page = await office.building('B座')
  assert.equal(page.sums.rooms, 5_001)
  assert.equal(page.floors.flatMap(({ rooms }) => rooms).length, 5_001)
  const actor = { zoneId: zone.id, memberId: '', posts: [], unitIds: [] } as unknown as Actor
  const lines = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    exportedLines(db, actor, today, { q: 'B座' }),
  )
  assert.equal(lines.length, 5_001)
})

test('a building leaves the map with its parcel and returns with it', async () => {
  const { zone, director, room } = await world()
  const count = async () => (await director.call('GET', '/api/map/legend')).json().buildings.count
  assert.equal(await count(), 1)
  const { parcelId } = (await director.call('GET', `/api/buildings/${room('A座 101').buildingId}`)).json()
  const write = async (revision: number, removedAt: Date | null, act: 'remove' | 'restore') => {
    const author = { zoneId: zone.id, memberId: null, at: new Date() }
    const rows = [{ id: parcelId, revision, set: { removedAt } }]
    const written = await database.within(author, (db) => updateRows(db, author, 'parcel', rows, act))
    assert.equal(written.size, 1)
  }
  await write(1, new Date(), 'remove')
  assert.equal(await count(), 0)
  await write(2, null, 'restore')
  assert.equal(await count(), 1)
})

test('what is drawn around on the map is counted there and listed here, as far as this person may', async () => {
  const { zone, director, office, room } = await world()
  const { lon, lat } = await office.building('A座')
  assert.ok(lon !== null && lat !== null)
  const box = (west: number, south: number, size: number) =>
    `within=${west},${south};${west + size},${south};${west + size},${south + size};${west},${south + size}`
  const around = box(lon - 0.001, lat - 0.001, 0.002)
  // The corner that it does not cut off is the building's.
  const beside = `within=${lon - 0.001},${lat - 0.001};${lon + 0.001},${lat - 0.001};${lon - 0.001},${lat + 0.0005}`
  const counted = async (query: string) =>
    (await director.call('GET', `/api/map/selection?${query}`)).json().buildings
  for (const [query, buildings, rooms] of [
    [around, ['A座'], 4],
    [beside, [], 0],
    [box(lon + 0.01, lat, 0.01), [], 0],
  ] as const) {
    const list = await office.buildings(query)
    assert.deepEqual([list.items.map(({ name }) => name), list.sums.rooms], [buildings, rooms], query)
    const found = await office.rooms(query)
    assert.deepEqual([found.total, found.sums], [rooms, list.sums], query)
    assert.equal(await counted(query), buildings.length, query)
  }
  assert.deepEqual(
    (await office.rooms(`${around}&state=vacant`)).items.map(({ number }) => number),
    ['102'],
  )
  const exported = await director.call('GET', `/api/buildings/export.xlsx?${around}`)
  assert.equal(exported.statusCode, 200, exported.body)
  assert.equal((await director.call('GET', `/api/buildings/export.xlsx?${beside}`)).statusCode, 400)
  const refused = await director.call('GET', '/api/buildings?within=120,30')
  assert.deepEqual([refused.statusCode, refused.json().code], [400, 'invalid_input'])
  assert.equal((await director.call('GET', `/api/buildings/${room('B座 101').buildingId}`)).json().lon, null)

  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.equal((await stranger.call('GET', `/api/buildings?${around}`)).json().total, 0)
  assert.equal((await stranger.call('GET', `/api/map/selection?${around}`)).json().buildings, 0)
  const administrator = await signIn(app, zone, 'administrator')
  for (const path of ['/api/map/selection', '/api/buildings', '/api/rooms'])
    assert.equal((await administrator.call('GET', `${path}?${around}`)).statusCode, 403, path)
})
