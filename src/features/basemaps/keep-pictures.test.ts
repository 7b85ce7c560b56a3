import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keepPictures } from './server/keep-pictures.ts'

const place = { z: 3, x: 1, y: 2 }
const one = new Uint8Array([1])

test('a picture is asked for once, by however many at a time', async () => {
  const pictures = keepPictures()
  let asked = 0
  const read = async () => {
    asked++
    return one
  }
  const both = await Promise.all([1, 2].map(() => pictures.get('zone 1 ground', place, 'host', read)))
  assert.deepEqual(both, [one, one])
  await pictures.get('zone 1 ground', place, 'host', read)
  assert.equal(asked, 1)
  await pictures.get('zone 2 ground', place, 'host', read)
  assert.equal(asked, 2, 'another setting has pictures of its own')
})

test('that there is none is kept too', async () => {
  const pictures = keepPictures()
  let asked = 0
  const read = async () => {
    asked++
    return undefined
  }
  for (let turn = 0; turn < 2; turn++)
    assert.equal((await pictures.get('zone', place, 'host', read)).byteLength, 0)
  assert.equal(asked, 1)
})

test('who fails three times in a row is left alone for twenty seconds, others are not', async () => {
  let clock = 0
  const pictures = keepPictures(() => clock)
  let asked = 0
  const fail = async () => {
    asked++
    throw new Error('no')
  }
  const get = (whom: string, read: () => Promise<Uint8Array | undefined>) =>
    pictures.get('zone', place, whom, read)
  for (let turn = 0; turn < 5; turn++) await assert.rejects(get('dead', fail))
  assert.equal(asked, 3)
  await assert.rejects(get('dead', fail), { code: 'no_answer' })
  clock = 20_000
  await assert.rejects(get('dead', fail), { message: 'no' })
  assert.equal(asked, 4)
  pictures.answered('dead')
  await assert.rejects(get('dead', fail), { message: 'no' })
  assert.deepEqual(await get('alive', async () => one), one)
})
