import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import { addDays, addMonths, shanghaiDay } from '../../shared/days.ts'
import { buildParcel } from '../spaces/test-parcels.ts'
import { holdBuildings } from './server/hold-buildings.ts'
import { codesOf, csv, header, officeOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-building-imports-')))
after(async () => {
  await app.close()
  await database.close()
})
const today = shanghaiDay(Date.now())
const later = addMonths(today, 8)
const before = addMonths(today, -16)

async function world() {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  return { zone, analyst, office: officeOf(app, analyst) }
}

test('a property office’s table becomes buildings, floors, rooms and leases, and the same file again changes nothing', async () => {
  const { zone, office } = await world()
  const file = csv(
    [
      ['科创园1幢', 'B1', 'B101', '1,200.5', '自用', null, null, null, null],
      ['科创园1幢', '3层', '301', 320, '已租', '青溪渡科技有限公司', before, later, 45],
      [null, null, '302', 280.25, '空置', null, null, null, null],
      [null, '4F', '401', 600, '空置', null, null, null, null],
      ['小计', null, null, 2400.75, null, null, null, null, null],
      ['双创楼', '1', '101', 90, '意向锁定', '云汉川', null, addDays(today, 20), null],
      ['合计', null, null, 2490.75, null, null, null, null, null],
    ].map((line) =>
      line.map((cell) => (typeof cell === 'string' && cell.includes(',') ? `"${cell}"` : cell)),
    ),
  )
  const one = await office.upload(file)
  assert.deepEqual([one.counts.new, one.counts.doubt, one.counts.refused], [5, 0, 0])
  assert.equal((await office.buildings()).total, 0, 'nothing before somebody applies it')
  assert.equal((await office.apply(one)).statusCode, 200)
  const list = await office.buildings()
  assert.deepEqual(
    list.items.map(({ name, floorsAbove, floorsBelow, sums }) => [
      name,
      floorsAbove,
      floorsBelow,
      sums.areaM2,
    ]),
    [
      ['科创园1幢', 4, 1, '2400.75'],
      ['双创楼', 1, 0, '90'],
    ].sort(([a], [b]) => new Intl.Collator('zh', { numeric: true }).compare(String(a), String(b))),
  )
  const { floors } = await office.building('科创园')
  assert.deepEqual(
    floors.map(({ level, rooms }) => [level, rooms.map(({ number, state }) => `${number} ${state}`)]),
    [
      [4, ['401 vacant']],
      [3, ['301 leased', '302 vacant']],
      [-1, ['B101 self_used']],
    ],
  )
  const leased = floors[1]?.rooms[0]
  assert.deepEqual(
    [
      leased?.lease?.tenant,
      leased?.lease?.fromOn,
      leased?.lease?.toOn,
      leased?.lease?.rent,
      leased?.lease?.rentUnit,
      leased?.freeOn,
    ],
    ['青溪渡科技有限公司', before, later, '45', 'month', addDays(later, 1)],
  )
  const again = await office.upload(file)
  assert.deepEqual(
    [again.counts.unchanged, again.counts.new, again.counts.changed, again.counts.doubt],
    [5, 0, 0, 0],
    JSON.stringify((await office.rows(again)).filter(({ verdict }) => verdict !== 'unchanged')),
  )
  assert.equal((await office.apply(again)).statusCode, 200)
  assert.ok((await office.rooms()).items.every(({ revision }) => revision === 1))
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what cannot be read is told with its cell, its value and the way out, and the rest is taken', async () => {
  const { office } = await world()
  const one = await office.upload(
    csv([
      ['A座', '1', '101', '约300', '空置', null, null, null, null],
      ['A座', '1', '102', 100, '被占', null, null, null, null],
      ['A座', '夹层', '303', 100, '空置', null, null, null, null],
      ['A座', '1', '104', 100, '未交付', null, null, null, null],
      ['A座', '1', '105', 100, '已租', null, before, null, null],
      ['A座', '1', '106', 100, '已租', '甲公司', later, before, null],
      ['A座', '1', '107', 100, '已租', '乙公司', null, later, null],
      ['A座', '1', '108', 100, '空置', '丙公司', before, later, null],
      ['A座', '1', '109', 100, '已租', '丁公司', before, addDays(today, -1), null],
      ['A座', '1', '整层', 100, '空置', null, null, null, null],
      ['A座', '1', '110', 100, '空置', null, null, null, null],
    ]),
  )
  const rows = await office.rows(one)
  assert.deepEqual(
    rows.map((row) => [row.room, row.verdict, codesOf(row)]),
    [
      ['101', 'refused', ['area_unread']],
      ['102', 'new', ['status_unknown']],
      ['303', 'new', ['floor_unread', 'floor_from_number']],
      ['104', 'refused', ['no_ready_day']],
      ['105', 'new', ['no_tenant', 'no_end']],
      ['106', 'refused', ['ends_before']],
      ['107', 'doubt', ['no_start']],
      ['108', 'doubt', ['vacant_but_held']],
      ['109', 'doubt', ['held_but_over']],
      ['整层', 'new', []],
      ['110', 'new', []],
    ],
  )
  assert.deepEqual(rows[0]?.findings[0], {
    code: 'area_unread',
    weight: 'stop',
    cell: 'D2',
    value: '约300',
    values: {},
  })
  assert.equal((await office.apply(one)).statusCode, 200)
  assert.deepEqual(
    (await office.rooms()).items.map(({ number }) => number).sort(),
    ['102', '105', '110', '303', '整层'].sort(),
  )
})

test('what is in doubt is taken only when somebody says so, and can be left out', async () => {
  const { office } = await world()
  const one = await office.upload(
    csv([
      ['A座', '1', '101', 100, '已租', '甲公司', null, later, null],
      ['A座', '1', '102', 100, '空置', null, null, null, null],
    ]),
  )
  const [doubted, clear] = await office.rows(one)
  const decided = await office.check(one, {
    decisions: { [doubted?.place ?? '']: 'take', [clear?.place ?? '']: 'skip' },
  })
  assert.deepEqual([decided.counts.doubt, decided.counts.taken, decided.counts.skipped], [1, 1, 1])
  assert.equal((await office.apply(decided)).statusCode, 200)
  const { items } = await office.rooms()
  assert.deepEqual(
    items.map(({ number, lease }) => [number, lease?.fromOn]),
    [['101', today]],
  )
})

test('a column is told otherwise, a rent gets its unit, and the file is judged anew', async () => {
  const { office } = await world()
  const head = '楼宇,楼层,房号,建筑面积,承租企业,租期,租金,甲,乙'
  const one = await office.upload(
    csv([['A座', '2', '201', 100, '甲公司', `${before}至${later}`, 2.5, 5.2, 0.8]], head),
  )
  assert.deepEqual(codesOf((await office.rows(one))[0] ?? { findings: [] }), ['rent_no_unit'])
  const [table] = one.reading.tables
  const fields = { H: 'height', I: 'load' }
  const told = await office.check(one, { rentUnit: 'day', tables: [{ key: table?.key ?? '', fields }] })
  assert.deepEqual(codesOf((await office.rows(told))[0] ?? { findings: [] }), [])
  assert.equal((await office.apply(told)).statusCode, 200)
  const [room] = (await office.rooms()).items
  assert.deepEqual(
    [room?.heightM, room?.loadTM2, room?.lease?.rent, room?.lease?.rentUnit, room?.lease?.toOn],
    ['5.2', '0.8', '2.5', 'day', later],
  )
})

test('a new tenant, an emptied room and a longer lease are changes that the check names', async () => {
  const { office } = await world()
  const rows = (lines: (string | number | null)[][]) => csv(lines)
  await office.bring(
    rows([
      ['A座', '1', '101', 100, '已租', '甲公司', before, later, 30],
      ['A座', '1', '102', 100, '已租', '乙公司', before, later, 30],
      ['A座', '1', '103', 100, '已租', '丙公司', before, later, 30],
    ]),
  )
  const longer = addMonths(later, 12)
  const one = await office.upload(
    rows([
      ['A座', '1', '101', 100, '已租', '丁公司', today, later, 30],
      ['A座', '1', '102', 100, '空置', null, null, null, null],
      ['A座', '1', '103', 100, '已租', '丙公司', before, longer, 30],
    ]),
  )
  const judged = await office.rows(one)
  assert.deepEqual(
    judged.map((row) => [row.verdict, codesOf(row)]),
    [
      ['doubt', ['overlaps']],
      ['doubt', ['held_in_records']],
      ['changed', []],
    ],
  )
  assert.deepEqual(judged[2]?.changes, [{ of: 'lease', field: 'toOn', from: later, to: longer }])
  const all = await office.check(one, { allInDoubt: 'take' })
  assert.equal((await office.apply(all)).statusCode, 200)
  const { items } = await office.rooms()
  assert.deepEqual(
    items.map(({ number, state, lease }) => [number, state, lease?.tenant ?? null]),
    [
      ['101', 'leased', '丁公司'],
      ['102', 'vacant', null],
      ['103', 'leased', '丙公司'],
    ],
  )
})

test('two rows that hold one room at once are refused, as is what a later lease stands against', async () => {
  const { office } = await world()
  const one = await office.upload(
    csv([
      ['A座', '1', '101', 100, '已租', '甲公司', before, later, null],
      ['A座', '1', '101', 100, '已租', '乙公司', today, later, null],
      ['A座', '1', '102', 90, '已租', '甲公司', before, addDays(today, -1), null],
    ]),
  )
  assert.deepEqual(
    (await office.rows(one)).map(({ verdict }) => verdict),
    ['new', 'refused', 'doubt'],
  )
  assert.deepEqual(codesOf((await office.rows(one))[1] ?? { findings: [] }), ['overlaps_row'])
})

test('an import is undone whole; what was changed since stays, with what it stands on', async () => {
  const { zone, analyst, office } = await world()
  await office.bring(csv([['A座', '1', '101', 100, '已租', '甲公司', before, later, 30]]))
  const one = await office.bring(
    csv([
      ['A座', '1', '101', 120, '已租', '甲公司', before, addMonths(later, 6), 30],
      ['A座', '2', '201', 80, '空置', null, null, null, null],
      ['B座', '1', '101', 60, '空置', null, null, null, null],
    ]),
  )
  const kept = (await office.rooms(`q=${encodeURIComponent('B座')}`)).items[0]
  const patched = await analyst.call('PATCH', `/api/rooms/${kept?.id}`, { revision: 1, use: '研发' })
  assert.equal(patched.statusCode, 200, patched.body)
  const undone = (await office.undo(one)).json()
  assert.deepEqual(
    [undone.removed, undone.restored, undone.kept.map(({ of }: { of: string }) => of).sort()],
    [2, 2, ['building', 'floor', 'room']],
  )
  const { items } = await office.rooms()
  assert.deepEqual(
    items.map(({ building, number, areaM2, lease }) => [building, number, areaM2, lease?.toOn ?? null]),
    [
      ['A座', '101', '100', later],
      ['B座', '101', '60', null],
    ],
  )
  assert.equal((await office.undo(one)).statusCode, 409)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('what moved since the check is not written over', async () => {
  const { office } = await world()
  await office.bring(csv([['A座', '1', '101', 100, '空置', null, null, null, null]]))
  const one = await office.upload(csv([['A座', '1', '101', 100, '已租', '甲公司', today, later, null]]))
  const [room] = (await office.rooms()).items
  const taken = await office.lease({
    roomIds: [room?.id ?? ''],
    kind: 'lease',
    tenant: '乙公司',
    fromOn: today,
    toOn: later,
  })
  assert.equal(taken.statusCode, 201)
  const refused = await office.apply(one)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /请重新核对/)
  const again = await office.check(one)
  assert.equal(again.counts.doubt, 1, 'the same day: whether it is another tenant’s name is asked')
})

test('a building stands on the parcel that its line names, and in its territory', async () => {
  const { zone, office } = await world()
  const director = await signIn(app, zone, 'director')
  const territory = { name: '市北片区', unitId: zone.corps.a, fromOn: '2020-01-01' }
  const { id: territoryId } = (await director.call('POST', '/api/territories', territory)).json()
  const parcel = await buildParcel(database, zone, { number: '萧政工出〔2023〕51号', territoryId })
  await office.bring(
    csv(
      [
        ['A座', '1', '101', 100, '萧政工出[2023]51号'],
        ['B座', '1', '101', 100, '没有这块地'],
      ],
      '楼宇,楼层,房号,建筑面积,地块编号',
    ),
  )
  const [a, b] = (await office.buildings()).items
  assert.deepEqual([a?.parcelId, a?.unit, a?.lon !== null, b?.parcelId], [parcel, '市北兵团', true, null])
})

test('files that are no table of rooms are refused with the reason', async () => {
  const { office } = await world()
  for (const [name, bytes] of [
    ['空.csv', Buffer.alloc(0)],
    ['图.pdf', Buffer.from('%PDF-1.7 ')],
    ['信.csv', Buffer.from('只有一句话\r\n')],
  ] as const) {
    const response = await office.send(name, bytes)
    assert.ok([400, 413].includes(response.statusCode), `${name}: ${response.statusCode}`)
    assert.ok(response.json().message.includes(name), response.body)
  }
  const other = await office.upload(csv([['某项目', '在建', 5]], '项目名称,阶段,总投资（亿元）'))
  assert.equal(other.counts.new, 0)
  const nothing = await office.apply(other)
  assert.equal(nothing.statusCode, 200)
  assert.equal((await office.buildings()).total, 0)
})

test('many rows at once', async () => {
  const { office } = await world()
  const lines = Array.from({ length: 10 * 60 }, (_, at) => [
    `${Math.floor(at / 60) + 1}号楼`,
    Math.floor((at % 60) / 6) + 1,
    `${Math.floor((at % 60) / 6) + 1}0${(at % 6) + 1}`,
    100 + (at % 7),
    at % 3 ? '已租' : '空置',
    at % 3 ? `企业${at}` : null,
    at % 3 ? before : null,
    at % 3 ? later : null,
    at % 3 ? 30 : null,
  ])
  const one = await office.bring(csv(lines))
  assert.equal(one.counts.new, 600)
  const { sums } = await office.buildings()
  assert.deepEqual(
    sums.states.map(({ state, count }) => [state, count]),
    [
      ['vacant', 200],
      ['leased', 400],
    ],
  )
})

test('the header is the office’s own', async () => {
  const { office } = await world()
  const heads = [
    header,
    '园区,层,单元号,租赁面积(平方米),出租状态,租户名称,租赁开始日期,租赁到期日,租金单价（元/平方米/天）',
  ]
  for (const head of heads) {
    const one = await office.upload(csv([['A座', 1, '101', 100, '已租', '甲公司', before, later, 1]], head))
    assert.deepEqual(
      one.reading.tables[0]?.columns.map(({ field }) => field),
      ['building', 'floor', 'room', 'area', 'status', 'tenant', 'from', 'to', 'rent'],
      head,
    )
  }
})

test('a later beginning and another name of the same stay are asked about, for they write over what was', async () => {
  const { office } = await world()
  const leases = (first: (string | null)[], second: (string | null)[]) =>
    csv([
      ['A座', '1', '101', 100, '已租', ...first, null],
      ['A座', '1', '102', 100, '已租', ...second, null],
    ])
  await office.bring(leases(['甲公司', before, later], ['乙公司', before, later]))
  const renewed = addMonths(later, 24)
  const one = await office.upload(leases(['甲公司', today, renewed], ['丙公司', before, later]))
  assert.deepEqual(
    (await office.rows(one)).map((row) => [row.verdict, codesOf(row), row.findings[0]?.values['tenant']]),
    [
      ['doubt', ['begins_later'], '甲公司'],
      ['doubt', ['other_tenant'], '乙公司'],
    ],
  )
  const held = async () =>
    (await office.rooms()).items.map(({ lease }) => [lease?.tenant, lease?.fromOn, lease?.toOn])
  assert.equal((await office.apply(one)).statusCode, 200)
  assert.deepEqual(await held(), [
    ['甲公司', before, later],
    ['乙公司', before, later],
  ])
  const again = await office.upload(leases(['甲公司', today, renewed], ['丙公司', before, later]))
  assert.equal((await office.apply(await office.check(again, { allInDoubt: 'take' }))).statusCode, 200)
  assert.deepEqual(await held(), [
    ['甲公司', today, renewed],
    ['丙公司', before, later],
  ])
  const earlier = addMonths(before, -2)
  const clear = await office.upload(leases(['甲公司', earlier, renewed], ['丙 公司', before, later]))
  assert.deepEqual([clear.counts.doubt, clear.counts.refused], [0, 0])
})

test('a number finer than what is kept is rounded, and the same file again changes nothing', async () => {
  const { office } = await world()
  const head = '楼宇,楼层,房号,建筑面积,层高,荷载,货梯,报价（元/㎡·月）'
  const file = csv([['A座', '1', '101', '123.456789', '4.525', '0.35555', '2.005', '45.12345']], head)
  await office.bring(file)
  const [room] = (await office.rooms()).items
  assert.deepEqual(
    [room?.areaM2, room?.heightM, room?.loadTM2, room?.askingRent],
    ['123.4568', '4.53', '0.356', '45.1235'],
  )
  const again = await office.upload(file)
  assert.equal(again.counts.unchanged, 1, JSON.stringify((await office.rows(again))[0]?.changes))
  const nought = await office.upload(
    csv(
      [
        ['A座', '2', '201', '100', '0.001', '1', '2', '0.00001'],
        ['A座', '2', '202', '0.00001', '3', '1', '2', '40'],
      ],
      head,
    ),
  )
  assert.deepEqual(
    (await office.rows(nought)).map((row) => [
      row.verdict,
      row.findings.map(({ code, cell }) => [code, cell]),
    ]),
    [
      [
        'new',
        [
          ['number_unread', 'E2'],
          ['rent_unread', 'H2'],
        ],
      ],
      ['refused', [['area_unread', 'D3']]],
    ],
  )
  assert.equal((await office.apply(nought)).statusCode, 200)
})

// The embedded database has one connection: nothing can happen beside an undoing there.
if (process.env['ZHANTU_TEST_DATABASE'])
  test('undoing waits for whoever writes the buildings', async () => {
    const { zone, office } = await world()
    const one = await office.bring(csv([['A座', '1', '101', 100, '空置', null, null, null, null]]))
    const held = Promise.withResolvers<void>()
    let isDone = false
    const undoing = held.promise.then(async () => {
      const response = await office.undo(one)
      isDone = true
      return response
    })
    const hasWaited = await database.within({ zoneId: zone.id, memberId: null }, async (db) => {
      await holdBuildings(db, zone.id)
      held.resolve()
      const isWaiting = async () => {
        const { rows } = await sql`
        select from pg_locks where locktype = 'advisory' and not granted and classid = 7300032
          and database = (select oid from pg_database where datname = current_database())`.execute(db)
        return rows.length > 0
      }
      while (!isDone) if (await isWaiting()) return true
      return false
    })
    assert.equal(hasWaited, true)
    assert.equal((await undoing).statusCode, 200)
  })
