import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planBatch } from './plan-batch.ts'
import { planInWorker } from './plan-in-worker.ts'
import type { Progress } from './run.ts'
import { anInput, aParcel, aProject, areaFit } from './test-zone.ts'

const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length

const count = 60
const busy = anInput({
  projects: Array.from({ length: count }, (_, at) =>
    aProject(`P${at}`, { areaM2: 900 + at, mostM2: 3000 }, { gain: 100 + ((at * 37) % 50) }),
  ),
  spaces: Array.from({ length: count }, (_, at) =>
    aParcel(`S${at}`, 1000 + 40 * (at % 30), {
      leastPartM2: at % 2 === 0 ? 100 : null,
      neighbours: [{ id: `S${at + 1}`, borderM: 50 }],
    }),
  ),
  criteria: [areaFit],
})

test('a thread gives the same answer, tells how far it is, and is gone', async () => {
  const before = threads()
  const told: Progress[] = []
  const answer = await planInWorker(busy, { seed: 4, gap: 0.01, onProgress: (one) => told.push(one) })
  assert.deepEqual(answer, await planBatch(busy, { seed: 4, gap: 0.01 }))
  assert.ok(answer.ok)
  assert.deepEqual(
    ['places', 'relaxation', 'reasons'].filter((phase) => !told.some((one) => one.phase === phase)),
    [],
  )
  for (const { bound, best } of told)
    if (bound !== null && best !== null) assert.ok(best <= bound + 1e-6 && bound >= answer.value - 1e-6)
  assert.equal(threads(), before)
})

test('a run that is cancelled rejects with the reason and leaves no thread', async () => {
  const before = threads()
  const stop = new AbortController()
  const reason = new Error('no longer wanted')
  let toldAfter = 0
  const running = planInWorker(busy, {
    seed: 4,
    signal: stop.signal,
    onProgress: ({ phase }) => {
      if (stop.signal.aborted) toldAfter++
      if (phase === 'relaxation') stop.abort(reason)
    },
  })
  await assert.rejects(running, reason)
  assert.equal(threads(), before)
  assert.equal(toldAfter, 0)
  await assert.rejects(planInWorker(busy, { seed: 4, signal: stop.signal }), reason)
})
