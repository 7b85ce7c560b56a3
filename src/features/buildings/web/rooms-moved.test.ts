import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomsMoved } from './rooms-moved.ts'

test('rooms are read anew when they, their land, or the project that holds one and who may know of it move', () => {
  for (const table of ['lease', 'territory', 'unit', 'project', 'project_guest', 'post'])
    assert.equal(roomsMoved(['change', table]), true, table)
  assert.equal(roomsMoved(undefined), true)
  assert.equal(roomsMoved(['progress', 'view']), false)
})
