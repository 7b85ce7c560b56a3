import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { BasePictures } from './base-pictures.ts'

const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}
type Line = { path: string; answer: (text: string) => void; fail: () => void }
function service() {
  const open: Line[] = []
  const fetch = (path: string) =>
    new Promise<Blob>((resolve, reject) => {
      const end = () => open.splice(open.indexOf(line), 1)
      const line: Line = {
        path,
        answer: (text) => {
          end()
          resolve(new Blob([text]))
        },
        fail: () => {
          end()
          reject(new Error('502'))
        },
      }
      open.push(line)
    })
  return { open, fetch, paths: () => open.map(({ path }) => path) }
}

test('few are asked for at a time, one twice is asked for once', async () => {
  const { open, fetch, paths } = service()
  const pictures = new BasePictures(fetch, { atOnce: 2 })
  const got = ['a', 'b', 'a', 'c'].map((path) => pictures.get(path))
  await settle()
  assert.deepEqual(paths(), ['a', 'b'])
  open[0]?.answer('A')
  await settle()
  assert.deepEqual(paths(), ['b', 'c'])
  for (const line of [...open]) line.answer(line.path)
  assert.equal(await (await got[2])?.text(), 'A')
  assert.equal(await (await got[3])?.text(), 'c')
})

test('what is out of sight before its turn is not asked for', async () => {
  const { open, fetch, paths } = service()
  const pictures = new BasePictures(fetch, { atOnce: 1 })
  void pictures.get('a')
  const gone = new AbortController()
  const dropped = pictures.get('b', gone.signal)
  gone.abort()
  void pictures.get('c')
  await settle()
  open[0]?.answer('A')
  await settle()
  assert.deepEqual(paths(), ['c'])
  assert.equal(await dropped, undefined)
})

test('what is slow keeps no map waiting, and comes in when all have come', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  try {
    const { open, fetch } = service()
    const pictures = new BasePictures(fetch, { patienceMs: 1_000 })
    let told = 0
    pictures.onLate(() => told++)
    const got = pictures.get('a')
    await settle()
    mock.timers.tick(1_000)
    assert.equal(await got, undefined)
    assert.equal(told, 0)
    open[0]?.answer('A')
    await settle()
    assert.equal(told, 1)
    assert.equal(await (await pictures.get('a'))?.text(), 'A')
    assert.equal(open.length, 0, 'it is not asked for again')
  } finally {
    mock.timers.reset()
  }
})

test('who does not answer is told once, left alone, and asked again when somebody wants it', async () => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'] })
  try {
    const { open, fetch, paths } = service()
    const pictures = new BasePictures(fetch, { atOnce: 1, restMs: 5_000 })
    const told: boolean[] = []
    pictures.watch(() => told.push(pictures.isFailing()))
    const got = [pictures.get('a'), pictures.get('b')]
    await settle()
    open[0]?.fail()
    assert.deepEqual(await Promise.all(got), [undefined, undefined])
    assert.deepEqual(told, [true])
    assert.equal(await pictures.get('c'), undefined)
    assert.deepEqual(paths(), [])
    pictures.retry()
    const again = pictures.get('a')
    await settle()
    assert.deepEqual(paths(), ['a'])
    open[0]?.answer('A')
    assert.equal(await (await again)?.text(), 'A')
    assert.deepEqual(told, [true, false])
    mock.timers.tick(5_000)
    void pictures.get('d')
    await settle()
    assert.deepEqual(paths(), ['d'])
  } finally {
    mock.timers.reset()
  }
})
