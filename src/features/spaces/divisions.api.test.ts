import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { toLonLat } from '../../engine/geometry/project.ts'
import { sumDecimal } from '../../shared/decimal.ts'
import { buildParcel } from './test-parcels.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-divisions-')))
after(async () => {
  await app.close()
  await database.close()
})

/** Degrees of metres east and north of golden vector 8’s corner. */
const at = (right: number, up: number) => toLonLat(4528, [40526000 + right, 3340600 + up])

async function world() {
  const zone = await buildZone(database)
  return { zone, director: await signIn(app, zone, 'director') }
}
type Part = { id: string | null; number: string; areaM2: string }

test('a parcel is split along a line: a preview writes nothing, then parts sum to the whole and know their parent', async () => {
  const { zone, director } = await world()
  const id = await buildParcel(database, zone, { number: 'DK-1', status: 'cleared' })
  const project = await buildProject(database, zone, { stage: 'signed', parcelNo: 'DK-1' })
  const split = (more: object) =>
    director.call('POST', `/api/parcels/${id}/split`, {
      revision: 1,
      line: [at(60, -10), at(60, 120)],
      apply: false,
      ...more,
    })
  const preview = (await split({})).json()
  assert.deepEqual(
    [
      preview.applied,
      preview.differenceM2,
      preview.parts.map(({ id, number, areaM2 }: Part) => [id, number, areaM2]),
    ],
    [
      false,
      '0',
      [
        [null, 'DK-1-1', '5644.2'],
        [null, 'DK-1-2', '3762.8'],
      ],
    ],
  )
  assert.equal((await director.call('GET', '/api/parcels')).json().total, 1)
  const done = (await split({ apply: true, numbers: ['DK-1甲'] })).json()
  assert.equal(done.applied, true)
  const { items, total, areaM2 } = (await director.call('GET', '/api/parcels')).json()
  assert.deepEqual(
    [total, areaM2, items.map(({ number, status }: Record<string, string>) => [number, status])],
    [
      2,
      '9407',
      [
        ['DK-1-2', 'cleared'],
        ['DK-1甲', 'cleared'],
      ],
    ],
  )
  const parent = (await director.call('GET', `/api/parcels/${id}`)).json()
  assert.ok(parent.endedOn)
  assert.deepEqual(
    parent.children.map(({ number }: Part) => number),
    ['DK-1-2', 'DK-1甲'],
  )
  const child = (await director.call('GET', `/api/parcels/${done.parts[0].id}`)).json()
  assert.deepEqual(
    child.parents.map(({ id, kind }: { id: string; kind: string }) => [id, kind]),
    [[id, 'split']],
  )
  // The project that names the old parcel stands where it was.
  assert.equal((await director.call('GET', `/api/projects/${project}/place`)).json().place.parcelId, id)
  assert.equal((await director.call('GET', '/api/map')).json().projects, 1)
  assert.equal((await split({})).statusCode, 409)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('parts are numbered and named as somebody says, and as their parent where nobody did', async () => {
  const { zone, director } = await world()
  const id = await buildParcel(database, zone, { number: 'DK-1', name: '北地' })
  const split = (more: object) =>
    director.call('POST', `/api/parcels/${id}/split`, {
      ...{ revision: 1, line: [at(60, -10), at(60, 120)], apply: true, ...more },
    })
  assert.equal((await split({ names: [''] })).statusCode, 400)
  assert.equal((await split({ numbers: [null, 'DK-9'], names: [null, '东边'] })).statusCode, 200)
  const { items } = (await director.call('GET', '/api/parcels')).json()
  assert.deepEqual(
    items.map(({ number, name }: { number: string; name: string }) => [number, name]),
    [
      ['DK-1-1', '北地'],
      ['DK-9', '东边'],
    ],
  )
})

test('a line that divides nothing is refused with the reason, and so is one that was seen otherwise', async () => {
  const { zone, director } = await world()
  const id = await buildParcel(database, zone)
  const split = (line: unknown, revision = 1) =>
    director.call('POST', `/api/parcels/${id}/split`, { revision, line, apply: true })
  for (const [line, words] of [
    [[at(300, 0), at(300, 90)], /没有穿过/],
    [
      [
        [999, 999],
        [-999, 5],
      ],
      /没有穿过/,
    ],
    [[at(50, -10), at(50, 50)], /停在地块里面/],
    [[at(50, 50), at(50, 50)], /两个不同的点/],
  ] as const) {
    const response = await split(line)
    assert.equal(response.statusCode, 400, response.body)
    assert.match(response.json().message, words)
  }
  assert.equal((await split([at(60, -10), at(60, 120)], 7)).statusCode, 409)
})

test('neighbours become one; strangers do not', async () => {
  const { zone, director } = await world()
  const a = await buildParcel(database, zone, { number: 'A', status: 'cleared' })
  const b = await buildParcel(database, zone, { number: 'B', at: [100, 0] })
  const far = await buildParcel(database, zone, { number: 'C', at: [500, 0] })
  const merge = (ids: string[], more: object = {}) =>
    director.call('POST', '/api/parcels/merge', {
      parcels: ids.map((id) => ({ id, revision: 1 })),
      apply: true,
      ...more,
    })
  const apart = await merge([a, far])
  assert.equal(apart.statusCode, 400)
  assert.match(apart.json().message, /不相邻/)
  const done = (await merge([a, b], { name: '合并地块' })).json()
  assert.deepEqual(
    done.parts.map(({ number, areaM2 }: Part) => [number, areaM2]),
    [['A', '18814']],
  )
  const whole = (await director.call('GET', `/api/parcels/${done.parts[0].id}`)).json()
  assert.deepEqual(
    [whole.name, whole.status, whole.drawnM2, whole.boundary.type],
    ['合并地块', 'cleared', '18814', 'Polygon'],
  )
  assert.deepEqual(
    whole.parents.map(({ number, kind }: { number: string; kind: string }) => [number, kind]),
    [
      ['A', 'merge'],
      ['B', 'merge'],
    ],
  )
  const list = (await director.call('GET', '/api/parcels')).json()
  assert.equal(list.areaM2, sumDecimal(['18814', '9407']))
  const ended = (await director.call('GET', '/api/parcels?ended=true')).json()
  assert.equal(ended.total, 4)
  assert.equal((await merge([a, b])).statusCode, 409)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('pieces that touch one another already make no neighbours of what lies far off', async () => {
  const { zone, director } = await world()
  const a = await buildParcel(database, zone, { number: 'A' })
  const b = await buildParcel(database, zone, { number: 'B', at: [100, 0] })
  const far = await buildParcel(database, zone, { number: 'C', at: [1800, 0] })
  const parcels = [a, b, far].map((id) => ({ id, revision: 1 }))
  const answer = await director.call('POST', '/api/parcels/merge', { parcels, apply: true })
  assert.equal(answer.statusCode, 400, answer.body)
})

test('only those who keep the land divide it', async () => {
  const { zone } = await world()
  const id = await buildParcel(database, zone)
  const line = [at(60, -10), at(60, 120)]
  for (const login of ['officer', 'commander', 'promoter']) {
    const who = await signIn(app, zone, login)
    assert.equal(
      (await who.call('POST', `/api/parcels/${id}/split`, { revision: 1, line, apply: false })).statusCode,
      403,
    )
  }
})
