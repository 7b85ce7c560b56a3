import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { BatchPlan, ConflictPart } from './batch-plan.ts'
import type { MatchInput } from './input.ts'
import { planBatch } from './plan-batch.ts'
import { anyDemandingInput, anyInput } from './test-arbitraries.ts'
import { bestByForce, fitTogether, meetQuotas, type Option, optionsOf } from './test-brute-force.ts'

/** Whole numbers, so that a sum is the same in any order; places of one area differ too, or ties would hide a fault. */
const worth = (gain: number, areaM2: number, spaces: readonly string[]) =>
  gain - Math.round(areaM2 / 50) + spaces.reduce((sum, id) => sum + (id.charCodeAt(1) % 5), 0)
const options = {
  seed: 1,
  worthOf: (project: { gain: number }, place: { areaM2: number; spaces: string[] }) =>
    worth(project.gain, place.areaM2, place.spaces),
}
const force = (input: MatchInput, mayDrop?: ReadonlySet<string>) => {
  const gains = new Map(input.projects.map(({ id, gain }) => [id, gain]))
  const worthOf = (one: Option) =>
    worth(gains.get(one.project) ?? 0, one.areaM2, [...one.spaces.map(({ id }) => id)])
  return bestByForce(input, worthOf, mayDrop)
}

test('a plan is worth what trying everything finds, never more than its bound, and greedy never beats it', async () => {
  let planned = 0
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const answer = await planBatch(input, options)
      const best = force(input)
      if (best === null) {
        assert.ok(!answer.ok && answer.reason === 'unsolvable')
        return
      }
      assert.ok(answer.ok)
      planned++
      assert.equal(answer.value, best)
      assert.ok(answer.isProven)
      assert.ok(answer.value <= answer.bound)
      assert.ok(answer.bound - answer.value <= 1e-3)
      if (answer.greedy.unmet.length === 0 && hasAllFixed(answer)) assert.ok(answer.greedy.value <= best)
    }),
    { numRuns: 400 },
  )
  assert.ok(planned > 200, `only ${planned} of the inputs had a plan`)
})

const hasAllFixed = ({ placed, greedy }: BatchPlan) =>
  placed.every(({ project, isFixed }) => !isFixed || greedy.placed.some((one) => one.project === project))

test('a plan breaks no rule, no area, no time, no quota and no reservation', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, async (input) => {
      const answer = await planBatch(input, options)
      if (!answer.ok) return
      const chosen = answer.placed.map(({ project: id, place, from, to, isFixed }) => {
        const project = input.projects.find((one) => one.id === id)
        assert.ok(project)
        const all = optionsOf(input, project)
        assert.equal(isFixed, all.isFixed)
        const names = JSON.stringify([...place.spaces].sort())
        const option = all.options.find(
          (one) =>
            one.areaM2 === place.areaM2 && JSON.stringify(one.spaces.map((it) => it.id).sort()) === names,
        )
        assert.ok(option, `${id} on ${names} is no place it may have`)
        assert.equal(from, option.from)
        assert.equal(to ?? '9999-12-31', option.to)
        return option
      })
      const planned = new Set(input.projects.map(({ id }) => id))
      assert.ok(fitTogether(input, chosen, planned))
      assert.ok(meetQuotas(input, chosen, true))
      assert.equal(new Set(chosen.map(({ project }) => project)).size, chosen.length)
      for (const project of input.projects)
        if (optionsOf(input, project).isFixed) assert.ok(chosen.some((one) => one.project === project.id))
    }),
    { numRuns: 300 },
  )
})

test('the same input and seed give the same answer byte for byte, in whatever order it comes', async () => {
  await fc.assert(
    fc.asyncProperty(anyInput, fc.integer({ min: 0, max: 100 }), async (input, seed) => {
      const one = JSON.stringify(await planBatch(input, { seed }))
      assert.equal(JSON.stringify(await planBatch(input, { seed })), one)
      const turned = {
        ...input,
        projects: [...input.projects].reverse(),
        spaces: [...input.spaces].reverse(),
        quotas: [...input.quotas].reverse(),
      }
      assert.equal(JSON.stringify(await planBatch(turned, { seed })), one)
    }),
    { numRuns: 150 },
  )
})

test('what cannot hold together is named, and no more than that', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(anyDemandingInput, async (input) => {
      const answer = await planBatch(input, options)
      if (answer.ok || answer.reason !== 'unsolvable') return
      found++
      assert.ok(answer.conflict.length > 0)
      assert.equal(force(...keeping(input, answer.conflict)), null)
      for (const part of answer.conflict) {
        const rest = answer.conflict.filter((other) => other !== part)
        assert.notEqual(force(...keeping(input, rest)), null)
      }
    }),
    { numRuns: 400 },
  )
  assert.ok(found > 20, `only ${found} of the inputs had none`)
})

function keeping(input: MatchInput, parts: readonly ConflictPart[]): [MatchInput, ReadonlySet<string>] {
  const has = (id: string, side: 'most' | 'least') =>
    parts.some((part) => part.kind === 'quota' && part.quota === id && part.side === side)
  const kept = new Set(parts.flatMap((part) => (part.kind === 'reservation' ? [part.project] : [])))
  const quotas = input.quotas.map((quota) => ({
    ...quota,
    most: has(quota.id, 'most') ? quota.most : null,
    least: has(quota.id, 'least') ? quota.least : null,
  }))
  const dropped = input.projects.map(({ id }) => id).filter((id) => !kept.has(id))
  return [{ ...input, quotas }, new Set(dropped)]
}
