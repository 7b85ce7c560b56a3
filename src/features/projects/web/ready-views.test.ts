import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stateOfAddress, stateOfView } from './ledger-state.ts'
import { readyViews } from './ready-views.ts'

const names = { mine: '我的项目', corps: '我的兵团' }
const person = (role: 'officer' | 'promoter' | 'commander' | 'analyst', corpsId: string | null) => ({
  member: { id: 'm', login: 'l', name: '林若溪' },
  posts: [{ unitId: 'u', unit: '市北兵团', role }],
  corpsId,
})
const ids = (views: { id: string }[]) => views.map(({ id }) => id)

test('whoever looks after projects finds them, whoever is of a corps finds the corps, nobody else sees a tab', () => {
  assert.deepEqual(ids(readyViews(person('officer', 'c'), names)), ['mine', 'corps'])
  assert.deepEqual(ids(readyViews(person('promoter', null), names)), ['mine'])
  assert.deepEqual(ids(readyViews(person('commander', 'c'), names)), ['corps'])
  assert.deepEqual(readyViews(person('analyst', null), names), [])
})

test('a ready view is a filter that may be built upon, and nothing that could be saved over', () => {
  const [mine] = readyViews(person('officer', 'c'), names)
  const base = stateOfView(mine?.definition)
  assert.deepEqual(base.where, [{ field: 'officer', op: 'is', value: ['林若溪'] }])
  assert.equal(stateOfAddress({ view: 'mine', sort: 'stage' }, base).where, base.where)
  assert.deepEqual(mine?.abilities, [])
})
