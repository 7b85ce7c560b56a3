import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../../../shared/days.ts'
import { daysOf } from '../../goals/model/progress.ts'
import { type Role, roles, type UnitKind } from '../contract.ts'
import type { Step } from '../reorganisation.ts'
import { type Act, carry, carryAll } from './carry.ts'
import { faults } from './faults.ts'
import { overlaps, type State, sameGoal, samePost, spanWithout, standsOn } from './state.ts'

const unitIds = ['office', 'a', 'b', 'c', 'a1', 'a2', 'b1']
const kinds: UnitKind[] = ['zone_office', 'corps', 'corps', 'corps', 'work_group', 'work_group', 'work_group']
const parents = [null, 'office', 'office', 'office', 'a', 'a', 'b']
const members = ['m1', 'm2', 'm3']
const day = (at: number) => addDays('2022-01-01', at)
const actDay = day(60)

const anyUnit = fc.constantFrom(...unitIds)
const anyName = fc.constantFrom('甲', '乙', '丙', 'a', 'b', 'a1')
const areas = ['t1', 't2', 't3']
const some = <T>(from: T[]) => fc.oneof(fc.constant('all' as const), fc.subarray(from))

const anyState: fc.Arbitrary<State> = fc
  .record({
    posts: fc.array(
      fc.record({
        memberId: fc.constantFrom(...members),
        unitId: anyUnit,
        role: fc.constantFrom<Role>(...roles.slice(0, 2)),
        from: fc.integer({ min: 0, max: 90 }),
        length: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null }),
      }),
      { maxLength: 10 },
    ),
    projects: fc.array(
      fc.record({
        corpsId: fc.constantFrom('a', 'b', 'c', null),
        standing: fc.constantFrom('ongoing', 'lost', 'onHold', 'transferred'),
      }),
      { maxLength: 8 },
    ),
    holdings: fc.array(
      fc.record({
        territoryId: fc.constantFrom(...areas),
        unitId: anyUnit,
        from: fc.integer({ min: 0, max: 90 }),
        length: fc.option(fc.integer({ min: 0, max: 80 }), { nil: null }),
      }),
      { maxLength: 6 },
    ),
    goals: fc.array(
      fc.record({
        unitId: fc.constantFrom('a', 'b', 'c', 'office'),
        measure: fc.constantFrom('signedCount', 'startedCount'),
        period: fc.constantFrom('2022', '2022-Q1', '2022-Q2'),
        value: fc.constantFrom('0', '3', '12.5', '1000000.000001'),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ posts, projects, holdings, goals }) => {
    const state: State = {
      units: new Map(),
      posts: new Map(),
      projects: new Map(),
      holdings: new Map(),
      goals: new Map(),
    }
    holdings.forEach(({ from, length, ...holding }, at) => {
      const toOn = length === null ? null : day(from + length)
      const one = { ...holding, id: `h${at}`, fromOn: day(from), toOn }
      const others = [...state.holdings.values()].filter((other) => other.territoryId === one.territoryId)
      if (!others.some((other) => overlaps(other, one))) state.holdings.set(one.id, one)
    })
    goals.forEach((goal, at) => {
      const one = { ...goal, ...(daysOf(goal.period) ?? assert.fail()), id: `g${at}`, provenance: null }
      if (![...state.goals.values()].some((other) => sameGoal(other, one))) state.goals.set(one.id, one)
    })
    unitIds.forEach((id, at) => {
      const kind = kinds[at] ?? 'corps'
      const parentId = parents[at] ?? null
      state.units.set(id, { id, parentId, kind, name: id, position: at, fromOn: '2020-01-01', toOn: null })
    })
    posts.forEach(({ from, length, ...post }, at) => {
      const one = {
        ...post,
        id: `p${at}`,
        fromOn: day(from),
        toOn: length === null ? null : day(from + length),
      }
      if (![...state.posts.values()].some((other) => samePost(other, one))) state.posts.set(one.id, one)
    })
    for (const [at, project] of projects.entries()) state.projects.set(`j${at}`, { id: `j${at}`, ...project })
    return state
  })

const anyDestination = <T>(word: T) => fc.oneof(fc.constant(word), fc.constant(null), anyUnit)
let serial = 0
const fresh = () => `new${++serial}`
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), unitId: anyUnit, name: anyName }),
  fc.record({
    kind: fc.constant('open' as const),
    unitId: fc.constant('').map(fresh),
    unitKind: fc.constantFrom<UnitKind>('corps', 'work_group'),
    name: anyName,
    parentId: anyUnit,
  }),
  fc.record({ kind: fc.constant('move' as const), unitId: anyUnit, parentId: anyUnit }),
  fc.record({
    kind: fc.constant('hand_over' as const),
    fromId: anyUnit,
    toId: anyUnit,
    members: some(members),
    projects: fc.constantFrom<'all' | string[]>('all', []),
    territories: some(areas),
  }),
  fc.record({
    kind: fc.constant('hand_over' as const),
    fromId: anyUnit,
    toId: fc.constant('leave' as const),
    members: fc.constant<string[]>([]),
    projects: fc.constantFrom<'all' | string[]>('all', []),
    territories: some(areas),
  }),
  fc.record({
    kind: fc.constant('close' as const),
    unitId: anyUnit,
    posts: anyDestination('end' as const),
    projects: anyDestination('leave' as const),
    groups: anyDestination('close' as const),
    territories: anyDestination('leave' as const),
    goals: anyDestination('end' as const),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    unitIds: fc.constantFrom<string[]>(['a', 'b'], ['b', 'a', 'c'], ['a1', 'a2']),
    intoId: fc.oneof(fc.constantFrom('a', 'a1'), fc.constant('').map(fresh)),
    name: anyName,
  }),
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.subarray(['a1', 'a2'])).map(([unitId, groupIds]): Step => {
    const [one, two] = [fresh(), fresh()]
    const none = { memberIds: [], projectIds: [] }
    const parts = [
      { unitId: one, name: '一', groupIds: unitId === 'a' ? groupIds : [], ...none },
      { unitId: two, name: '二', groupIds: [], ...none, territoryIds: [] },
    ]
    return { kind: 'split', unitId, parts, restTo: two }
  }),
)

/** All that can be asked about a day. */
const answers = (state: State, on: string) => ({
  units: [...state.units.values()]
    .filter((unit) => standsOn(unit, on))
    .map(({ id, name, parentId, kind }) => `${id} ${name} ${parentId} ${kind}`)
    .sort(),
  posts: [...state.posts.values()]
    .filter((post) => standsOn(post, on))
    .map(({ memberId, unitId, role }) => `${memberId} ${unitId} ${role}`)
    .sort(),
  territories: [...state.holdings.values()]
    .filter((holding) => standsOn(holding, on))
    .map(({ territoryId, unitId }) => `${territoryId} ${unitId}`)
    .sort(),
  goals: [...state.goals.values()]
    .filter((goal) => standsOn(goal, on))
    .map(({ unitId, measure, period, value }) => `${unitId} ${measure} ${period} ${value}`)
    .sort(),
})
/** What is kept between two days, and so speaks of the days before the act as well. */
const spans = (state: State, on: string) => ({ ...answers(state, on), units: undefined })
const projectsOf = (state: State) =>
  [...state.projects.values()].map(({ id, corpsId, standing }) => `${id} ${corpsId} ${standing}`).sort()

const actOf = (steps: Step[], effectiveOn = actDay): Act => ({ id: 'act', title: '调整', effectiveOn, steps })
const none = () => undefined

/** A post handed over for a day, until one that is held already begins; both end, and the next day all is taken back. */
const overtaken: [State, Step[], number] = [
  {
    units: new Map(
      ['office', 'a', 'b'].map((id, position) => {
        const [kind, parentId] =
          id === 'office' ? (['zone_office', null] as const) : (['corps', 'office'] as const)
        return [id, { id, kind, parentId, name: id, position, fromOn: '2020-01-01', toOn: null }]
      }),
    ),
    posts: new Map(
      [
        { id: 'p0', unitId: 'a', fromOn: day(0) },
        { id: 'p1', unitId: 'b', fromOn: day(61) },
      ].map((post) => [post.id, { ...post, memberId: 'm2', role: 'commander', toOn: null }]),
    ),
    projects: new Map(),
    holdings: new Map(),
    goals: new Map(),
  },
  [
    { kind: 'hand_over', fromId: 'a', toId: 'b', members: 'all', projects: 'all' },
    { kind: 'close', unitId: 'b', posts: 'end', projects: null, groups: 'office' },
  ],
  1,
]

test('taking back what any act did restores every answer from then on, and leaves those before', () => {
  let took = 0
  const run = (state: State, steps: Step[], later: number) => {
    const done = carry(state, actOf(steps), none, fresh)
    if (done.faults.length > 0) return
    took++
    for (let at = 0; at < 60; at += 3) assert.deepEqual(spans(done.state, day(at)), spans(state, day(at)))
    const backOn = addDays(actDay, later)
    const back = carry(
      done.state,
      actOf([{ kind: 'reverse', reorganisationId: 'act' }], backOn),
      () => ({ title: '', moves: done.moves }),
      fresh,
    )
    // What has run its time by then needs no taking back.
    assert.deepEqual(
      back.faults.filter(({ zh }) => zh !== faults.nothing.zh),
      [],
    )
    for (let at = 60 + later; at < 180; at += 5)
      assert.deepEqual(answers(back.state, day(at)), answers(state, day(at)))
    for (let at = 0; at < 60; at += 3) assert.deepEqual(spans(back.state, day(at)), spans(state, day(at)))
    assert.deepEqual(projectsOf(back.state), projectsOf(state))
  }
  fc.assert(
    fc.property(
      anyState,
      fc.array(anyStep, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 40 }),
      run,
    ),
    { numRuns: 4000, examples: [overtaken] },
  )
  assert.ok(took > 400, `only ${took} acts could be carried out`)
})

test('an act never leaves a cycle, a unit under a closed one, a post held twice or in a closed unit, or a name twice', () => {
  fc.assert(
    fc.property(anyState, fc.array(anyStep, { minLength: 1, maxLength: 4 }), (before, steps) => {
      const { state, faults } = carry(before, actOf(steps), none, fresh)
      if (faults.length > 0) return
      const standing = [...state.units.values()].filter((unit) => standsOn(unit, actDay))
      for (const unit of standing) {
        const seen = new Set<string>()
        for (let at: string | null = unit.id; at !== null; at = state.units.get(at)?.parentId ?? null) {
          assert.ok(!seen.has(at), 'cycle')
          seen.add(at)
          const one = state.units.get(at)
          assert.ok(one && standsOn(one, actDay), 'under a closed unit')
        }
      }
      const names = standing.map((unit) => `${unit.parentId} ${unit.name}`)
      assert.equal(new Set(names).size, names.length)
      const posts = [...state.posts.values()]
      for (const post of posts) {
        assert.ok(post.toOn === null || post.toOn >= post.fromOn)
        assert.ok(!posts.some((other) => other !== post && samePost(other, post)), 'held twice')
        const unit = state.units.get(post.unitId)
        if (post.toOn === null || post.toOn >= actDay) assert.ok(unit && standsOn(unit, actDay))
      }
      const holdings = [...state.holdings.values()]
      for (const one of holdings) {
        assert.ok(one.toOn === null || one.toOn >= one.fromOn)
        const others = holdings.filter((other) => other !== one && other.territoryId === one.territoryId)
        assert.ok(!others.some((other) => overlaps(other, one)), 'an area held by two')
        const unit = state.units.get(one.unitId)
        if (one.toOn === null || one.toOn >= actDay) assert.ok(unit && standsOn(unit, actDay))
      }
      const goals = [...state.goals.values()]
      for (const one of goals) {
        assert.ok(one.toOn >= one.fromOn)
        assert.ok(!goals.some((other) => other !== one && sameGoal(other, one)), 'two goals for one thing')
        const unit = state.units.get(one.unitId)
        if (one.toOn >= actDay) assert.ok(unit && standsOn(unit, actDay))
      }
      for (const { corpsId } of state.projects.values())
        assert.ok(corpsId === null || standing.some((unit) => unit.id === corpsId && unit.kind === 'corps'))
    }),
    { numRuns: 2000 },
  )
})

test('the state given stays as it is, and acts follow one another by their days', () => {
  const [state] = fc.sample(anyState, { numRuns: 1, seed: 7 })
  assert.ok(state)
  const units = [...state.units.values()].map((unit) => ({ ...unit }))
  const rename = (id: string, on: string, name: string): Act => ({
    id,
    title: name,
    effectiveOn: on,
    steps: [{ kind: 'rename', unitId: 'a', name }],
  })
  const acts = [rename('2', day(80), '乙'), rename('1', day(70), '甲')]
  assert.equal(carryAll(state, acts, none, fresh).state.units.get('a')?.name, '乙')
  assert.deepEqual([...state.units.values()], units)
  const { failed } = carryAll(state, [rename('1', day(70), '甲'), rename('2', day(80), '甲')], none, fresh)
  assert.equal(failed?.act.id, '2')
})

test('merged corps have their goals together, exactly; those of a split or closed one end unless another takes them', () => {
  const goal = (id: string, unitId: string, value: string, period = '2022') => ({
    ...{ id, unitId, value, period, measure: 'signedInvestment', provenance: null },
    ...(daysOf(period) ?? assert.fail()),
  })
  const [before] = fc.sample(
    anyState.map((state) => ({
      ...state,
      posts: new Map(),
      projects: new Map(),
      goals: new Map(
        [goal('1', 'a', '100000.1'), goal('2', 'b', '0.2'), goal('3', 'b', '7', '2023')].map((one) => [
          one.id,
          one,
        ]),
      ),
    })),
    { numRuns: 1, seed: 3 },
  )
  assert.ok(before)
  const goalsAfter = (steps: Step[], on: string) => {
    const { state, faults } = carry(before, actOf(steps), none, fresh)
    assert.deepEqual(faults, [])
    return answers(state, on).goals
  }
  const merge: Step[] = [{ kind: 'merge', unitIds: ['a', 'b'], intoId: 'a' }]
  assert.deepEqual(goalsAfter(merge, day(59)), answers(before, day(59)).goals)
  assert.deepEqual(goalsAfter(merge, actDay), ['a signedInvestment 2022 100000.3'])
  assert.deepEqual(goalsAfter(merge, '2023-03-01'), ['a signedInvestment 2023 7'])
  const close = (goals: string | undefined): Step[] => [
    {
      kind: 'close',
      unitId: 'b',
      posts: 'end',
      projects: null,
      groups: 'close',
      territories: 'leave',
      goals,
    },
  ]
  assert.deepEqual(goalsAfter(close('c'), actDay), [
    'a signedInvestment 2022 100000.1',
    'c signedInvestment 2022 0.2',
  ])
  assert.deepEqual(goalsAfter(close(undefined), actDay), ['a signedInvestment 2022 100000.1'])
})

test('a span without others keeps the days that none of them has', () => {
  const span = (from: string, to: string | null) => ({ fromOn: from, toOn: to })
  assert.deepEqual(spanWithout(span('2022-01-01', null), [span('2022-02-01', '2022-02-28')]), [
    span('2022-01-01', '2022-01-31'),
    span('2022-03-01', null),
  ])
  assert.deepEqual(spanWithout(span('2022-02-01', '2022-02-10'), [span('2022-01-01', null)]), [])
})
