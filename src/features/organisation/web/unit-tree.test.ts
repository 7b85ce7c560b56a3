import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Unit } from '../contract.ts'
import { branchesOf } from './unit-tree.ts'

const unit = (id: string, parentId: string | null, position: number, more: Partial<Unit> = {}): Unit => ({
  id,
  parentId,
  position,
  kind: 'corps',
  name: id,
  fromOn: '2022-01-01',
  toOn: null,
  revision: 1,
  ...more,
})

test('units come in the order of the tree, each with all that is below it', () => {
  const branches = branchesOf(
    [
      unit('south', 'office', 2),
      unit('group', 'north', 1),
      unit('north', 'office', 1),
      unit('office', null, 1),
    ],
    '2022-03-01',
  )
  assert.deepEqual(
    branches.map(({ unit, depth }) => `${depth} ${unit.id}`),
    ['0 office', '1 north', '2 group', '1 south'],
  )
  assert.deepEqual([...(branches[1]?.within ?? [])], ['north', 'group'])
  assert.equal(branches[0]?.within.size, 4)
})

test('a unit that has ended is gone, and what was below it stands at the top', () => {
  const units = [unit('corps', null, 1, { toOn: '2022-12-31' }), unit('group', 'corps', 1)]
  assert.deepEqual(
    branchesOf(units, '2022-12-31').map(({ depth }) => depth),
    [0, 1],
  )
  assert.deepEqual(
    branchesOf(units, '2023-01-01').map(({ unit }) => unit.id),
    ['group'],
  )
})
