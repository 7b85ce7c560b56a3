import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import fc from 'fast-check'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import { addDays, type Day } from '../../shared/days.ts'
import type { Member } from './contract.ts'
import { faults } from './model/faults.ts'
import type { Holdings, OrganisationOn, Preview, Reorganisation, Step } from './reorganisation.ts'

let today: Day = '2022-03-01'
const setDay = (day: Day) => {
  today = day
  mock.timers.setTime(Date.parse(`${day}T09:00:00+08:00`))
}
mock.timers.enable({ apis: ['Date'] })
setDay(today)
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-any-reorganisation-')))
after(async () => {
  await app.close()
  await database.close()
})

/** Units by the letters that random acts speak of. */
const letters = ['office', 'a', 'b', 'c', 'a1', 'a2', 'b1'] as const
type Letter = (typeof letters)[number]
type World = { zoneId: string; director: Caller; enter: () => Promise<Caller>; ids: Record<Letter, string> }

const anyUnit = fc.constantFrom(...letters)
const anyCorps = fc.constantFrom<Letter>('a', 'b', 'c')
const anyOrganisation = fc.record({
  posts: fc.array(
    fc.record({
      login: fc.constantFrom('officer', 'promoter', 'commander2'),
      unit: fc.constantFrom<Letter>('b', 'c', 'a1', 'a2', 'b1'),
      role: fc.constantFrom('officer', 'promoter'),
      from: fc.integer({ min: -20, max: 5 }),
      length: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    }),
    { maxLength: 4 },
  ),
  projects: fc.array(fc.option(anyCorps, { nil: null }), { minLength: 1, maxLength: 5 }),
})
type Told = (ids: Record<Letter, string>) => Step
const destination = <T>(word: T) => fc.oneof(fc.constant(word), anyCorps, fc.constant(null))
const idOr = <T>(ids: Record<Letter, string>, at: T | Letter) => (ids[at as Letter] ?? at) as T | string
const anyStep: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(anyUnit, fc.constantFrom('甲', '乙', '市北兵团')).map(
    ([unit, name]): Told =>
      (ids) => ({ kind: 'rename', unitId: ids[unit], name }),
  ),
  fc
    .tuple(
      fc.uuid(),
      fc.constantFrom('corps' as const, 'work_group' as const),
      anyUnit,
      fc.constantFrom('新设', '甲'),
    )
    .map(
      ([unitId, unitKind, parent, name]): Told =>
        (ids) => ({ kind: 'open', unitId, unitKind, name, parentId: ids[parent] }),
    ),
  fc.tuple(anyUnit, anyUnit).map(
    ([unit, parent]): Told =>
      (ids) => ({ kind: 'move', unitId: ids[unit], parentId: ids[parent] }),
  ),
  fc.tuple(anyCorps, anyCorps, fc.boolean()).map(
    ([from, to, all]): Told =>
      (ids) => ({
        kind: 'hand_over',
        fromId: ids[from],
        toId: ids[to],
        members: all ? 'all' : [],
        projects: 'all',
      }),
  ),
  fc
    .tuple(
      anyCorps,
      destination('end' as const),
      destination('leave' as const),
      destination('close' as const),
    )
    .map(
      ([unit, posts, projects, groups]): Told =>
        (ids) => ({
          kind: 'close',
          unitId: ids[unit],
          posts: idOr(ids, posts),
          projects: idOr(ids, projects),
          groups: idOr(ids, groups),
        }),
    ),
  fc.tuple(fc.subarray<Letter>(['a', 'b', 'c'], { minLength: 2 }), fc.option(fc.uuid(), { nil: null })).map(
    ([units, fresh]): Told =>
      (ids) => ({
        kind: 'merge',
        unitIds: units.map((unit) => ids[unit]),
        intoId: fresh ?? ids[units[0] ?? 'a'],
        name: '合并兵团',
      }),
  ),
  fc.tuple(anyCorps, fc.uuid(), fc.uuid()).map(
    ([unit, one, two]): Told =>
      (ids) => {
        const nothing = { groupIds: [], memberIds: [], projectIds: [] }
        const parts = [
          { unitId: one, name: '一部', ...nothing },
          { unitId: two, name: '二部', ...nothing },
        ]
        return { kind: 'split', unitId: ids[unit], parts, restTo: two }
      },
  ),
)

async function found({ posts, projects }: Organisation): Promise<World> {
  const zone = await buildZone(database)
  const enter = () => signIn(app, zone, 'director')
  const director = await enter()
  const { items } = (await director.call('GET', '/api/units')).json<{
    items: { id: string; kind: string }[]
  }>()
  const office = items.find((unit) => unit.kind === 'zone_office')?.id ?? assert.fail()
  const ids: Record<Letter, string> = {
    office,
    ...zone.corps,
    c: crypto.randomUUID(),
    a1: crypto.randomUUID(),
    a2: crypto.randomUUID(),
    b1: crypto.randomUUID(),
  }
  const open = (unit: Letter, parent: Letter, name: string): Step => ({
    kind: 'open',
    unitId: ids[unit],
    unitKind: unit === 'c' ? 'corps' : 'work_group',
    name,
    parentId: ids[parent],
  })
  const opened = await act(director, today, [
    open('c', 'office', '科技城兵团'),
    open('a1', 'a', '招商组'),
    open('a2', 'a', '服务组'),
    open('b1', 'b', '招商组'),
  ])
  await confirm(director, opened, 200)
  const security = await signIn(app, zone, 'security')
  for (const { login, unit, role, from, length } of posts) {
    const fromOn = addDays(today, from)
    const toOn = length === null ? null : addDays(fromOn, length)
    // One that overlaps itself is refused, and then there is one less.
    await security.call('POST', '/api/posts', {
      memberId: zone.memberIds[login],
      unitId: ids[unit],
      role,
      fromOn,
      toOn,
    })
  }
  for (const corps of projects) {
    const id = await buildProject(database, zone, corps ? { corps: ids[corps] } : {})
    const edit = { projectId: id, field: 'corps', from: ids.a, to: null }
    if (corps === null) await director.call('PATCH', '/api/ledger', { edits: [edit] })
  }
  return { zoneId: zone.id, director, enter, ids }
}
type Organisation = { posts: readonly RandomPost[]; projects: readonly (Letter | null)[] }
type RandomAct = { steps: readonly Told[]; wait: number; later: number }
type RandomPost = { login: string; unit: Letter; role: string; from: number; length: number | null }

async function act(who: Caller, effectiveOn: Day, steps: readonly Step[]): Promise<Reorganisation> {
  const response = await who.call('POST', '/api/reorganisations', { title: '任意调整', effectiveOn, steps })
  assert.equal(response.statusCode, 201, response.body)
  return response.json()
}
async function confirm(
  who: Caller,
  { id, revision }: Reorganisation,
  status: number,
): Promise<Reorganisation> {
  const response = await who.call('POST', `/api/reorganisations/${id}/confirm`, { revision })
  assert.equal(response.statusCode, status, response.body)
  return response.json()
}
const faultsOf = async (who: Caller, { id }: Reorganisation) =>
  (await who.call('GET', `/api/reorganisations/${id}/preview`)).json<Preview>().faults

/** Every answer about organisation, people and ledger: of now, or as of a day. */
async function answersNow(who: Caller, asOf?: Day): Promise<unknown[]> {
  const paths = [
    '/api/units',
    '/api/members',
    '/api/ledger?sort=name',
    '/api/ledger/totals',
    '/api/ledger/groups?by=corps',
    '/api/ledger/groups?by=standing',
  ]
  const told: unknown[] = []
  for (const path of paths) {
    const url = asOf ? `${path}${path.includes('?') ? '&' : '?'}asOf=${asOf}` : path
    const response = await who.call('GET', url)
    assert.equal(response.statusCode, 200, `${url}: ${response.body}`)
    // What one may do now, and may not in the past, is no record.
    told.push(JSON.parse(response.body, (key, value) => (key === 'abilities' ? undefined : value)))
  }
  return told
}

/** The organisation of a day as people read it: each unit under its parent, who is in it as what, its projects. */
async function organisationOn(who: Caller, on: Day): Promise<string[]> {
  const response = await who.call('GET', `/api/organisation?on=${on}`)
  assert.equal(response.statusCode, 200, response.body)
  const { items, withoutCorps } = response.json<OrganisationOn>()
  const lines = [`无兵团 ${withoutCorps}`]
  for (const unit of items) {
    const held = (await who.call('GET', `/api/organisation/${unit.id}?on=${on}`)).json<Holdings>()
    assert.equal(new Set(held.posts.map((post) => post.memberId)).size, unit.people)
    assert.equal(held.projects?.length, unit.projects)
    const posts = held.posts.map(({ member, role }) => `${member} ${role}`).sort()
    const projects = held.projects?.map(({ name }) => name).sort()
    lines.push(
      `${unit.parentId} / ${unit.id} ${unit.name} ${unit.kind}: ${posts.join('、')} | ${projects?.join('、')}`,
    )
  }
  return lines.sort()
}

/** What remains the same when all was taken back: posts that began anew have another number and first day. */
async function standing({ director }: World) {
  const { items } = (await director.call('GET', '/api/members')).json<{ items: Member[] }>()
  const inOffice = items.map(({ login, posts }) => [
    login,
    posts
      .filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today))
      .map(({ unitId, role }) => `${unitId} ${role}`)
      .sort(),
  ])
  const ledger = (await director.call('GET', '/api/ledger?sort=name')).json<{
    items: Record<string, string>[]
  }>()
  const groups = (await director.call('GET', '/api/ledger/groups?by=corps')).json<unknown>()
  const open = (await director.call('GET', '/api/units'))
    .json<{ items: { id: string; name: string; parentId: string; toOn: string | null }[] }>()
    .items.filter(({ toOn }) => toOn === null || toOn >= today)
    .map(({ id, name, parentId }) => `${parentId} / ${id} ${name}`)
    .sort()
  return {
    inOffice,
    ledger: ledger.items.map(({ name, corps, standing: state }) => [name, corps ?? null, state]),
    groups,
    open,
  }
}

/** One that can surely be carried out: two corps become one, with its people and projects. */
const surely: [Organisation, RandomAct[]] = [
  {
    posts: [{ login: 'promoter', unit: 'b1', role: 'officer', from: -3, length: 30 }],
    projects: ['a', 'b', null],
  },
  [
    {
      steps: [
        (ids) => ({ kind: 'merge', unitIds: [ids.a, ids.b], intoId: ids.b, name: '合并兵团' }),
        (ids) => ({ kind: 'move', unitId: ids.a2, parentId: ids.c }),
      ],
      wait: 10,
      later: 7,
    },
  ],
]

let undone = 0
let reversed = 0

test('whatever is reorganised: undone before its day, or carried out and reversed, every former answer is back, and days before it keep theirs', async () => {
  const run = async (organisation: Organisation, acts: readonly RandomAct[]) => {
    const world = await found(organisation)
    for (const { steps, wait, later } of acts) {
      const { director, ids } = world
      const start = today
      const effective = addDays(start, wait)
      const days = [start, addDays(effective, -1), effective]
      const former = await answersNow(director)
      const formerDays = await Promise.all(days.map((day) => organisationOn(director, day)))

      const draft = await act(
        director,
        effective,
        steps.map((step) => step(ids)),
      )
      if ((await faultsOf(director, draft)).length > 0) {
        await confirm(director, draft, 409)
        await director.call('DELETE', `/api/reorganisations/${draft.id}`)
        assert.deepEqual(await answersNow(director), former)
        continue
      }
      const confirmed = await confirm(director, draft, 200)
      assert.deepEqual(await answersNow(director), former, 'confirmed, and its day not come')
      assert.deepEqual(await organisationOn(director, addDays(effective, -1)), formerDays[1])
      const planned = await organisationOn(director, effective)
      const undo = await director.call('POST', `/api/reorganisations/${draft.id}/undo`, {
        revision: confirmed.revision,
      })
      assert.equal(undo.statusCode, 200, undo.body)
      undone++
      assert.deepEqual(await answersNow(director), former, 'undone before its day')
      assert.deepEqual(await Promise.all(days.map((day) => organisationOn(director, day))), formerDays)

      await confirm(
        director,
        await act(
          director,
          effective,
          steps.map((step) => step(ids)),
        ),
        200,
      )
      setDay(addDays(effective, -1))
      world.director = await world.enter()
      const before = await standing(world)
      const [eve, dayBefore] = [today, await answersNow(world.director)]
      setDay(effective)
      world.director = await world.enter()
      assert.deepEqual(await organisationOn(world.director, effective), planned, 'as previewed for its day')
      assert.deepEqual(
        await organisationOn(world.director, eve),
        formerDays[1],
        'the day before keeps its side',
      )
      assert.deepEqual(await answersNow(world.director, eve), dayBefore, 'as of the day before')

      const { items } = (await world.director.call('GET', '/api/reorganisations')).json<{
        items: Reorganisation[]
      }>()
      const done =
        items.find((one) => one.status === 'done' && one.effectiveOn === effective) ?? assert.fail('not done')
      const backOn = addDays(effective, later)
      const response = await world.director.call('POST', `/api/reorganisations/${done.id}/reversal`, {
        title: '恢复',
        effectiveOn: backOn,
      })
      const reversal = response.json<Reorganisation>()
      const wrong = await faultsOf(world.director, reversal)
      if (wrong.length > 0) {
        // All that it moved has run its time.
        assert.deepEqual(
          wrong.map((fault) => fault.message),
          [faults.nothing.zh],
        )
        continue
      }
      const side = await answersNow(world.director)
      await confirm(world.director, reversal, 200)
      setDay(backOn)
      world.director = await world.enter()
      reversed++
      assert.deepEqual(
        await standing(world),
        await withoutWhatRanOut(world, before, eve),
        'carried out and reversed',
      )
      assert.deepEqual(await organisationOn(world.director, eve), formerDays[1])
      if (later > 0) assert.deepEqual(await answersNow(world.director, addDays(backOn, -1)), side)
    }
    await assertEveryRowHasItsChange(database, world.zoneId)
  }
  await fc.assert(
    fc.asyncProperty(
      anyOrganisation,
      fc.array(
        fc.record({
          steps: fc.array(anyStep, { minLength: 1, maxLength: 2 }),
          wait: fc.integer({ min: 1, max: 20 }),
          later: fc.integer({ min: 0, max: 20 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      run,
    ),
    { numRuns: 5, endOnFailure: true, examples: [surely] },
  )
  assert.ok(undone > 0 && reversed > 0)
})

/** Posts end and begin by themselves as days go by: what stood on the eve is compared as of the day of return. */
async function withoutWhatRanOut(
  world: World,
  before: Awaited<ReturnType<typeof standing>>,
  eve: Day,
): Promise<Awaited<ReturnType<typeof standing>>> {
  const { items } = (await world.director.call('GET', `/api/members?asOf=${eve}`)).json<{ items: Member[] }>()
  const inOffice = items.map(({ login, posts }) => [
    login,
    posts
      .filter(({ fromOn, toOn }) => fromOn <= today && (toOn === null || toOn >= today))
      .map(({ unitId, role }) => `${unitId} ${role}`)
      .sort(),
  ])
  return { ...before, inOffice }
}
