import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LandRule } from '../../../engine/land-rules/rule.ts'
import type { CheckedRule } from '../contract.ts'
import { rulesWords, ruleWords } from './rule-words.ts'

const common = { id: 'r', checkStage: 'landSupplied', source: '公告' } as const
const failed = (
  rule: LandRule,
  offered: string | null = null,
  margin: string | null = null,
): CheckedRule => ({
  ...{ setId: '', setName: '', setRevision: 1, verdict: 'fail', offer: null, exemption: null },
  ...{ rule, offered, margin },
})
const ratio = { ...common, kind: 'indicator', indicator: 'plotRatio', value: '0.7', unit: '1' } as const

test('what is too much is not called short, and nothing is missed by nought', () => {
  const between = { ...ratio, operator: 'between', upTo: '1.8' } as const
  assert.equal(ruleWords(failed(between, '2', '-0.2'), 'zh'), '容积率 0.7–1.8，现为 2，超出 0.2')
  assert.equal(ruleWords(failed(between, '0.5', '-0.2'), 'zh'), '容积率 0.7–1.8，现为 0.5，差 0.2')
  const most = failed({ ...ratio, operator: 'atMost' }, '0.9', '-0.2')
  assert.match(ruleWords(most, 'en'), /offered 0\.9, 0\.2 too much$/)
  const least = failed({ ...ratio, operator: 'atLeast' }, '0.7', '0')
  assert.equal(ruleWords(least, 'zh'), '容积率 ≥ 0.7，现为 0.7，差不到 0.01')
})

test('sixty long conditions are a sentence that can be read', () => {
  const long = Array.from({ length: 60 }, () =>
    failed({ ...common, kind: 'statement', text: '条'.repeat(500) }),
  )
  const words = rulesWords(long, 'zh')
  assert.match(words, /；其余 52 条见“供地与承诺”$/)
  assert.ok(words.length < 1100)
})
