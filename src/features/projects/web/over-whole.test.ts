import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edit, LedgerRow } from '../contract.ts'
import { firstOver, overWholeOf, overWholeWords } from './over-whole.ts'

const row = (values: Record<string, string>): LedgerRow => ({
  id: 'p',
  period: null,
  abilities: [],
  name: '甲',
  ...values,
})
const edit = (field: Edit['field'], to: string | null): Edit => ({ projectId: 'p', field, from: null, to })

test('fixed assets above the total are told with both amounts, exactly compared', () => {
  const over = overWholeOf(row({ totalInvestment: '50000', fixedAssetInvestment: '50000.000001' }))
  assert.ok(over)
  assert.deepEqual(overWholeWords(over, 'zh'), {
    part: '其中固投',
    partValue: '5.0000000001亿元',
    whole: '总投资',
    wholeValue: '5亿元',
  })
  for (const fixed of ['50000', '50000.00', '9999.5'])
    assert.equal(overWholeOf(row({ totalInvestment: '50000', fixedAssetInvestment: fixed })), undefined)
  assert.equal(overWholeOf(row({ fixedAssetInvestment: '1' })), undefined)
})

test('an edit of either amount is looked at, with what the row had', () => {
  const seen = new Map([['p', row({ totalInvestment: '50000', fixedAssetInvestment: '40000' })]])
  assert.equal(firstOver(seen, [edit('note', '5')]), undefined)
  assert.equal(firstOver(seen, [edit('fixedAssetInvestment', '50000')]), undefined)
  assert.equal(firstOver(seen, [edit('totalInvestment', '5')])?.name, '甲')
  assert.equal(firstOver(seen, [edit('totalInvestment', null)]), undefined)
})
