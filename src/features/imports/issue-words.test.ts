import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueCodes, severities } from './contract.ts'
import { issueSentence, issueTitle } from './issue-words.ts'

const base = { severity: 'question', field: 'totalInvestment', value: '５-８亿', taken: null } as const

test('every issue has a title and a whole sentence in both languages, taken or not', () => {
  for (const code of issueCodes) {
    for (const language of ['zh', 'en'] as const) {
      assert.ok(issueTitle(code, language).length > 1, code)
      for (const severity of severities) {
        for (const taken of [null, '50000']) {
          const sentence = issueSentence({ ...base, code, severity, taken }, language)
          assert.match(sentence, language === 'zh' ? /。.+。$/ : /\. .+\.$/, code)
          assert.doesNotMatch(sentence, /[{}]|undefined|null/, `${code}: ${sentence}`)
        }
      }
    }
  }
})

test('a question names the value and the way out', () => {
  assert.equal(
    issueSentence({ code: 'amount_range', ...base }, 'zh'),
    '“５-８亿”是一个范围，台账只记一个数。请选一个数或另填，或不导入这一格。',
  )
})

test('what was taken is said in the reader’s units and dates', () => {
  const date = {
    code: 'year_assumed',
    severity: 'warning',
    field: 'signed.actual',
    value: '3月上旬',
    taken: '2022-03-T1',
  } as const
  assert.equal(issueSentence(date, 'zh'), '“3月上旬”没有写年份。已按“2022年3月上旬”读取；不对请改。')
  const amount = {
    code: 'unit_assumed',
    severity: 'warning',
    field: 'totalInvestment',
    value: '5.2',
    taken: '52000',
  } as const
  assert.match(issueSentence(amount, 'zh'), /已按“5\.2亿元”读取/)
  assert.match(issueSentence(amount, 'en'), /Taken as CNY 520m/)
})

test('a value with braces in it is not mistaken for a place to fill', () => {
  const issue = {
    code: 'not_a_date',
    severity: 'question',
    field: 'signed.actual',
    value: '{taken}',
    taken: null,
  } as const
  assert.match(issueSentence(issue, 'zh'), /^“\{taken\}”读不出合理的日期。/)
})

test('a corps is called by its name', () => {
  const issue = {
    code: 'merged_cell',
    severity: 'note',
    field: 'corps',
    value: '桥南',
    taken: 'c-1',
  } as const
  assert.match(issueSentence(issue, 'zh', { corpsName: () => '桥南兵团' }), /每一行都按“桥南兵团”读取/)
})

test('a repeated row is told with the row before it', () => {
  const twice = {
    code: 'twice_in_file',
    severity: 'question',
    field: null,
    value: '甲',
    taken: null,
  } as const
  assert.equal(
    issueSentence({ ...twice, suggestions: ['台账', '3'] }, 'zh'),
    '“甲”在这份文件里不止一行，前面是“台账”第 3 行。请核对这几行，多余的选“跳过这一行”。',
  )
})

test('a part larger than its whole is told with both amounts', () => {
  const over = {
    code: 'over_whole',
    severity: 'warning',
    field: 'fixedAssetInvestment',
    value: '80000',
    taken: '80000',
    suggestions: ['50000'],
  } as const
  assert.equal(
    issueSentence({ ...over, suggestions: [...over.suggestions] }, 'zh'),
    '分项大于总额：其中固投 8亿元，总投资 5亿元。已照样读取；请核对两个数，多半是亿、万写错。',
  )
})
