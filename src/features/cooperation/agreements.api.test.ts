import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { addDays } from '../../shared/days.ts'
import { mergeOf } from '../duplicates/test-merging.ts'
import type { Member } from '../organisation/contract.ts'
import type { Project, TimelineEntry } from '../projects/contract.ts'
import { carryOutDue } from './server/carry-out.ts'
import {
  agree,
  cooperationOf,
  halves,
  listed,
  propose,
  proposed,
  refuse,
  refused,
  today,
  told,
} from './test-cooperation.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-agreements-')))
after(async () => {
  await app.close()
  await database.close()
})

async function world(values: Record<string, string> = {}, at?: Date) {
  const zone = await buildZone(database)
  const { a, b } = zone.corps
  const projectId = await buildProject(
    database,
    zone,
    { name: '年产十万套电驱', stage: 'negotiating', officer: '市北管家', ...values },
    '2022-02',
    at,
  )
  const [commander, commander2, officer, director, analyst] = await Promise.all(
    ['commander', 'commander2', 'officer', 'director', 'analyst'].map((login) => signIn(app, zone, login)),
  )
  assert.ok(commander && commander2 && officer && director && analyst)
  const transfer = { kind: 'transfer', toUnitId: b, shares: halves(a, b) }
  return { zone, a, b, projectId, commander, commander2, officer, director, analyst, transfer }
}
const projectOf = async (who: Caller, id: string, query = '') =>
  (await told<Project>(who.call('GET', `/api/projects/${id}${query}`))).row
const stateOf = async (who: Caller, projectId: string) =>
  (await cooperationOf(who, projectId)).agreements[0]?.state

test('a project goes to another corps when both sides agree, with its history and the reason', async () => {
  const { zone, b, projectId, commander, commander2, transfer } = await world()
  assert.equal((await commander2.call('GET', `/api/projects/${projectId}`)).statusCode, 404)
  const { id, sides, state } = await proposed(commander, projectId, transfer)
  assert.equal(state, 'proposed')
  assert.deepEqual(
    sides.map(({ unitName, agreedBy }) => [unitName, agreedBy]),
    [
      ['市北兵团', 'commander同志'],
      ['桥南兵团', null],
    ],
  )
  const waiting = await listed(commander2, 'waiting=me')
  assert.deepEqual(
    waiting.items.map(({ projectName, abilities }) => [projectName, abilities]),
    [['年产十万套电驱', ['agree', 'refuse']]],
  )
  assert.equal((await listed(commander, 'waiting=me')).total, 0)
  assert.equal((await listed(commander, 'raised=me')).total, 1)
  assert.equal((await listed(commander2, 'raised=me')).total, 0)
  await told(agree(commander2, id, b, { officer: '桥南管家', note: '同意接收' }), 204)
  const row = await projectOf(commander2, projectId)
  assert.deepEqual([row['corps'], row['officer'], row['standing']], [b, '桥南管家', 'ongoing'])
  const [agreement] = (await cooperationOf(commander, projectId)).agreements
  assert.deepEqual(
    agreement?.steps.map(({ kind, unitName, takenBy }) => [kind, unitName, takenBy]),
    [
      ['proposed', null, 'commander同志'],
      ['agreed', '市北兵团', 'commander同志'],
      ['agreed', '桥南兵团', 'commander2同志'],
      ['done', null, 'commander2同志'],
    ],
  )
  const { items } = await told<{ items: TimelineEntry[] }>(
    commander2.call('GET', `/api/projects/${projectId}/timeline`),
  )
  assert.deepEqual([items[0]?.cause?.kind, items[0]?.cause?.name], ['transfer', '市北兵团 → 桥南兵团'])
  assert.deepEqual(
    items[0]?.changes.map(({ field, to }) => [field, to]).sort(),
    [
      ['corps', b],
      ['officer', '桥南管家'],
    ].sort(),
  )
  assert.equal(items.length, 2)
  await assertEveryRowHasItsChange(database, zone.id)
})

test('without an officer of its new corps a project has none for the time being', async () => {
  const { b, projectId, commander, commander2, transfer } = await world()
  const { id } = await proposed(commander, projectId, transfer)
  await refused(agree(commander, id, b), 403, /桥南兵团.*指挥长/)
  await told(agree(commander2, id, b), 204)
  assert.equal((await projectOf(commander2, projectId))['officer'], undefined)
})

test('shares other than exactly 100 % are refused with the sum and what is missing', async () => {
  const { a, b, projectId, commander, transfer } = await world()
  const offer = (...percents: string[]) =>
    propose(commander, projectId, {
      ...transfer,
      shares: percents.map((percent, at) => ({ unitId: [a, b][at] ?? b, percent })),
    })
  await refused(offer('60', '39.99'), 400, /合计 99\.99%，还差 0\.01%/)
  await refused(offer('60', '40.01'), 400, /合计 100\.01%，多出 0\.01%/)
  await refused(offer('110', '-10'), 400, /-10%.*大于 0/)
  await refused(offer('100', '0'), 400, /大于 0/)
  await refused(offer('33.333', '66.667'), 400, /33\.333%.*两位小数/)
  await refused(offer('50', '25', '25'), 400, /桥南兵团.*两次/)
  await refused(offer(), 400, /利益分成/)
  assert.equal((await offer('a', '100')).statusCode, 400)
  await refused(
    propose(commander, projectId, { ...transfer, shares: [{ unitId: null, percent: '100' }] }),
    400,
    /分成单位/,
  )
  assert.equal((await cooperationOf(commander, projectId)).agreements.length, 0)
  assert.equal((await offer('60.01', '39.99')).statusCode, 201)
})

test('the side that is asked may say no, with a reason, and then knows of the project no longer', async () => {
  const { b, projectId, commander, commander2, officer, transfer } = await world()
  const { id } = await proposed(commander, projectId, transfer)
  await projectOf(commander2, projectId)
  await refused(refuse(officer, id, b), 403, /桥南兵团/)
  assert.equal((await refuse(commander2, id, b, ' ')).statusCode, 400)
  await told(refuse(commander2, id, b), 204)
  assert.equal((await commander2.call('GET', `/api/projects/${projectId}`)).statusCode, 404)
  assert.equal((await listed(commander2, 'show=done')).total, 0)
  const [agreement] = (await cooperationOf(commander, projectId)).agreements
  assert.deepEqual([agreement?.state, agreement?.steps.at(-1)?.note], ['refused', '没有空间'])
  assert.notEqual((await projectOf(commander, projectId))['corps'], b)
})

test('whoever proposed withdraws before it takes effect; others do not', async () => {
  const { a, b, projectId, commander, commander2, transfer } = await world()
  const { id } = await proposed(commander, projectId, transfer)
  const withdraw = (who: Caller) => who.call('POST', `/api/agreements/${id}/withdraw`, { note: '再议' })
  await refused(withdraw(commander2), 403, /commander同志/)
  await refused(propose(commander, projectId, transfer), 409, /还没有办结/)
  await told(withdraw(commander), 204)
  await refused(withdraw(commander), 409, /已经撤回/)
  await refused(refuse(commander, id, a), 409, /已经撤回/)
  assert.equal((await agree(commander2, id, b)).statusCode, 404)
  assert.equal((await commander2.call('GET', `/api/projects/${projectId}`)).statusCode, 404)
  await proposed(commander, projectId, transfer)
})

test('whoever proposed and commands no more withdraws no more', async () => {
  const { zone, projectId, commander, director, transfer } = await world({ stage: 'signed' })
  const { id } = await proposed(commander, projectId, transfer)
  const security = await signIn(app, zone, 'security')
  const { items } = await told<{ items: Member[] }>(security.call('GET', '/api/members'))
  const post = items.find((one) => one.id === zone.memberIds['commander'])?.posts[0]
  const ended = { revision: post?.revision, toOn: addDays(today, -1) }
  await told(security.call('PATCH', `/api/posts/${post?.id}`, ended))
  const promoted = { memberId: zone.memberIds['commander'], unitId: zone.corps.a, role: 'officer' }
  await told(security.call('POST', '/api/posts', promoted), 201)
  const withdraw = (who: Caller) => who.call('POST', `/api/agreements/${id}/withdraw`, { note: '再议' })
  await refused(withdraw(await signIn(app, zone, 'commander')), 403, /仍任“市北兵团”指挥长/)
  await told(withdraw(director), 204)
})

test('a guest named by hand stays one when an agreement comes to nothing', async () => {
  const { zone, b, projectId, commander, commander2, transfer } = await world()
  const memberId = zone.memberIds['commander2'] ?? ''
  await told(commander.call('POST', `/api/projects/${projectId}/guests`, { memberId }), 204)
  const { id } = await proposed(commander, projectId, transfer)
  await told(refuse(commander2, id, b), 204)
  assert.equal((await commander2.call('GET', `/api/projects/${projectId}`)).statusCode, 200)
})

test('a side knows by its commander of the day: whoever takes the post over, and no longer who left it', async () => {
  const { zone, b, projectId, commander, transfer } = await world()
  await proposed(commander, projectId, transfer)
  const security = await signIn(app, zone, 'security')
  const added = {
    login: 'successor',
    name: '继任同志',
    password: 'Right-horse-8',
    unitId: b,
    role: 'commander',
  }
  const successor = await told<Member>(security.call('POST', '/api/members', added), 201)
  const knows = (memberId = '') =>
    database.within(
      { zoneId: zone.id, memberId, reach: { unitIds: [b], unitNames: ['桥南兵团'] } },
      async (db) =>
        (await db.selectFrom('project').select('id').where('id', '=', projectId).execute()).length,
    )
  const former = zone.memberIds['commander2'] ?? ''
  assert.deepEqual(
    [await knows(former), await knows(successor.id), await knows(zone.memberIds['auditor'])],
    [1, 1, 0],
  )
  const { items } = await told<{ items: Member[] }>(security.call('GET', '/api/members'))
  const post = items.find((one) => one.id === former)?.posts[0]
  const ended = { revision: post?.revision, toOn: addDays(today, -1) }
  await told(security.call('PATCH', `/api/posts/${post?.id}`, ended))
  assert.deepEqual([await knows(former), await knows(successor.id)], [0, 1])
})

test('only the commander whose project it is, or a director, proposes', async () => {
  const { projectId, officer, analyst, director, commander2, transfer } = await world()
  await refused(propose(officer, projectId, transfer), 403, /指挥长/)
  await refused(propose(analyst, projectId, transfer), 403, /指挥长/)
  assert.equal((await propose(commander2, projectId, transfer)).statusCode, 404)
  const { sides } = await proposed(director, projectId, transfer)
  assert.deepEqual(
    sides.map(({ agreedBy }) => agreedBy),
    [null, null],
  )
})

test('a director who coordinates answers for a unit, and it is recorded as that', async () => {
  const { a, b, projectId, director, transfer } = await world()
  const { id } = await proposed(director, projectId, transfer)
  await told(agree(director, id, a), 204)
  await refused(agree(director, id, a), 409, /已由director同志/)
  await told(agree(director, id, b), 204)
  const [agreement] = (await cooperationOf(director, projectId)).agreements
  assert.equal(agreement?.state, 'done')
  assert.ok(agreement?.sides.every(({ onBehalf }) => onBehalf))
})

test('of two who answer in one moment one is heard, and the project moves once at most', async () => {
  for (let round = 0; round < 3; round++) {
    const { b, projectId, commander, commander2, director, transfer } = await world({ stage: 'signed' })
    const { id } = await proposed(commander, projectId, transfer)
    const answers = await Promise.all([agree(commander2, id, b), refuse(director, id, b)])
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [204, 409])
    const isAgreed = answers[0].statusCode === 204
    assert.equal(await stateOf(director, projectId), isAgreed ? 'done' : 'refused')
    assert.equal((await projectOf(director, projectId))['corps'] === b, isAgreed)
  }
})

test('two who agree for the same side in one moment agree once', async () => {
  const { b, projectId, commander, commander2, director, transfer } = await world({ stage: 'signed' })
  const { id } = await proposed(commander, projectId, transfer)
  const answers = await Promise.all([agree(commander2, id, b), agree(director, id, b)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [204, 409])
  const [agreement] = (await cooperationOf(director, projectId)).agreements
  assert.equal(agreement?.steps.filter(({ kind }) => kind === 'agreed').length, 2)
})

test('two proposals for one project in one moment: one stands', async () => {
  const { projectId, commander, director, transfer } = await world()
  const answers = await Promise.all([
    propose(commander, projectId, transfer),
    propose(director, projectId, transfer),
  ])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [201, 409])
})

test('a joint project keeps its corps; its partners know of it, and a newer agreement replaces the one before', async () => {
  const { a, b, projectId, commander, commander2, transfer } = await world()
  await refused(
    propose(commander, projectId, { kind: 'joint', shares: [{ unitId: a, percent: '100' }] }),
    400,
    /至少有两个单位/,
  )
  await refused(propose(commander, projectId, { ...transfer, kind: 'joint' }), 400, /不换兵团/)
  const { id } = await proposed(commander, projectId, { kind: 'joint', shares: halves(a, b) })
  await told(agree(commander2, id, b), 204)
  const row = await projectOf(commander2, projectId)
  assert.deepEqual([row['corps'], row['officer']], [a, '市北管家'])
  const next = await proposed(commander, projectId, {
    kind: 'joint',
    shares: [
      { unitId: a, percent: '50' },
      { unitId: b, percent: '50' },
    ],
  })
  assert.equal(await stateOf(commander, projectId), 'proposed')
  await told(agree(commander2, next.id, b), 204)
  const { agreements } = await cooperationOf(commander2, projectId)
  assert.deepEqual(
    agreements.map(({ state, shares }) => [state, shares.map(({ percent }) => percent)]),
    [
      ['done', ['50', '50']],
      ['replaced', ['60', '40']],
    ],
  )
  const away = await proposed(commander, projectId, {
    ...transfer,
    shares: [{ unitId: b, percent: '100' }],
  })
  await told(agree(commander2, away.id, b), 204)
  assert.equal((await projectOf(commander2, projectId))['corps'], b)
  assert.equal((await commander.call('GET', `/api/projects/${projectId}`)).statusCode, 200)
})

test('out of the zone a project is transferred, a director speaks for the other place, and takes it back', async () => {
  const { a, projectId, commander, director } = await world()
  const out = {
    kind: 'transfer',
    destination: '诸暨经济开发区',
    shares: [
      { unitId: a, percent: '30' },
      { unitId: null, percent: '70' },
    ],
  }
  const { id } = await proposed(commander, projectId, out)
  assert.equal((await agree(commander, id, null)).statusCode, 403)
  assert.deepEqual(
    (await listed(director, 'waiting=me')).items.map(({ toName }) => toName),
    ['诸暨经济开发区'],
  )
  await told(agree(director, id, null, { note: '诸暨来函〔2022〕3号' }), 204)
  const row = await projectOf(commander, projectId)
  assert.deepEqual([row['standing'], row['corps']], ['transferred', a])
  const evidence = await told<{ standingChanges: { standing: string; reason: { zh: string } }[] }>(
    commander.call('GET', `/api/projects/${projectId}/evidence`),
  )
  assert.deepEqual(
    evidence.standingChanges.map(({ standing, reason }) => [standing, reason.zh]),
    [['transferred', '流转至诸暨经济开发区']],
  )
  await refused(propose(commander, projectId, out), 409, /流转/)
  const back = (who: Caller) => who.call('POST', `/api/agreements/${id}/take-back`, { note: '对方未落地' })
  await refused(back(commander), 403, /管委会领导/)
  await told(back(director), 204)
  assert.equal((await projectOf(commander, projectId))['standing'], 'ongoing')
  assert.equal(await stateOf(commander, projectId), 'takenBack')
  await refused(back(director), 409, /已经退回/)
})

test('a project on hold that went out of the zone is on hold when it is taken back', async () => {
  const { a, projectId, director } = await world()
  const edits = [{ projectId, field: 'standing', from: 'ongoing', to: 'onHold' }]
  await told(director.call('PATCH', '/api/ledger', { edits }))
  const shares = [
    { unitId: a, percent: '30' },
    { unitId: null, percent: '70' },
  ]
  const { id } = await proposed(director, projectId, { kind: 'transfer', destination: '诸暨', shares })
  await told(agree(director, id, null, { note: '来函' }), 204)
  if ((await stateOf(director, projectId)) === 'proposed') await told(agree(director, id, a), 204)
  assert.equal((await projectOf(director, projectId))['standing'], 'transferred')
  await told(director.call('POST', `/api/agreements/${id}/take-back`, { note: '对方未落地' }), 204)
  assert.equal((await projectOf(director, projectId))['standing'], 'onHold')
})

test('where to is one corps of the zone or one place outside, and not where it is', async () => {
  const { zone, a, b, projectId, commander, transfer } = await world()
  await refused(propose(commander, projectId, { ...transfer, destination: '诸暨' }), 400, /只填一个/)
  await refused(propose(commander, projectId, { ...transfer, toUnitId: null }), 400, /流转去向/)
  await refused(propose(commander, projectId, { ...transfer, toUnitId: a }), 400, /已在/)
  await refused(propose(commander, projectId, { ...transfer, toUnitId: zone.id }), 400, /没有这个兵团/)
  const day = (effectiveOn: string) => propose(commander, projectId, { ...transfer, effectiveOn })
  await refused(day(addDays(today, -1)), 400, /不能补办/)
  await refused(day('2022-02-30'), 400, /2022-02-30/)
  await refused(day(addDays(today, 400)), 400, /一年以内/)
  const lost = await buildProject(database, zone, { standing: 'lost' })
  await refused(propose(commander, lost, transfer), 409, /流失/)
  const bare = await buildProject(database, zone, { stage: 'signed' })
  await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .updateTable('project')
      .set({ corpsId: null })
      .where('zoneId', '=', zone.id)
      .where('id', '=', bare)
      .execute(),
  )
  const director = await signIn(app, zone, 'director')
  await refused(
    propose(director, bare, { ...transfer, shares: [{ unitId: b, percent: '100' }] }),
    409,
    /首谈/,
  )
})

test('an agreement for a day to come waits for it, and takes effect at its start', async () => {
  const { zone, a, b, projectId, commander, commander2, transfer } = await world()
  const effectiveOn = addDays(today, 5)
  const { id } = await proposed(commander, projectId, { ...transfer, effectiveOn })
  await told(agree(commander2, id, b, { officer: '桥南管家' }), 204)
  assert.equal(await stateOf(commander, projectId), 'agreed')
  assert.equal((await projectOf(commander, projectId))['corps'], a)
  const day = (on: string) => new Date(`${on}T09:30:00+08:00`)
  const due = (on: string) =>
    database.within({ zoneId: zone.id, memberId: null }, (db) => carryOutDue(db, zone.id, day(on)))
  await due(addDays(effectiveOn, -1))
  assert.equal((await projectOf(commander, projectId))['corps'], a)
  await due(effectiveOn)
  const row = await projectOf(commander, projectId)
  assert.deepEqual([row['corps'], row['officer']], [b, '桥南管家'])
  const [agreement] = (await cooperationOf(commander2, projectId)).agreements
  const done = agreement?.steps.at(-1)
  assert.deepEqual(
    [done?.kind, done?.takenBy, done?.takenAt],
    ['done', 'commander2同志', new Date(`${effectiveOn}T00:00:00+08:00`).toISOString()],
  )
  await assertEveryRowHasItsChange(database, zone.id)
})

test('one whose project has gone elsewhere before its day is stopped, and says why', async () => {
  const { zone, a, b, projectId, commander, commander2, director, transfer } = await world()
  const effectiveOn = addDays(today, 5)
  const { id } = await proposed(commander, projectId, { ...transfer, effectiveOn })
  await told(agree(commander2, id, b), 204)
  const edits = [{ projectId, field: 'corps', from: a, to: b }]
  await told(director.call('PATCH', '/api/ledger', { edits }))
  await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    carryOutDue(db, zone.id, new Date(`${effectiveOn}T09:30:00+08:00`)),
  )
  const [agreement] = (await cooperationOf(director, projectId)).agreements
  assert.equal(agreement?.state, 'stopped')
  assert.match(agreement?.steps.at(-1)?.note ?? '', /已不在“市北兵团”/)
})

test('a project that moved meanwhile is not handed over by its former corps', async () => {
  const { a, b, projectId, commander, commander2, director, transfer } = await world({ stage: 'signed' })
  const { id } = await proposed(commander, projectId, transfer)
  const edits = [{ projectId, field: 'corps', from: a, to: b }]
  await told(director.call('PATCH', '/api/ledger', { edits }))
  await refused(agree(commander2, id, b), 409, /已不在“市北兵团”/)
  assert.equal(await stateOf(director, projectId), 'proposed')
})

test('as of the day before, the project is with its former corps and nothing was agreed', async () => {
  const before = addDays(today, -2)
  const { a, b, projectId, commander, commander2, transfer } = await world(
    { stage: 'signed' },
    new Date(`${addDays(today, -3)}T10:00:00+08:00`),
  )
  const { id } = await proposed(commander, projectId, transfer)
  await told(agree(commander2, id, b), 204)
  assert.equal((await projectOf(commander, projectId, `?asOf=${before}`))['corps'], a)
  assert.equal((await projectOf(commander, projectId))['corps'], b)
  const then = await cooperationOf(commander, projectId, `?asOf=${before}`)
  assert.deepEqual([then.agreements, then.abilities, then.today], [[], [], before])
  const now = await cooperationOf(commander, projectId, `?asOf=${today}`)
  assert.equal(now.agreements[0]?.state, 'done')
})

test('a merge carries agreements over and gives them back', async () => {
  const { zone, a, b, projectId, commander, commander2, director } = await world({ stage: 'signed' })
  const { id } = await proposed(commander, projectId, { kind: 'joint', shares: halves(a, b) })
  await told(agree(commander2, id, b), 204)
  const kept = await buildProject(database, zone, { stage: 'signed' })
  const { merge } = await mergeOf(director, kept, projectId)
  assert.deepEqual(
    (await cooperationOf(director, kept)).agreements.map((one) => one.id),
    [id],
  )
  await told(director.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true }))
  assert.equal((await cooperationOf(director, kept)).agreements.length, 0)
  assert.equal((await cooperationOf(director, projectId)).agreements[0]?.shares.length, 2)
})

test('a renamed unit keeps in an agreement the name that it had', async () => {
  const { zone, a, b, projectId, commander, commander2, director } = await world({ stage: 'signed' })
  const { id } = await proposed(commander, projectId, { kind: 'joint', shares: halves(a, b) })
  await told(agree(commander2, id, b), 204)
  const act = await told<{ id: string; revision: number }>(
    director.call('POST', '/api/reorganisations', {
      title: '更名',
      effectiveOn: today,
      steps: [{ kind: 'rename', unitId: b, name: '桥南新城兵团' }],
    }),
    201,
  )
  await told(director.call('POST', `/api/reorganisations/${act.id}/confirm`, { revision: act.revision }))
  const [agreement] = (await cooperationOf(director, projectId)).agreements
  assert.equal(agreement?.shares[1]?.unitName, '桥南兵团')
  const next = await proposed(commander, projectId, { kind: 'joint', shares: halves(a, b) })
  assert.equal(next.shares[1]?.unitName, '桥南新城兵团')
  await assertEveryRowHasItsChange(database, zone.id)
})
