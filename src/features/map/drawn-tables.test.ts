import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recorded } from '../../server/database/record.ts'
import { drawnTables, isDrawnFrom } from './drawn-tables.ts'

test('every table that the map is drawn from is one whose writes are told', () => {
  const told: readonly string[] = recorded
  for (const table of Object.values(drawnTables).flat()) assert.ok(told.includes(table), table)
})

test('a write moves the parts that are drawn from it, and no other', () => {
  assert.equal(isDrawnFrom(['view', 'lease'], 'sites'), true)
  assert.equal(isDrawnFrom(['lease'], 'land', 'projects', 'rights'), false)
  assert.equal(isDrawnFrom([], 'land'), false)
})
