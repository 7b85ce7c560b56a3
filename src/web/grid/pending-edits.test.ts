import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { GridRow } from './grid-types.ts'
import { PendingEdits } from './pending-edits.ts'

const rowWith = (name: string): GridRow => ({ id: 'a', values: { name } })
const change = (before: string, after: string) => ({ rowId: 'a', key: 'name', before, after })
const refusal = { rowId: 'a', key: 'name', text: 'new', message: 'no' }

describe('PendingEdits', () => {
  it('shows an edit at once and until the source brings the row again', () => {
    const pending = new PendingEdits()
    const old = rowWith('old')
    const turn = pending.begin([change('old', 'new')])
    assert.equal(pending.shownValue(old, 'name'), 'new')
    pending.settle(turn, [change('old', 'new')], [], () => old)
    pending.reconcile(() => old)
    assert.equal(pending.shownValue(old, 'name'), 'new', 'answered, but the row has not come')
    const fresh = rowWith('NEW')
    pending.reconcile(() => fresh)
    assert.equal(pending.shownValue(fresh, 'name'), 'NEW')
  })

  it('takes back and marks what is refused, until the cell is written again', () => {
    const pending = new PendingEdits()
    const old = rowWith('old')
    const turn = pending.begin([change('old', 'new')])
    pending.settle(turn, [change('old', 'new')], [refusal], () => old)
    assert.equal(pending.shownValue(old, 'name'), 'old')
    assert.equal(pending.overlay('a')?.rejected.get('name')?.message, 'no')
    pending.begin([change('old', 'other')])
    assert.equal(pending.overlay('a')?.rejected.size, 0)
  })

  it('lets a later edit of the same cell stand when the earlier one is refused', () => {
    const pending = new PendingEdits()
    const old = rowWith('old')
    const first = pending.begin([change('old', 'new')])
    pending.begin([change('new', 'newer')])
    pending.settle(first, [change('old', 'new')], [refusal], () => old)
    assert.equal(pending.shownValue(old, 'name'), 'newer')
  })
})
