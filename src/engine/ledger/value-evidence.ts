import { checkCreditCode } from '../text/credit-code.ts'
import { normaliseName, normaliseText } from '../text/normalise.ts'
import { checkProjectCode } from '../text/project-code.ts'
import type { AmountUnit } from './amount-units.ts'
import { splitUnit } from './amount-units.ts'
import { type AmountColumn, parseAmount } from './amounts.ts'
import { blankWord } from './blank-words.ts'
import { parseDay } from './dates.ts'
import type { FieldSpec } from './header-fields.ts'

/** What the values of a column look like, each the share of its samples. */
export interface Evidence {
  /** All values that are not blank. */
  count: number
  date: number
  number: number
  projectCode: number
  creditCode: number
  /** Samples as written and normalised, for choices. */
  texts: string[]
  values: string[]
}

const enough = 3

export function evidenceOf(samples: readonly string[], limit = 20): Evidence {
  const filled = samples.map(normaliseText).filter((text) => text !== '' && blankWord(text) === undefined)
  const values = filled.slice(0, limit)
  const share = (test: (text: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(test).length / values.length
  return {
    count: filled.length,
    date: share((text) => isDateLike(text)),
    number: share((text) => isNumberLike(text)),
    projectCode: share((text) => checkProjectCode(text).wellFormed),
    creditCode: share((text) => checkCreditCode(text).wellFormed),
    texts: values,
    values: values.map(normaliseName),
  }
}

function isDateLike(text: string): boolean {
  const reading = parseDay({ text }, { columnKind: 'any', epochYear: 2022 })
  return reading.ok || reading.code === 'several_dates' || reading.code === 'ambiguous'
}

function isNumberLike(text: string): boolean {
  if (/^[-+(]?[\d,.]+%?\)?$/.test(text)) return true
  return (['money', 'foreign', 'area', 'perMu'] as AmountColumn[]).some((column) => {
    const reading = parseAmount(text, { column })
    return reading.ok || reading.code === 'range'
  })
}

/** 0 to 1: how well the values fit the field; undefined where there are too few or any value would do. */
export function fit(field: FieldSpec, evidence: Evidence): number | undefined {
  if (evidence.count < enough) return undefined
  switch (field.kind) {
    case 'date':
      return evidence.date
    case 'money':
    case 'foreign':
    case 'area':
    case 'perMu':
    case 'decimal':
    case 'integer':
    case 'percent':
      return evidence.number
    case 'choice':
      return field.choices ? choiceShare(field.choices, evidence.values) : undefined
    case 'code':
      return codeShare(field, evidence)
    default:
      return Math.max(evidence.number, evidence.date) > 0.9 ? 0.3 : undefined
  }
}

function choiceShare(choices: readonly string[], values: readonly string[]): number {
  const known = new Set(choices.map(normaliseName))
  const hits = values.filter(
    (value) => known.has(value) || [...known].some((choice) => choice.length > 1 && value.includes(choice)),
  )
  return hits.length / values.length
}

/** The share of values that are choices of the field, not merely texts with such a word in them: 请抓紧推进 is none. */
export function choicesRead(field: FieldSpec, { count, texts, values }: Evidence): number {
  if (field.kind !== 'choice' || !field.choices || count < enough) return 0
  const known = new Set(field.choices.map(normaliseName))
  const isOne = field.isChoice ?? ((text: string) => known.has(normaliseName(text)))
  return texts.filter(isOne).length / values.length
}

/** Which code a field holds is told by its labels. */
function codeShare(field: FieldSpec, evidence: Evidence): number | undefined {
  if (field.labels.some((label) => /信用代码|credit/i.test(label))) return evidence.creditCode
  if (field.labels.some((label) => /项目代码|投资项目|project code/i.test(label))) return evidence.projectCode
  return undefined
}

/** A header in 万美元 is no field of 万元, and one in 亩 no field of money. */
export function unitFits(field: FieldSpec, unit: AmountUnit | undefined): boolean {
  if (unit === undefined) return true
  const { base } = splitUnit(unit)
  switch (field.kind) {
    case 'money':
      return base === '元'
    case 'foreign':
      return (
        base !== '元' && !base.includes('/') && !['㎡', '亩', '公顷', '平方公里', '%', '‰'].includes(base)
      )
    case 'area':
      return ['㎡', '亩', '公顷', '平方公里'].includes(base)
    case 'perMu':
      return base.includes('/')
    case 'percent':
      return base === '%' || base === '‰'
    case 'date':
    case 'choice':
    case 'code':
      return false
    default:
      return true
  }
}
