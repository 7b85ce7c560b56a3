import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { Territory, TerritoryDetail } from './contract.ts'

const setClock = (instant: string) => mock.timers.setTime(Date.parse(`${instant}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-03-01T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-territories-')))
after(async () => {
  await app.close()
  await database.close()
})

type Answer = TerritoryDetail & { message: string }
const send = async (
  who: Caller,
  method: 'POST' | 'PATCH',
  path: string,
  body: object,
  status: number,
): Promise<Answer> => {
  const response = await who.call(method, `/api/${path}`, body)
  assert.equal(response.statusCode, status, response.body)
  return response.json<Answer>()
}
const add = (who: Caller, body: object, status = 201) => send(who, 'POST', 'territories', body, status)
const list = async (who: Caller, query = '') =>
  (await who.call('GET', `/api/territories${query}`)).json<{ items: Territory[]; abilities: string[] }>()
const names = async (who: Caller, query = '') =>
  (await list(who, query)).items.map(({ name, fromOn, toOn }) => `${name} ${fromOn} ${toOn}`)

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [120.27, 30.18],
      [120.28, 30.18],
      [120.28, 30.19],
      [120.27, 30.18],
    ],
  ],
}

test('an area with its boundary is held by one unit at a time', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const { a, b } = zone.corps
  const director = await signIn(app, zone, 'director')
  const area = await add(director, {
    ...{ name: ' 宁围街道北片 ', unitId: a, fromOn: '2022-01-14', areaM2: '9407.0000' },
    ...{ boundary: square, source: '区划调整文件', note: '以路为界' },
  })
  assert.deepEqual(
    [area.name, area.areaM2, area.boundary, area.holdings.map(({ unitId }) => unitId), area.abilities],
    ['宁围街道北片', '9407', square, [a], ['read', 'create', 'update', 'remove']],
  )
  const [row] = (await list(director)).items
  assert.deepEqual([row?.hasBoundary, row?.unitId, row?.fromOn, row?.toOn], [true, a, '2022-01-14', null])
  assert.ok(!JSON.stringify(row).includes('120.27'))

  const twin = { name: '宁围街道北片', unitId: b, fromOn: '2022-02-01' }
  assert.match((await add(director, twin, 409)).message, /已有名为“宁围街道北片”的辖区/)
  const holdings = `territories/${area.id}/holdings`
  assert.match(
    (await send(director, 'POST', holdings, { unitId: b, fromOn: '2022-06-01' }, 409)).message,
    /“宁围街道北片”自 2022-01-14 至 今后 归“市北兵团”，与“桥南兵团”的 2022-06-01 至 今后 重叠/,
  )
  const [first] = area.holdings
  const holding = `territory-holdings/${first?.id}`
  await send(director, 'PATCH', holding, { revision: 1, toOn: '2022-05-31' }, 200)
  await send(director, 'POST', holdings, { unitId: b, fromOn: '2022-06-01' }, 201)
  await send(director, 'PATCH', holding, { revision: 2, toOn: '2022-06-01' }, 409)
  await send(director, 'PATCH', holding, { revision: 1, toOn: '2022-05-30' }, 409)
  assert.deepEqual(
    [
      (await list(director, '?on=2022-05-31')).items[0]?.unitId,
      (await list(director, '?on=2022-06-01')).items[0]?.unitId,
      (await list(director, '?on=2022-01-13')).items.length,
    ],
    [a, b, 0],
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what cannot be is refused, with the value and the way out', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const ok = { name: '北片', unitId: zone.corps.a, fromOn: '2022-01-14' }
  const refused = async (body: object, words: RegExp, status = 400) =>
    assert.match((await add(director, { ...ok, ...body }, status)).message, words)
  await refused({ name: '  ' }, /name/)
  await refused({ fromOn: undefined }, /fromOn/)
  await refused({ fromOn: '2022-02-30' }, /没有 2022-02-30 这一天/)
  await refused({ toOn: '2022-01-13' }, /止日 2022-01-13 早于起日 2022-01-14/)
  await refused({ fromOn: '2019-12-31' }, /“市北兵团”从 2020-01-01 到 今后，不能在 2019-12-31/)
  await refused({ unitId: crypto.randomUUID() }, /单位/, 404)
  await refused({ areaM2: '-5' }, /areaM2/)
  await refused({ areaM2: '0' }, /面积须大于零/)
  await refused({ boundary: { type: 'Point', coordinates: [120, 30] } }, /应为 Polygon/)
  await refused({ boundary: { ...square, crs: 4528 } }, /crs/)
  const plane = { type: 'Polygon', coordinates: [[[40526000, 3340600], ...square.coordinates.flat()]] }
  await refused({ boundary: plane }, /第 1 圈第 1 点.*平面坐标请先换算/)
  const large = Array.from({ length: 60_000 }, (_, at) => [120 + at / 1e6, 30.123456])
  await refused({ boundary: { type: 'Polygon', coordinates: [[...large, large[0]]] } }, /最多 1000000 字节/)
  assert.deepEqual(await names(director), [])
})

test('directors and administrators keep areas, everybody sees them', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const ok = { name: '北片', unitId: zone.corps.a, fromOn: '2022-01-14' }
  const administrator = await signIn(app, zone, 'administrator')
  const { id } = await add(administrator, ok)
  for (const login of ['analyst', 'commander', 'officer', 'auditor', 'security']) {
    const who = await signIn(app, zone, login)
    const { items, abilities } = await list(who)
    assert.deepEqual([items.length, abilities, items[0]?.abilities], [1, ['read'], ['read']], login)
    await add(who, { ...ok, name: '别片' }, 403)
    await send(who, 'PATCH', `territories/${id}`, { revision: 1, note: '改' }, 403)
    assert.equal((await who.call('DELETE', `/api/territories/${id}`)).statusCode, 403)
  }
  assert.equal((await administrator.call('DELETE', `/api/territories/${id}`)).statusCode, 200)
  assert.deepEqual(await names(administrator), [])
  await add(administrator, ok)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('as of a day: the name and the area of then; nothing is written over what was not seen', async () => {
  setClock('2022-03-01T09:00:00')
  const zone = await buildZone(database)
  const director = await signIn(app, zone, 'director')
  const ok = { name: '北片', unitId: zone.corps.a, fromOn: '2022-01-14', areaM2: '100.5' }
  const { id } = await add(director, ok)
  setClock('2022-04-01T09:00:00')
  const april = await signIn(app, zone, 'director')
  await send(april, 'PATCH', `territories/${id}`, { revision: 1, name: '宁围北片', areaM2: null }, 200)
  await send(april, 'PATCH', `territories/${id}`, { revision: 1, name: '又改' }, 409)
  const seen = async (query: string) =>
    (await list(april, query)).items.map(({ name, areaM2 }) => [name, areaM2])
  assert.deepEqual(await seen(''), [['宁围北片', null]])
  assert.deepEqual(await seen('?asOf=2022-03-31'), [['北片', '100.5']])
  assert.deepEqual(await seen('?asOf=2022-02-28'), [])
})
