import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { fileOf } from '../fixtures/small-book.ts'
import { insertAt, lightPolyline, smallDxf } from '../fixtures/small-dxf.ts'
import { ringsRecord, shpFile } from '../fixtures/small-shp.ts'
import { readDrawing, UnreadableFile } from './read-drawing.ts'
import { readDrawingInWorker } from './read-drawing-in-worker.ts'

const square = (at: number) => [[at, 0], [at, 1], [at + 1, 1], [at + 1, 0], [at, 0]] // biome-ignore format: in one line
const hole = (at: number) => [[at + 0.2, 0.2], [at + 0.8, 0.2], [at + 0.5, 0.8], [at + 0.2, 0.2]] // biome-ignore format: in one line

test('the thread answers what reading here answers', async () => {
  const records = Array.from({ length: 20_000 }, (_, index) =>
    ringsRecord(index % 3 === 0 ? [square(index), hole(index), square(-index - 5)] : [square(index)]),
  )
  const features = Array.from({ length: 3_000 }, (_, index) => ({
    type: 'Feature',
    properties: { 名称: `地块${index}`, 用途: '工业用地', 说明: '长'.repeat(index % 500) },
    geometry: { type: 'Polygon', coordinates: [square(index)] },
  }))
  const files = [
    shpFile(records),
    JSON.stringify({ type: 'FeatureCollection', features, crs: 'EPSG:4528' }),
    '{"type":"Point"}',
  ]
  for (const content of files) {
    const path = await fileOf(content)
    // The difference of two large drawings takes minutes to print.
    assert.ok(isDeepStrictEqual(await readDrawingInWorker(path, '甲.x'), await readDrawing(path, '甲.x')))
  }
})

test('a million points pass, and the server goes on meanwhile', async () => {
  const ring = Array.from({ length: 1_000_000 }, (_, index) => [index, index % 7])
  const path = await fileOf(shpFile([ringsRecord([ring])]))
  ring.length = 0
  let longest = 0
  let before = performance.now()
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - before)
    before = performance.now()
  }, 5)
  const { shapes } = await readDrawingInWorker(path, '大.shp')
  clearInterval(clock)
  assert.equal(shapes[0]?.surfaces[0]?.[0]?.length, 1_000_000)
  assert.deepEqual(shapes[0]?.surfaces[0]?.[0]?.at(-1), [999_999, 999_999 % 7])
  assert.ok(longest < 500, `${Math.round(longest)} ms`)
})

test('a refusal keeps its code and details', async () => {
  const path = await fileOf(shpFile([ringsRecord([square(0)])]))
  await assert.rejects(readDrawingInWorker(path, 'a.shp', { limits: { points: 3 } }), (error) => {
    assert.ok(error instanceof UnreadableFile)
    assert.deepEqual([error.code, error.details], ['too_many_points', { limit: 3 }])
    return true
  })
  await assert.rejects(
    readDrawingInWorker('/nowhere/at/all', 'a'),
    (error) => !(error instanceof UnreadableFile),
  )
})

const many = async () =>
  fileOf(shpFile(Array.from({ length: 200_000 }, (_, index) => ringsRecord([square(index)]))))

test('out of memory in the thread is a refusal here', async () => {
  await assert.rejects(readDrawingInWorker(await many(), 'a.shp', { maxHeapMb: 30 }), {
    name: 'UnreadableFile',
    code: 'too_many_points',
    details: { heapMb: 30 },
  })
})

/** Blocks that insert each other keep a reader busy for seconds. */
const busy = () => {
  const self = Array.from({ length: 10 }, () => insertAt('B', 1, 1)).flat()
  return fileOf(
    smallDxf({ blocks: { B: [...lightPolyline(square(0)), ...self] }, entities: insertAt('B', 0, 0) }),
  )
}

test('cancelling stops it', async () => {
  const path = await busy()
  const reason = new Error('enough')
  const controller = new AbortController()
  setTimeout(() => controller.abort(reason), 200)
  await assert.rejects(readDrawingInWorker(path, 'a', { signal: controller.signal }), reason)
  await assert.rejects(readDrawingInWorker(path, 'a', { signal: controller.signal }), reason)
})

test('past the time limit it is refused', async () => {
  await assert.rejects(readDrawingInWorker(await busy(), 'a', { timeLimitMs: 150 }), {
    code: 'too_slow',
    details: { seconds: 0.15 },
  })
})
