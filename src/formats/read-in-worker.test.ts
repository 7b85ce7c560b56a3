import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileOf, sheetData, smallBook } from './fixtures/small-book.ts'
import { readWorkbookInWorker } from './read-in-worker.ts'
import { readWorkbook, UnreadableFile } from './read-workbook.ts'

const manyRows = (rows: number, columns: number) =>
  smallBook(
    sheetData(
      `<row>${'<c t="str"><v>文字</v></c><c/><c><v>1.5</v></c>'.repeat(columns / 3)}</row>`.repeat(rows),
    ),
  )

test('the thread answers what reading here answers, with progress', async () => {
  const path = await fileOf(manyRows(3_000, 30))
  const shares: number[] = []
  const inWorker = await readWorkbookInWorker(path, { onProgress: (share) => shares.push(share) })
  assert.deepEqual(inWorker, await readWorkbook(path))
  assert.ok(shares.length > 0 && shares.every((share) => share > 0 && share <= 1))
})

test('a refusal keeps its code and details', async () => {
  const path = await fileOf('a,b\n1,2')
  await assert.rejects(readWorkbookInWorker(path, { limits: { cells: 3 } }), (error) => {
    assert.ok(error instanceof UnreadableFile)
    assert.deepEqual([error.code, error.details], ['too_many_cells', { limit: 3 }])
    return true
  })
})

test('a file that does not exist is no UnreadableFile', async () => {
  await assert.rejects(readWorkbookInWorker('/nowhere/at/all'), (error) => !(error instanceof UnreadableFile))
})

test('out of memory in the thread is a refusal here', async () => {
  const path = await fileOf(manyRows(100_000, 30))
  await assert.rejects(readWorkbookInWorker(path, { maxHeapMb: 40 }), {
    name: 'UnreadableFile',
    code: 'too_many_cells',
  })
})

test('cancelling stops it', async () => {
  const path = await fileOf(manyRows(100_000, 30))
  const reason = new Error('enough')
  const controller = new AbortController()
  setTimeout(() => controller.abort(reason), 200)
  await assert.rejects(readWorkbookInWorker(path, { signal: controller.signal }), reason)
  await assert.rejects(readWorkbookInWorker(path, { signal: controller.signal }), reason)
})

test('past the time limit it is refused', async () => {
  const path = await fileOf(manyRows(100_000, 30))
  await assert.rejects(readWorkbookInWorker(path, { timeLimitMs: 150 }), {
    code: 'too_slow',
    details: { seconds: 0.15 },
  })
})
