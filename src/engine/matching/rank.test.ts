import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueOf } from './catalogue.ts'
import { usualLimits } from './catalogue-limits.ts'
import { contradictionsOf } from './contradictions.ts'
import { planBatch } from './plan-batch.ts'
import type { Need } from './project.ts'
import { rankPlaces } from './rank.ts'
import type { LimitRule, Rule } from './rule.ts'
import type { Space } from './space.ts'
import { anInput, aParcel, aProject, aRoom, areaFit } from './test-zone.ts'

const taxRule: LimitRule = {
  id: 'tax',
  on: 'project',
  indicator: 'tax',
  isPerMu: true,
  unit: '万元/亩',
  projects: null,
  spaces: null,
  op: 'atLeast',
  value: 30,
}

test('places are single spaces, parts, two or three neighbours, and rooms of one floor', () => {
  const spaces = [
    aParcel('A', 1000, { neighbours: [{ id: 'B', borderM: 40 }] }),
    aParcel('B', 1000, { neighbours: [{ id: 'C', borderM: 40 }] }),
    aParcel('C', 1000, { neighbours: [{ id: 'A', borderM: 5 }] }),
    aRoom('R1', 100),
    aRoom('R2', 100),
    aRoom('R3', 100, { floor: 'A-2' }),
  ]
  const names = catalogueOf(spaces).wholes.map((place) => place.spaces.map(({ id }) => id).join('+'))
  assert.deepEqual(names.sort(), ['A', 'A+B', 'A+B+C', 'B', 'B+C', 'C', 'R1', 'R1+R2', 'R2', 'R3'])
  const few = catalogueOf(spaces, { ...usualLimits, mostJoins: 1, mostOnFloor: 0 })
  assert.deepEqual(few.leftOut, { joins: 2, rooms: 1 })
})

test('what is left of a parcel is never less than its least part', async () => {
  const parcel = aParcel('A', 2250, { leastPartM2: 500 })
  const three = ['1', '2', '3'].map((id) => aProject(id, { areaM2: 750, leastM2: 750, mostM2: 750 }))
  const plan = await planBatch(anInput({ projects: three, spaces: [parcel] }), { seed: 1 })
  assert.ok(plan.ok)
  // Two leave 750; a third would leave nothing.
  assert.equal(plan.placed.length, 2)
})

test('each check tells what is required, offered and missing, and a missing figure is unknown', () => {
  const catalogue = catalogueOf([aParcel('A', 2000 / 3), aParcel('B', 1000), aParcel('C', 1100)])
  const project = aProject('P', {}, { figures: { tax: 27 } })
  const { ranked } = rankPlaces(project, catalogue, [taxRule], [areaFit])
  assert.deepEqual(
    ranked.map(({ place, standing }) => [place.spaces[0], standing]),
    [
      ['A', 'fail'],
      ['B', 'fail'],
      ['C', 'fail'],
    ],
    'a sixth short of its area is nearer than two fifths short of its tax',
  )
  const tax = ranked[1]?.checks.find(({ rule }) => rule === 'tax')
  assert.deepEqual(tax, {
    rule: 'tax',
    standing: 'fail',
    required: 30,
    offered: 18,
    difference: 12,
    unit: '万元/亩',
  })
  const unknown = rankPlaces({ ...project, figures: { tax: null } }, catalogue, [taxRule], [areaFit])
  assert.equal(unknown.ranked[0]?.standing, 'unknown')
})

test('a place of which something is unknown is planned with only where that is asked for', async () => {
  const input = anInput({ projects: [aProject('P')], spaces: [aParcel('A', 1000)], rules: [taxRule] })
  const strict = await planBatch(input, { seed: 1 })
  assert.ok(strict.ok)
  assert.deepEqual(strict.placed, [])
  assert.deepEqual(strict.leftOut[0]?.conflict, ['tax'])
  const open = await planBatch({ ...input, acceptUnknown: true }, { seed: 1 })
  assert.ok(open.ok)
  assert.deepEqual(
    open.placed[0]?.checks.map(({ rule, standing }) => [rule, standing]),
    [['tax', 'unknown']],
  )
})

test('the second place says what it loses to the first, the weightiest first', () => {
  const catalogue = catalogueOf([
    aParcel('near', 1150, { position: [0, 100] }),
    aParcel('far', 1000, { position: [0, 4000] }),
  ])
  const chain = { id: 'chain', kind: 'partners', weight: 3, zero: 5000, one: 0 } as const
  const { ranked } = rankPlaces(aProject('P', {}, { partners: [[0, 0]] }), catalogue, [], [areaFit, chain])
  assert.deepEqual(
    ranked.map(({ place }) => place.spaces[0]),
    ['near', 'far'],
  )
  const [chainLoss, areaGain] = ranked[1]?.behind ?? []
  assert.equal(chainLoss?.criterion, 'chain')
  assert.equal(chainLoss?.worse.figure, 4000)
  assert.ok((chainLoss?.points ?? 0) > 0 && (areaGain?.points ?? 0) < 0)
})

test('rules that nothing can meet together are named, and two units of one figure are refused', async () => {
  const most: LimitRule = { ...taxRule, id: 'most', op: 'atMost', value: 20 }
  const elsewhere: LimitRule = { ...most, id: 'elsewhere', spaces: ['A'] }
  const there: LimitRule = { ...taxRule, id: 'there', spaces: ['B'] }
  assert.deepEqual(contradictionsOf([taxRule, most]), [
    { indicator: 'tax', rules: ['tax', 'most'], kind: 'limits' },
  ])
  assert.deepEqual(contradictionsOf([elsewhere, there]), [])
  const answer = await planBatch(anInput({ rules: [taxRule, { ...most, unit: '元/㎡' }] }), { seed: 1 })
  assert.ok(!answer.ok && answer.reason === 'faults')
  assert.equal(answer.faults[0]?.code, 'units')
})

test('a project left out is told who has its place, what a rule would have to give, and its rules that exclude', async () => {
  const input = anInput({
    spaces: [aParcel('A', 1000), aParcel('B', 700)],
    projects: [
      aProject('strong', {}, { gain: 200 }),
      aProject('weak', {}, { gain: 50 }),
      aProject('none', { leastM2: 5000, mostM2: 6000, areaM2: 5500 }),
    ],
  })
  const plan = await planBatch(input, { seed: 1 })
  assert.ok(plan.ok)
  const weak = plan.leftOut.find(({ project }) => project === 'weak')
  assert.equal(weak?.reason, 'contended')
  assert.deepEqual(weak?.contended[0]?.spaces, [{ space: 'A', projects: ['strong'], isTakenByOthers: false }])
  assert.equal(weak?.contended[0]?.loss, 150)
  assert.equal(weak?.relax[0]?.place.spaces[0], 'B')
  assert.equal(weak?.relax[0]?.changes[0]?.rule, 'need.areaLeast')
  assert.equal(weak?.relax[0]?.changes[0]?.difference, 100)
  const none = plan.leftOut.find(({ project }) => project === 'none')
  assert.deepEqual([none?.reason, none?.conflict], ['noPlace', ['need.areaLeast']])
  // The weak one would take the place at 50: so much a second one is worth, at least.
  assert.equal(plan.binding.spaces[0]?.space, 'A')
  assert.ok((plan.binding.spaces[0]?.price ?? 0) >= 50)
})

test('the way in is the place that comes nearest, not the one that breaks the fewest rules', async () => {
  const only = async (spaces: Space[], need: Partial<Need> = {}, rules: Rule[] = []) => {
    const area = { leastM2: 16_000, areaM2: 20_000, mostM2: 30_000 }
    const project = aProject('P', { kinds: ['parcel', 'room'], ...area, ...need })
    const plan = await planBatch(anInput({ projects: [project], spaces, rules }), { seed: 1 })
    assert.ok(plan.ok)
    const [way] = plan.leftOut[0]?.relax ?? []
    return [way?.place.spaces.join('+'), way?.changes.map(({ rule, difference }) => [rule, difference])]
  }
  const room = aRoom('R', 50)
  const strict = { ...taxRule, isPerMu: false, spaces: ['A'] }
  // A room of 50 ㎡ breaks one rule, the parcel two, and each of these by little.
  assert.deepEqual(await only([room, aParcel('A', 15_000)], {}, [{ ...strict, indicator: 'share' }]), [
    'A',
    [
      ['need.areaLeast', 1000],
      ['tax', null],
    ],
  ])
  assert.deepEqual(await only([room, aParcel('A', 33_000)]), ['A', [['need.areaMost', 3000]]])
  // Two neighbours together are nearer than each alone, though their area is not what it should be either.
  const side = { neighbours: [{ id: 'B', borderM: 50 }] }
  assert.deepEqual(await only([room, aParcel('A', 7_500, side), aParcel('B', 7_500)]), [
    'A+B',
    [['need.areaLeast', 1000]],
  ])
  // A week late is nearer than half the area; three years are not.
  const at = (readyOn: string) =>
    only([aParcel('A', 9_000), aParcel('B', 20_000, { readyOn })], { latestOn: '2026-03-01' })
  assert.deepEqual((await at('2026-03-08'))[0], 'B')
  assert.deepEqual((await at('2029-03-08'))[0], 'A')
})
