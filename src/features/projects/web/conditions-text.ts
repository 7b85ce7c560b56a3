import { type Condition, operators } from '../contract.ts'
import { fieldByKey } from '../fields.ts'

/*
 * Conditions as short text for the address: `stage:is:signed,landed;totalInvestment:atLeast:100000`.
 * Readable in a message to a colleague; the marks `% ; , :` inside a value are percent-escaped.
 */

const escaped = (text: string) =>
  text.replace(/[%;,:]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)

function plain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function conditionsText(conditions: readonly Condition[]): string {
  return conditions
    .map(({ field, op, value }) => {
      const head = `${field}:${op}`
      if (value === undefined || value === null) return head
      return `${head}:${(Array.isArray(value) ? value : [value]).map(escaped).join(',')}`
    })
    .join(';')
}

/** Text, JSON text or a list from the address → conditions; what names no field or operator is left out. */
export function parseConditions(given: unknown): Condition[] {
  if (Array.isArray(given)) return given.flatMap(conditionFrom)
  if (typeof given !== 'string' || given === '') return []
  if (given.startsWith('[')) {
    try {
      return parseConditions(JSON.parse(given))
    } catch {
      return []
    }
  }
  return given.split(';').flatMap((part) => {
    const [field = '', op = '', ...rest] = part.split(':')
    const values = rest.join(':')
    const isList = op === 'is' || op === 'isNot'
    const value = rest.length === 0 ? undefined : isList ? values.split(',').map(plain) : plain(values)
    return conditionFrom(value === undefined ? { field, op } : { field, op, value })
  })
}

function conditionFrom(given: unknown): Condition[] {
  if (typeof given !== 'object' || given === null) return []
  const { field, op, value } = given as Record<string, unknown>
  if (typeof field !== 'string' || !fieldByKey.has(field)) return []
  const operator = operators.find((known) => known === op)
  if (!operator) return []
  const condition = { field: field as Condition['field'], op: operator }
  if (operator === 'blank' || operator === 'filled') return [condition]
  if (operator === 'is' || operator === 'isNot') {
    const list = (Array.isArray(value) ? value : [value]).filter(
      (item): item is string => typeof item === 'string' && item !== '',
    )
    return list.length > 0 ? [{ ...condition, value: list }] : []
  }
  const one = Array.isArray(value) ? value[0] : value
  const text = typeof one === 'number' ? String(one) : one
  return typeof text === 'string' && text !== '' ? [{ ...condition, value: text }] : []
}
