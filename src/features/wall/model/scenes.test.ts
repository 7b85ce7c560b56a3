import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sceneKinds, scenesAsked, scenesOf } from './scenes.ts'

const [first, second] = ['0190f5d0-7c1e-7abc-8def-0123456789ab', '0190f5d0-7c1e-7abc-8def-0123456789ac']
const told = (search: Record<string, string>) =>
  scenesOf(scenesAsked(search), [first, second]).map(({ key, seconds }) => `${key} ${seconds}`)

test('without a word all scenes come, each corps in its turn', () => {
  assert.deepEqual(told({}), [
    'zone 20',
    `corps ${first} 20`,
    `corps ${second} 20`,
    'red 20',
    'tasks 20',
    'space 20',
  ])
  assert.deepEqual(new Set(scenesAsked({}).map(({ kind }) => kind)), new Set(sceneKinds))
})

test('the address says which, in which order and how long, one corps alone too', () => {
  assert.deepEqual(told({ scenes: `red:45, zone,${second}:30`, seconds: '10' }), [
    'red 45',
    'zone 10',
    `corps ${second} 30`,
  ])
  assert.deepEqual(told({ seconds: '0.5', scenes: 'space' }), ['space 5'], 'no shorter than eyes can follow')
  assert.deepEqual(told({ scenes: 'tasks:99999' }), ['tasks 600'])
})

test('what cannot be read is left out; with nothing left the wall is not empty', () => {
  assert.deepEqual(told({ scenes: 'red,rot,space:soon', seconds: 'never' }), ['red 20', 'space 20'])
  assert.equal(told({ scenes: 'nothing' }).length, 6)
  const gone = '0190f5d0-7c1e-7abc-8def-0123456789ad'
  assert.deepEqual(told({ scenes: gone }), ['zone 20'], 'a corps that is no more')
})
