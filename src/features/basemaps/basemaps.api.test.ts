import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { TileType } from 'pmtiles'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { Basemap, BasemapCheck, BasemapInput, BasemapView } from './contract.ts'
import { defaultBasemap } from './model/sources.ts'
import { picture, servePictures } from './test-pictures.ts'
import { pmtilesFile } from './test-pmtiles.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-basemap-'))
const app = await buildTestApp(database, folder)
const [red, blue] = [picture(200, 0, 0), picture(0, 0, 200)]
let answers: Buffer | number = red
const service = await servePictures((_, response) => {
  if (typeof answers === 'number') response.writeHead(answers).end()
  else response.end(answers)
})
after(async () => {
  await service.close()
  await app.close()
  await database.close()
})

const where = '14/13665/6749'
const key = 'b7f0-secret-key'
const template = `${service.address}/t/{z}/{x}/{y}.png?tk={key}`
const put = async (who: Caller, patch: Partial<BasemapInput>) => {
  const { revision } = (await who.call('GET', '/api/basemap')).json<Basemap>()
  return who.call('PUT', '/api/basemap', { ...defaultBasemap, revision, ...patch })
}
const tile = (who: Caller, at = where, set = 'ground') =>
  who.call('GET', `/api/basemap/tiles/${set}/${at}?v=1`)
const view = async (who: Caller) => (await who.call('GET', '/api/basemap/view')).json<BasemapView>()
const messageOf = (answer: { json: <T>() => T }) => answer.json<{ message: string }>().message

test('the system administrator alone sees and sets it; whoever sees the map has its pictures', async () => {
  const zone = await buildZone(database)
  const maps = ['director', 'analyst', 'commander', 'officer', 'promoter', 'commander2']
  const administrator = await signIn(app, zone, 'administrator')
  assert.equal((await put(administrator, { kind: 'address', address: template, key })).statusCode, 200)
  for (const login of Object.keys(zone.memberIds)) {
    const who = await signIn(app, zone, login)
    const sets = login === 'administrator'
    const body = { ...defaultBasemap, revision: 1 }
    assert.equal((await who.call('GET', '/api/basemap')).statusCode, sets ? 200 : 403, login)
    assert.equal((await who.call('GET', '/api/basemap/check')).statusCode, sets ? 200 : 403, login)
    if (!sets) assert.equal((await who.call('PUT', '/api/basemap', body)).statusCode, 403, login)
    const sees = maps.includes(login) ? 200 : 403
    assert.equal((await who.call('GET', '/api/basemap/view')).statusCode, sees, login)
    assert.equal((await tile(who)).statusCode, sees, login)
  }
  assert.equal((await app.inject({ url: `/api/basemap/tiles/ground/${where}` })).statusCode, 401)
})

test('the key is in no answer, no log and not in the database as it is', async () => {
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'administrator')
  const saved = await put(administrator, { kind: 'address', address: template, key, credit: '测绘院' })
  assert.equal(saved.json<Basemap>().hasKey, true)
  const director = await signIn(app, zone, 'director')
  answers = 500
  const auditor = await signIn(app, zone, 'auditor')
  const log = await auditor.call('GET', '/api/audit')
  assert.ok(log.json<{ items: { entity: string }[] }>().items.some(({ entity }) => entity === 'basemap'))
  const told = [
    saved,
    await administrator.call('GET', '/api/basemap'),
    await administrator.call('GET', '/api/basemap/check'),
    await director.call('GET', '/api/basemap/view'),
    await tile(director),
    log,
  ]
  answers = red
  for (const { body } of told) assert.ok(!body.includes(key), body)
  for (const { body } of told.slice(3, 5))
    assert.ok(!body.includes(service.address), 'nor is the address told to others')
  await database.within({ zoneId: zone.id, memberId: null }, async (db) => {
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(b)::text as text from basemap b where zone_id = ${zone.id}
      union all select image::text from change where zone_id = ${zone.id} and entity = 'basemap'`.execute(db)
    assert.equal(rows.length, 2)
    for (const { text } of rows) assert.ok(text.includes('测绘院') && !text.includes(key), text)
  })
  await assertEveryRowHasItsChange(database, zone.id)
})

test('another zone has its own, or none', async () => {
  const [first, second] = [await buildZone(database), await buildZone(database)]
  await put(await signIn(app, first, 'administrator'), { kind: 'address', address: template, key })
  const stranger = await signIn(app, second, 'director')
  assert.deepEqual((await view(stranger)).sets, [])
  const asked = service.asked.length
  assert.equal((await tile(stranger)).statusCode, 404)
  assert.equal(service.asked.length, asked)
  const theirs = (
    await (await signIn(app, second, 'administrator')).call('GET', '/api/basemap')
  ).json<Basemap>()
  assert.deepEqual([theirs.kind, theirs.address, theirs.hasKey, theirs.revision], ['none', '', false, 0])
  await database.within({ zoneId: second.id, memberId: null }, async (db) => {
    const { rows } = await sql`select 1 from basemap where zone_id = ${first.id}`.execute(db)
    assert.equal(rows.length, 0)
  })
})

test('the server asks for a picture with the key and without a cookie, once', async () => {
  const zone = await buildZone(database)
  await put(await signIn(app, zone, 'administrator'), { kind: 'address', address: template, key })
  const director = await signIn(app, zone, 'director')
  const before = service.asked.length
  const came = await tile(director)
  assert.equal(came.headers['content-type'], 'image/png')
  assert.deepEqual(came.rawPayload, red)
  await tile(director)
  const asked = service.asked.slice(before)
  assert.deepEqual(
    asked.map(({ url, headers }) => [url, headers.cookie]),
    [[`/t/${where}.png?tk=${key}`, undefined]],
  )
  assert.equal((await tile(director, '2/9/9')).statusCode, 204, 'there is no such tile')
  assert.equal((await tile(director, where, 'labels')).statusCode, 404)
  assert.equal((await tile(director, '14/-1/3')).statusCode, 400)
  assert.equal(service.asked.length, before + 1)
})

test('another setting has other pictures at once, and the map is told so', async () => {
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'administrator')
  await put(administrator, { kind: 'address', address: template, key })
  const director = await signIn(app, zone, 'director')
  const first = await view(director)
  await tile(director)
  answers = blue
  await put(administrator, {
    kind: 'address',
    address: `${service.address}/{z}/{x}/{y}`,
    system: 'gcj02',
    nearest: 16,
  })
  const second = await view(director)
  assert.notEqual(second.version, first.version)
  assert.deepEqual([second.system, second.nearest], ['gcj02', 16])
  assert.deepEqual((await tile(director)).rawPayload, blue)
  answers = red
  const past = (await director.call('GET', '/api/basemap/view?asOf=2021-01-01')).json<BasemapView>()
  assert.deepEqual(past.sets, ['ground'], 'the past is looked at over the base map of now')
})

test('a base map that fails is told as such, and left alone for a while', async () => {
  const zone = await buildZone(database)
  const dead = await servePictures((_, response) => response.writeHead(503).end())
  const administrator = await signIn(app, zone, 'administrator')
  await put(administrator, { kind: 'address', address: `${dead.address}/{z}/{x}/{y}` })
  const director = await signIn(app, zone, 'director')
  for (let x = 0; x < 5; x++) {
    const answer = await tile(director, `5/${x}/3`)
    assert.equal(answer.statusCode, 502)
    assert.match(messageOf(answer), x < 3 ? /底图没有回答：回答是 503/ : /稍后再问/)
  }
  assert.equal(dead.asked.length, 3)
  const check = await administrator.call('GET', '/api/basemap/check')
  assert.match(messageOf(check), /回答是 503/, 'who sets it is told anew each time')
  await dead.close()
})

test('who sets it is told whether a picture of the zone comes', async () => {
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'administrator')
  await put(administrator, { kind: 'address', address: template, key })
  const check = async () => (await administrator.call('GET', '/api/basemap/check')).json<BasemapCheck>().bytes
  assert.equal(await check(), red.length)
  answers = 404
  assert.equal(await check(), null)
  answers = red
})

test('what no picture can come of is not saved', async () => {
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'administrator')
  const refused = async (patch: Partial<BasemapInput>) => {
    const answer = await put(administrator, patch)
    assert.equal(answer.statusCode, 400, answer.body)
    return messageOf(answer)
  }
  const address = (text: string) => refused({ kind: 'address', address: text })
  assert.match(await address('ftp://a.example/{z}/{x}/{y}'), /地址 ftp:.*须以 https/)
  assert.match(await address('https://u:p@a.example/{z}/{x}/{y}'), /不能带用户名和密码/)
  assert.match(await address('https://a.example/map.png'), /须有 \{z\}、\{x\}、\{y\}/)
  assert.match(await refused({ kind: 'tianditu' }), /这个底图要密钥/)
  assert.match(await refused({ kind: 'tianditu', key: '  ' }), /这个底图要密钥/)
  await refused({ kind: 'other' as 'file' })
  await refused({ nearest: 23 })
  assert.equal((await administrator.call('GET', '/api/basemap')).json<Basemap>().revision, 0)
  assert.equal((await put(administrator, { kind: 'tianditu', key })).statusCode, 200)
  assert.equal((await put(administrator, { revision: 0 })).statusCode, 409)
  // Blanks are no credit.
  const credited = async (credit: string) =>
    (await put(administrator, { kind: 'tianditu', credit })).json<Basemap>().credit
  assert.deepEqual([await credited(' 　'), await credited(' 测绘院 ')], ['', '测绘院'])
  const director = await signIn(app, zone, 'director')
  assert.deepEqual((await view(director)).sets, ['ground', 'labels'])
})

test('a key is kept while its host is the same, and taken to no other', async () => {
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'administrator')
  await put(administrator, { kind: 'address', address: template, key })
  const same = await put(administrator, { kind: 'address', address: template.replace('/t/', '/u/') })
  assert.equal(same.json<Basemap>().hasKey, true)
  const director = await signIn(app, zone, 'director')
  await tile(director)
  assert.equal(service.asked.at(-1)?.url, `/u/${where}.png?tk=${key}`)
  const other = await put(administrator, {
    kind: 'address',
    address: 'https://b.example/{z}/{x}/{y}?tk={key}',
  })
  assert.equal(other.statusCode, 400)
  assert.match(messageOf(other), /不会带过去/)
})

test('a PMTiles file in base/ of the data folder is a base map; only those there, only of pictures', async () => {
  const base = join(folder, 'base')
  mkdirSync(base)
  const file = pmtilesFile([
    { z: 14, x: 13665, y: 6749, bytes: red },
    { z: 13, x: 6832, y: 3374, bytes: blue },
  ])
  writeFileSync(join(base, '开发区.pmtiles'), file)
  writeFileSync(join(base, 'roads.pmtiles'), pmtilesFile([{ z: 1, x: 0, y: 0, bytes: red }], TileType.Mvt))
  writeFileSync(join(base, 'cut.pmtiles'), file.subarray(0, 90))
  writeFileSync(join(base, 'notes.txt'), 'x')
  writeFileSync(join(folder, 'outside.pmtiles'), file)
  symlinkSync(join(folder, 'outside.pmtiles'), join(base, 'link.pmtiles'))
  const zone = await buildZone(database)
  const administrator = await signIn(app, zone, 'administrator')
  const listed = (await administrator.call('GET', '/api/basemap')).json<Basemap>().files
  assert.deepEqual([...listed].sort(), ['cut.pmtiles', 'roads.pmtiles', '开发区.pmtiles'])
  for (const name of ['../outside.pmtiles', 'link.pmtiles', 'notes.txt', '', '../secret.key'])
    assert.match(messageOf(await put(administrator, { kind: 'file', file: name })), /没有底图文件/, name)
  assert.match(messageOf(await put(administrator, { kind: 'file', file: 'roads.pmtiles' })), /矢量切片/)
  assert.match(
    messageOf(await put(administrator, { kind: 'file', file: 'cut.pmtiles' })),
    /cut\.pmtiles 读不出来/,
  )

  assert.equal((await put(administrator, { kind: 'file', file: '开发区.pmtiles' })).statusCode, 200)
  const director = await signIn(app, zone, 'director')
  const told = await view(director)
  assert.deepEqual([told.sets, told.nearest, told.bounds], [['ground'], 14, [120, 30, 121, 31]])
  assert.deepEqual((await tile(director)).rawPayload, red)
  assert.deepEqual((await tile(director, '13/6832/3374')).rawPayload, blue)
  assert.equal((await tile(director, '13/1/1')).statusCode, 204)
  // Put another in its place: no restart is needed.
  writeFileSync(join(base, '开发区.pmtiles'), pmtilesFile([{ z: 14, x: 13666, y: 6749, bytes: blue }]))
  assert.deepEqual((await tile(director, '14/13666/6749')).rawPayload, blue)
})
