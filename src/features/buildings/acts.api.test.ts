import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { updateRows } from '../../server/database/record.ts'
import { addDays, addMonths, shanghaiDay } from '../../shared/days.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import type { BuildingDetail, BuildingInput, BuildingPatch, Room, RoomDetail, RoomInput } from './contract.ts'
import { severalHeld } from './server/room-refusals.ts'
import { codesOf, csv, officeOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-room-acts-')))
after(async () => {
  await app.close()
  await database.close()
})
const today = shanghaiDay(Date.now())
const yesterday = addDays(today, -1)
const ago = addMonths(today, -16)

/** 101 was let and is vacant, 102 is vacant, 103 is let; 201 stands alone on its floor. */
async function world() {
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const analyst = await signIn(app, zone, 'analyst')
  const territory = { name: '市北片区', unitId: zone.corps.a, fromOn: '2020-01-01' }
  const { id: territoryId } = (await director.call('POST', '/api/territories', territory)).json()
  const parcelId = await buildParcel(database, zone, { number: 'DK-1', territoryId })
  const office = officeOf(app, analyst)
  const imported = await office.bring(
    csv(
      [
        ['A座', 1, '101', 100.1, '旧租户', ago, addMonths(today, -6), 'DK-1'],
        ['A座', 1, '102', 200.2, null, null, null, 'DK-1'],
        ['A座', 1, '103', 300, '在租公司', ago, addMonths(today, 6), 'DK-1'],
        ['A座', 2, '201', 800, null, null, null, 'DK-1'],
      ],
      '楼宇,楼层,房号,建筑面积,承租企业,起租日,到期日,地块编号',
    ),
  )
  const building = () => office.building('A座')
  const rooms = async () => (await building()).floors.flatMap((floor) => floor.rooms)
  const room = async (number: string): Promise<Room> => {
    const one = (await rooms()).find((each) => each.number === number)
    assert.ok(one, `no ${number}`)
    return one
  }
  const act = {
    add: (input: Partial<RoomInput>) => analyst.call('POST', '/api/rooms', input),
    divide: ({ id, revision }: Room, ...parts: [string, string][]) =>
      analyst.call('POST', `/api/rooms/${id}/division`, {
        revision,
        parts: parts.map(([number, areaM2]) => ({ number, areaM2 })),
      }),
    combine: ([{ id, revision }, ...others]: [Room, ...Room[]], more: object = {}) =>
      analyst.call('POST', `/api/rooms/${id}/combination`, {
        revision,
        with: others.map((one) => ({ id: one.id, revision: one.revision })),
        ...more,
      }),
    remove: ({ id, revision }: Pick<Room, 'id' | 'revision'>) =>
      analyst.call('DELETE', `/api/rooms/${id}?revision=${revision}`),
  }
  return { zone, director, analyst, office, imported, parcelId, territoryId, building, rooms, room, act }
}

const plain = (rooms: readonly Room[]) => rooms.map(({ number, areaM2, state }) => [number, areaM2, state])

test('a building added by hand stands in its parcel’s territory or the one around its place, under a name of its own', async () => {
  const { zone, analyst, parcelId } = await world()
  const add = (input: Partial<BuildingInput>) =>
    analyst.call('POST', '/api/buildings', { name: '新楼', kind: 'office', ...input })
  const made = await add({ name: ' 新楼 ', number: '2幢', parcelId, floorAreaM2: '9000.5', owner: ' 甲 ' })
  assert.equal(made.statusCode, 201, made.body)
  const building: BuildingDetail = made.json()
  assert.deepEqual(
    [building.name, building.number, building.kind, building.parcelNumber, building.territory],
    ['新楼', '2幢', 'office', 'DK-1', '市北片区'],
  )
  assert.deepEqual([building.floorAreaM2, building.owner, building.source], ['9000.5', '甲', null])
  assert.deepEqual([building.floors, building.sums.rooms], [[], 0])
  const taken = await add({ name: '新楼2号楼' })
  assert.deepEqual([taken.statusCode, taken.json().message.includes('已有楼宇“新楼2号楼”')], [409, true])
  for (const unseen of [' ', '\u200b', '\u00ad\ufe0f'])
    assert.equal((await add({ name: unseen, number: '1幢' })).json().message, '楼宇须有名称。')
  assert.equal((await add({ name: '无号楼', number: '\u200b' })).json().number, null)
  const fine = await add({ name: '丙楼', floorAreaM2: '33.33333' })
  assert.equal(
    fine.json().message,
    '“floorAreaM2”的值“33.33333”：应为数字，不带负号，整数部分最多 10 位，小数最多 4 位。',
  )
  assert.equal((await add({ name: '乙楼', lon: 120.3 })).statusCode, 400)
  assert.match(
    (await add({ name: '乙楼', lon: 30.2, lat: 120.3 })).json().message,
    /“30.2, 120.3”不在中国境内/,
  )
  const placed = await add({ name: '乙楼', lon: 120.3, lat: 30.2 })
  assert.deepEqual([placed.json().lon, placed.json().lat, placed.json().territory], [120.3, 30.2, null])
  assert.equal((await add({ name: '丙楼', floorAreaM2: '0' })).statusCode, 400)
  assert.equal((await add({ name: '丙楼', completedOn: '2022-02-30' })).statusCode, 400)
  assert.equal((await add({ name: '丙楼', kind: 'castle' as never })).statusCode, 400)
  const other = await buildZone(database)
  const foreign = await buildParcel(database, other, { number: 'DK-9' })
  assert.equal((await add({ name: '丙楼', parcelId: foreign })).statusCode, 404)
  const answers = await Promise.all(Array.from({ length: 4 }, () => add({ name: '抢先楼' })))
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 409, 409, 409])
  await assertEveryRowHasItsChange(database, zone.id)
})

test('kind and place of a building are set right by hand, and the territory follows', async () => {
  const { zone, director, analyst, building } = await world()
  const east = { name: '东片区', unitId: zone.corps.b, fromOn: '2020-01-01' }
  const { id: territoryId } = (await director.call('POST', '/api/territories', east)).json()
  const eastern = await buildParcel(database, zone, { number: 'DK-2', territoryId, at: [500, 0] })
  const { id } = await building()
  const patch = async (given: Omit<BuildingPatch, 'revision'>) => {
    const { revision } = await building()
    return analyst.call('PATCH', `/api/buildings/${id}`, { revision, ...given })
  }
  const stands = async (given: Omit<BuildingPatch, 'revision'>) => {
    const answer = await patch(given)
    assert.equal(answer.statusCode, 200, answer.body)
    const { kind, parcelNumber, territory, lon, lat } = await building()
    return [kind, parcelNumber, territory, lon, lat]
  }
  const [, , , lon, lat] = await stands({ kind: 'research' })
  assert.deepEqual((await stands({ parcelId: eastern })).slice(0, 3), ['research', 'DK-2', '东片区'])
  assert.deepEqual(await stands({ parcelId: null }), ['research', null, null, null, null])
  assert.deepEqual(await stands({ lon: Number(lon), lat: Number(lat) }), ['research', null, null, lon, lat])
  assert.deepEqual((await stands({ lat: 30.5 })).slice(3), [lon, 30.5])
  const refused = async (given: Omit<BuildingPatch, 'revision'>) => (await patch(given)).statusCode
  assert.equal(await refused({ lat: null }), 400, 'longitude and latitude go together')
  assert.equal(await refused({ lon: 30.2, lat: 120.3 }), 400)
  const foreign = await buildParcel(database, await buildZone(database), { number: 'DK-9' })
  assert.equal(await refused({ parcelId: foreign }), 404)
  const gone = await buildParcel(database, zone, { number: 'DK-3', at: [900, 0] })
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const ended = { id: gone, revision: 1, set: { endedOn: today } }
  await database.within(author, (db) => updateRows(db, author, 'parcel', [ended]))
  assert.equal(await refused({ parcelId: gone }), 409)
  const { revision } = await building()
  const stale = { revision: revision - 1, parcelId: eastern }
  assert.equal((await analyst.call('PATCH', `/api/buildings/${id}`, stale)).statusCode, 409)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a building that stands on a parcel which was split since can be given a place beside it', async () => {
  const { zone, analyst, building, parcelId } = await world()
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const ended = { id: parcelId, revision: 1, set: { endedOn: today } }
  await database.within(author, (db) => updateRows(db, author, 'parcel', [ended]))
  const { id, revision } = await building()
  const place = { revision, lon: 120.3, lat: 30.2 }
  const placed = await analyst.call('PATCH', `/api/buildings/${id}`, place)
  assert.deepEqual([placed.statusCode, placed.json().territory], [200, '市北片区'], placed.body)
})

test('a room is added to a floor that there is or to a new one; there is no floor 0, and a number is taken once', async () => {
  const { zone, building, act } = await world()
  const { id: buildingId } = await building()
  const input = { buildingId, level: 2, number: '202', areaM2: '50.25' }
  const made = await act.add({ ...input, use: ' 研发 ', askingRent: '2.5', askingRentUnit: 'day' })
  assert.equal(made.statusCode, 201, made.body)
  const room: RoomDetail = made.json()
  assert.deepEqual(
    [room.number, room.level, room.areaM2, room.use, room.askingRent, room.state, room.leases],
    ['202', 2, '50.25', '研发', '2.5', 'vacant', []],
  )
  assert.equal((await act.add({ ...input, level: -1, number: 'B101' })).statusCode, 201)
  assert.deepEqual(
    (await building()).floors.map(({ level, rooms }) => [level, rooms.length]),
    [
      [2, 2],
      [1, 3],
      [-1, 1],
    ],
  )
  const refused = async (more: object) => {
    const answer = await act.add({ ...input, number: '209', ...more })
    return [answer.statusCode, answer.json().message]
  }
  assert.deepEqual(await refused({ level: 0 }), [
    400,
    '没有第 0 层：地上从 1 起，地下从 -1（B1）起，最低 -20，最高 200。',
  ])
  assert.deepEqual(await refused({ number: '２０２室' }), [409, '这栋楼已有单元“２０２室”。'])
  assert.deepEqual((await refused({ number: '—' }))[0], 400)
  assert.deepEqual(await refused({ areaM2: '0' }), [400, '面积须大于零。'])
  assert.deepEqual((await refused({ askingRent: '2' }))[0], 400)
  assert.deepEqual((await refused({ readyOn: '2022-02-30' }))[0], 400)
  const wish = { buildingId, level: 9, areaM2: '10' }
  const racing = await Promise.all(Array.from({ length: 4 }, () => act.add({ ...wish, number: '901' })))
  assert.deepEqual(racing.map(({ statusCode }) => statusCode).sort(), [201, 409, 409, 409])
  const both = await Promise.all(['1001', '1002'].map((number) => act.add({ ...wish, level: 10, number })))
  assert.deepEqual(
    both.map(({ statusCode }) => statusCode),
    [201, 201],
    'a new floor is made once',
  )
  assert.equal((await building()).floors.filter(({ level }) => level === 10).length, 1)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a room is divided into parts that sum to it exactly; the first keeps identity, facts and leases', async () => {
  const { zone, analyst, act, room, rooms, office } = await world()
  const before = await room('103')
  const facts = {
    use: '研发',
    askingRent: '45',
    askingRentUnit: 'month',
    readyOn: '2020-05-01',
    note: '靠窗',
  }
  const patched = await analyst.call('PATCH', `/api/rooms/${before.id}`, { revision: 1, ...facts })
  assert.equal(patched.statusCode, 200, patched.body)
  const whole: Room = patched.json()
  const short = await act.divide(whole, ['103', '100.1'], ['103-1', '190.2'])
  assert.deepEqual(
    [short.statusCode, short.json().message],
    [400, '各间合计 290.3 ㎡，原单元 300 ㎡，少 9.7 ㎡。两者须一致；原面积不对，请先改面积。'],
  )
  const much = await act.divide(whole, ['103', '100.1'], ['103-1', '200'])
  assert.match(much.json().message, /合计 300.1 ㎡，原单元 300 ㎡，多 0.1 ㎡/)
  assert.equal((await act.divide(whole, ['103', '300'])).statusCode, 400, 'one part is no division')
  assert.equal((await act.divide(whole, ['103', '300'], ['103-1', '0'])).statusCode, 400)
  assert.equal((await act.divide(whole, ['103', '100'], ['102', '200'])).statusCode, 409)
  assert.equal((await act.divide(whole, ['103', '100'], ['103室', '200'])).statusCode, 400)
  assert.equal((await act.divide(before, ['103', '100'], ['103-1', '200'])).statusCode, 409, 'stale')
  const done = await act.divide(whole, ['103A', '100.1'], ['103B', '99.9'], ['103', '100'])
  assert.equal(done.statusCode, 200, done.body)
  const parts: RoomDetail[] = done.json().items
  assert.deepEqual(plain(parts), [
    ['103A', '100.1', 'leased'],
    ['103B', '99.9', 'vacant'],
    ['103', '100', 'vacant'],
  ])
  const [first, second] = parts
  assert.deepEqual([first?.id, first?.leases.length, first?.note], [whole.id, 1, '靠窗'])
  assert.deepEqual(
    [second?.use, second?.askingRent, second?.askingRentUnit, second?.readyOn, second?.note, second?.leases],
    ['研发', '45', 'month', '2020-05-01', null, []],
  )
  assert.deepEqual(plain((await rooms()).filter(({ level }) => level === 1)), [
    ['101', '100.1', 'vacant'],
    ['102', '200.2', 'vacant'],
    ['103', '100', 'vacant'],
    ['103A', '100.1', 'leased'],
    ['103B', '99.9', 'vacant'],
  ])
  assert.equal((await office.building('A座')).sums.areaM2, '1400.3')
  const legend = (await analyst.call('GET', '/api/map/legend')).json().buildings
  assert.equal(legend.areaM2, '1400.3', 'the map is told too')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what is kept for a project stays kept in every part of a room that is divided', async () => {
  const { zone, act, office, room, rooms, building } = await world()
  const projectId = await buildProject(database, zone, { name: '检测项目' })
  const whole = await room('201')
  const [fromOn, toOn] = [addDays(today, 10), addMonths(today, 6)]
  const kept = await office.lease({ roomIds: [whole.id], kind: 'reservation', projectId, fromOn, toOn })
  assert.equal(kept.statusCode, 201, kept.body)
  const past = { roomIds: [whole.id], kind: 'reservation' as const, projectId }
  await office.lease({ ...past, fromOn: addDays(today, -40), toOn: addDays(today, -20) })
  const { items } = (await act.divide(whole, ['201', '9'], ['202', '791'])).json<{ items: RoomDetail[] }>()
  assert.deepEqual(
    items.map(({ leases }) => leases.map((one) => [one.kind, one.projectId, one.fromOn, one.toOn])),
    [
      [
        ['reservation', projectId, fromOn, toOn],
        ['reservation', projectId, addDays(today, -40), addDays(today, -20)],
      ],
      [['reservation', projectId, fromOn, toOn]],
    ],
  )
  assert.deepEqual(
    (await rooms()).filter(({ level }) => level === 2).map(({ takenFrom }) => takenFrom),
    [fromOn, fromOn],
  )
  assert.equal((await building()).sums.areaM2, '1400.3')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a table that has rooms as they were before they were divided or combined is asked about', async () => {
  const { act, office, room, rooms, building } = await world()
  await act.divide(await room('103'), ['103A', '100'], ['103B', '200'])
  await act.divide(await room('201'), ['201', '300'], ['202', '500'])
  await act.combine([await room('101'), await room('102')])
  const old = csv(
    [
      ['A座', 1, '101', 100.1],
      ['A座', 1, '102', 200.2],
      ['A座', 1, '103', 300],
      ['A座', 2, '201', 800],
      ['A座', 2, '202', 500],
    ],
    '楼宇,楼层,房号,建筑面积',
  )
  const again = await office.upload(old)
  assert.deepEqual(
    (await office.rows(again)).map((row) => [row.verdict, codesOf(row)]),
    [
      ['doubt', ['was_reshaped']],
      ['doubt', ['was_reshaped']],
      ['doubt', ['was_reshaped']],
      ['doubt', ['was_reshaped']],
      ['unchanged', []],
    ],
  )
  assert.equal((await office.apply(again)).statusCode, 200)
  assert.equal((await building()).sums.areaM2, '1400.3')
  assert.equal((await rooms()).length, 5)
})

test('rooms of one floor are combined into the one that is let, or the first; two that are let are not', async () => {
  const { zone, director, analyst, act, room, rooms } = await world()
  const [vacant, old, let_] = [await room('102'), await room('101'), await room('103')]
  const other = await act.combine([vacant, await room('201')])
  assert.deepEqual([other.statusCode, other.json().message], [400, '“201”和“102”不在同一层，不能合并。'])
  assert.equal((await act.combine([vacant, vacant])).statusCode, 400)
  assert.equal((await act.combine([vacant, { ...old, revision: 7 }])).statusCode, 409)
  const projectId = await buildProject(database, zone, { name: '秘密项目', stage: 'negotiating' })
  const terms = { roomIds: [old.id], kind: 'reservation', projectId, fromOn: addMonths(today, 8) }
  const lease = (await director.call('POST', '/api/leases', terms)).json().items[0]
  const two = await act.combine([vacant, old, let_])
  assert.equal(two.statusCode, 409)
  assert.match(two.json().message, /^“101”（秘密项目）、“103”（在租公司）现在或以后都有租约/)
  assert.equal((await analyst.call('DELETE', `/api/leases/${lease.id}?revision=1`)).statusCode, 200)
  const done = await act.combine([vacant, old, let_], { number: '102' })
  assert.equal(done.statusCode, 200, done.body)
  const one: RoomDetail = done.json()
  assert.deepEqual([one.id, one.number, one.areaM2, one.state], [let_.id, '102', '600.3', 'leased'])
  assert.deepEqual(
    one.leases.map(({ tenant }) => tenant),
    ['在租公司'],
  )
  assert.deepEqual(
    plain(await rooms()).map(([number]) => number),
    ['201', '102'],
  )
  assert.equal((await analyst.call('GET', `/api/rooms/${old.id}`)).statusCode, 404)
  assert.equal(
    (await act.add({ buildingId: one.buildingId, level: 1, number: '101', areaM2: '1' })).statusCode,
    201,
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('rooms made one are ready when the last of them is, and without a lease the first stays', async () => {
  const { analyst, act, room } = await world()
  const later = addMonths(today, 3)
  const { id } = await room('102')
  await analyst.call('PATCH', `/api/rooms/${id}`, { revision: 1, readyOn: later })
  const [first, second] = [await room('101'), await room('102')]
  const one: RoomDetail = (await act.combine([first, second])).json()
  assert.deepEqual([one.id, one.number, one.areaM2, one.readyOn], [first.id, '101', '300.3', later])
  assert.deepEqual(
    [one.state, one.leases.length],
    ['not_ready', 1],
    'what it was let for before stays its own',
  )
})

test('who holds a room is named only as far as somebody may know', () => {
  const lease = { id: '', roomId: '', kind: 'lease', contractNo: null, fromOn: today, toOn: null } as const
  const bare = { ...lease, rent: null, rentUnit: null, revision: 1, projectId: null }
  const { sentence } = severalHeld([
    { number: '101', leases: [{ ...bare, tenant: '甲', isVeiled: false }] },
    { number: '102', leases: [{ ...bare, tenant: '秘密', isVeiled: true }] },
  ])
  assert.match(sentence.zh, /^“101”（甲）、“102”现在/)
  assert.ok(!JSON.stringify(sentence).includes('秘密'))
})

test('a room that is held is not removed; the last of a floor takes the floor with it', async () => {
  const { zone, analyst, act, room, building } = await world()
  const held = await act.remove(await room('103'))
  assert.deepEqual([held.statusCode, held.json().message.includes('“103”（在租公司）')], [409, true])
  const last = await room('201')
  const wish = { roomIds: [last.id], kind: 'reservation', tenant: '意向方', fromOn: addMonths(today, 3) }
  const lease = (await analyst.call('POST', '/api/leases', wish)).json().items[0]
  assert.equal((await act.remove(last)).statusCode, 409, 'also one to come')
  assert.equal((await analyst.call('DELETE', `/api/leases/${lease.id}?revision=1`)).statusCode, 200)
  assert.equal((await act.remove({ ...last, revision: 9 })).statusCode, 409)
  const gone = await act.remove(last)
  assert.deepEqual([gone.statusCode, gone.json()], [200, { buildingId: last.buildingId }], gone.body)
  assert.equal((await act.remove(await room('101'))).statusCode, 200, 'what is over does not hold it')
  assert.deepEqual(
    (await building()).floors.map(({ level, rooms }) => [level, rooms.length]),
    [[1, 2]],
  )
  assert.equal((await act.remove(last)).statusCode, 404)
  const again = { buildingId: last.buildingId, level: 2, number: '201', areaM2: '1' }
  assert.equal((await act.add(again)).statusCode, 201, 'number and floor are free again')
  await assertEveryRowHasItsChange(database, zone.id)
})

test('a building is removed once it has no rooms, by who saw it last, and its name is free again', async () => {
  const { zone, analyst, act, room, rooms, building } = await world()
  const { id } = await building()
  const remove = async (revision: number) =>
    analyst.call('DELETE', `/api/buildings/${id}?revision=${revision}`)
  const full = await remove((await building()).revision)
  assert.deepEqual([full.statusCode, full.json().message.includes('还有 4 间单元')], [409, true])
  const held = await room('103')
  await analyst.call('DELETE', `/api/leases/${held.lease?.id}?revision=${held.lease?.revision}`)
  for (const { number } of await rooms()) assert.equal((await act.remove(await room(number))).statusCode, 200)
  const { revision } = await building()
  assert.equal((await remove(revision + 1)).statusCode, 409)
  assert.equal((await remove(revision)).statusCode, 204)
  assert.equal((await remove(revision)).statusCode, 404)
  const again = { name: 'A座', kind: 'office' }
  assert.equal((await analyst.call('POST', '/api/buildings', again)).statusCode, 201)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('as of a day before, the picture is as it was: divided, combined and removed rooms with their leases', async () => {
  const { zone, analyst, act, room, building, office } = await world()
  // The clock of a log cannot be turned for a test; its rows can be made to have been there since 2021.
  await database.asOwner(async (db) => {
    await sql`set local app.zone = ${sql.lit(zone.id)}`.execute(db)
    const early = { recordedFrom: new Date('2021-01-01T00:00:00Z') }
    await db.updateTable('change').set(early).where('zoneId', '=', zone.id).execute()
  })
  const read = async () => (await office.building('A座', `asOf=${yesterday}`)).floors
  const [old, then] = [await room('101'), await read()]
  assert.equal((await act.divide(await room('102'), ['102', '100'], ['102-1', '100.2'])).statusCode, 200)
  assert.equal((await act.combine([await room('102-1'), old, await room('103')])).statusCode, 200)
  assert.equal((await act.remove(await room('201'))).statusCode, 200)
  assert.equal((await building()).sums.rooms, 2)
  assert.deepEqual(await read(), then)
  const past: RoomDetail = (await analyst.call('GET', `/api/rooms/${old.id}?asOf=${yesterday}`)).json()
  assert.deepEqual(
    past.leases.map(({ tenant }) => tenant),
    ['旧租户'],
  )
})

test('an import is undone around what was done by hand since, and nothing is left without floor or room', async () => {
  const { act, office, imported, room, rooms } = await world()
  assert.equal((await act.divide(await room('102'), ['102', '100'], ['102-1', '100.2'])).statusCode, 200)
  const head = '楼宇,楼层,房号,建筑面积,承租企业,起租日,到期日'
  const moving = await office.bring(
    csv(
      [
        ['A座', 5, '101', 100.1, '旧租户', ago, addMonths(today, -5)],
        ['A座', 5, '201', 800, null, null, null],
      ],
      head,
    ),
  )
  // Nothing moves them back: 2F is gone with the last room that stood there.
  assert.equal(
    (await act.add({ buildingId: (await room('101')).buildingId, level: 2, number: '209', areaM2: '1' }))
      .statusCode,
    201,
  )
  assert.equal((await act.remove(await room('209'))).statusCode, 200)
  assert.equal((await act.remove(await room('101'))).statusCode, 200)
  const undone = (await office.undo(moving)).json()
  assert.deepEqual(undone.kept, [
    { of: 'lease', name: `旧租户 ${ago}` },
    { of: 'room', name: 'A座 201' },
    { of: 'floor', name: 'A座 5' },
  ])
  assert.equal((await room('201')).level, 5)
  await office.undo(imported)
  assert.deepEqual(
    (await rooms()).map(({ number }) => number),
    ['201', '102', '102-1'],
  )
})

test('the zone’s office and its analysts say which rooms there are: others are refused, also those who keep leases', async () => {
  const { zone, building, room } = await world()
  const [one, other] = [await room('102'), await room('101')]
  const { id: buildingId } = await building()
  const tries = (who: Awaited<ReturnType<typeof signIn>>) => [
    who.call('POST', '/api/buildings', { name: '乙楼', kind: 'office' }),
    who.call('POST', '/api/rooms', { buildingId, level: 1, number: '109', areaM2: '1' }),
    who.call('POST', `/api/rooms/${one.id}/division`, {
      revision: 1,
      parts: [
        { number: '102', areaM2: '100' },
        { number: '102-1', areaM2: '100.2' },
      ],
    }),
    who.call('POST', `/api/rooms/${one.id}/combination`, {
      revision: 1,
      with: [{ id: other.id, revision: 1 }],
    }),
    who.call('DELETE', `/api/rooms/${one.id}?revision=1`),
    who.call('DELETE', `/api/buildings/${buildingId}?revision=1`),
  ]
  const statuses = async (who: Awaited<ReturnType<typeof signIn>>) =>
    (await Promise.all(tries(who))).map(({ statusCode }) => statusCode)
  for (const login of ['commander', 'officer', 'promoter', 'auditor'])
    assert.deepEqual(await statuses(await signIn(app, zone, login)), [403, 403, 403, 403, 403, 403], login)
  const stranger = await signIn(app, await buildZone(database), 'director')
  assert.deepEqual(await statuses(stranger), [201, 404, 404, 404, 404, 404])
})

test('of two who write at once one waits, and sees what the other wrote', async () => {
  const { zone, analyst, act, office, room } = await world()
  const [old, let_, vacant] = [await room('101'), await room('103'), await room('102')]
  const terms = { roomIds: [old.id], kind: 'lease' as const, tenant: '甲', fromOn: today }
  const [combined, leased] = await Promise.all([act.combine([let_, old]), office.lease(terms)])
  const both = `${combined.statusCode} ${leased.statusCode}`
  assert.ok(['200 404', '409 201'].includes(both), both)
  const wish = { buildingId: vacant.buildingId, level: 1, number: '109', areaM2: '1' }
  const numbered = await Promise.all([
    analyst.call('PATCH', `/api/rooms/${vacant.id}`, { revision: 1, number: '109' }),
    act.add(wish),
    act.divide(await room('201'), ['201', '799'], ['109', '1']),
  ])
  const done = numbered.filter(({ statusCode }) => statusCode < 300)
  const refused = numbered.filter(({ statusCode }) => statusCode === 409)
  assert.deepEqual([done.length, refused.length], [1, 2])
  await assertEveryRowHasItsChange(database, zone.id)
})
