import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conditionOf } from './rows-in-ledger.ts'

const row = (name: string | null, projectName: string | null = null) => ({ name, projectName })

test('rows are found in the ledger by the names it has', () => {
  assert.deepEqual(conditionOf([row('甲'), row('乙', '乙（二期）'), row('甲'), row(null)]), {
    field: 'name',
    op: 'is',
    value: ['甲', '乙（二期）'],
  })
})

test('no names, or more than an address holds, are no filter', () => {
  assert.equal(conditionOf([row(null)]), undefined)
  assert.equal(
    conditionOf(Array.from({ length: 60 }, (_, index) => row(`年产三千吨农副食品加工项目${index}`))),
    undefined,
  )
})
