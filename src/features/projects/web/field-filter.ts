import type { Condition } from '../contract.ts'
import type { Field } from '../fields.ts'

/** How a field is asked about: picked values, bounds, a piece of text, or only whether there is anything. */
export type FilterShape = 'choices' | 'bounds' | 'days' | 'text'
export type FilterMode = 'is' | 'isNot' | 'between' | 'contains' | 'blank' | 'filled'

/** All conditions on one field, edited together: one chip in the filter bar. Bounds are stored values. */
export type FieldFilter = {
  field: string
  mode: FilterMode
  values: string[]
  text: string
  atLeast: string
  atMost: string
}

export function shapeOf(field: Field): FilterShape {
  if (field.kind === 'choice' || field.kind === 'corps') return 'choices'
  if (field.kind === 'when') return 'days'
  return ['money', 'foreign', 'area', 'floorArea', 'perMu', 'percent'].includes(field.kind)
    ? 'bounds'
    : 'text'
}

/** Text fields with few different values are picked from a list rather than typed. */
const listed = new Set([
  'investorKind',
  'chain',
  'industryCode',
  'firstContactUnit',
  'leadOfficial',
  'responsibleUnit',
  'officer',
])

export const isListed = (field: Field) => listed.has(field.key)

export function modesOf(field: Field): FilterMode[] {
  const shape = shapeOf(field)
  if (field.personal) return ['filled', 'blank']
  if (shape === 'choices') return ['is', 'isNot', 'filled', 'blank']
  if (shape === 'bounds' || shape === 'days') return ['between', 'filled', 'blank']
  if (field.kind === 'longText') return ['contains', 'filled', 'blank']
  return listed.has(field.key)
    ? ['is', 'isNot', 'contains', 'filled', 'blank']
    : ['contains', 'is', 'isNot', 'filled', 'blank']
}

/** Asks for nothing yet: where only filled or blank can be asked, none of them is chosen. */
export function emptyFilter(field: Field): FieldFilter {
  return {
    field: field.key,
    mode: field.personal ? 'contains' : (modesOf(field)[0] ?? 'contains'),
    values: [],
    text: '',
    atLeast: '',
    atMost: '',
  }
}

/** Conditions → one filter per field, in the order in which the fields first appear. */
export function filtersOf(where: readonly Condition[]): FieldFilter[] {
  const filters = new Map<string, FieldFilter>()
  for (const { field, op, value } of where) {
    const filter = filters.get(field) ?? {
      field,
      mode: 'between',
      values: [],
      text: '',
      atLeast: '',
      atMost: '',
    }
    const one = Array.isArray(value) ? (value[0] ?? '') : (value ?? '')
    if (op === 'atLeast') Object.assign(filter, { mode: 'between', atLeast: one })
    else if (op === 'atMost') Object.assign(filter, { mode: 'between', atMost: one })
    else if (op === 'contains') Object.assign(filter, { mode: op, text: one })
    else if (op === 'blank' || op === 'filled') filter.mode = op
    else Object.assign(filter, { mode: op, values: Array.isArray(value) ? value : one === '' ? [] : [one] })
    filters.set(field, filter)
  }
  return [...filters.values()]
}

/** None when the filter asks for nothing. */
export function conditionsOf(filter: FieldFilter): Condition[] {
  const field = filter.field as Condition['field']
  switch (filter.mode) {
    case 'blank':
    case 'filled':
      return [{ field, op: filter.mode }]
    case 'is':
    case 'isNot':
      return filter.values.length === 0 ? [] : [{ field, op: filter.mode, value: filter.values }]
    case 'contains':
      return filter.text.trim() === '' ? [] : [{ field, op: 'contains', value: filter.text.trim() }]
    case 'between':
      return (['atLeast', 'atMost'] as const).flatMap((op) =>
        filter[op] === '' ? [] : [{ field, op, value: filter[op] }],
      )
  }
}

/** The conditions with those of one field replaced, in place. */
export function withFilter(where: readonly Condition[], filter: FieldFilter): Condition[] {
  const next = conditionsOf(filter)
  const at = where.findIndex((condition) => condition.field === filter.field)
  if (at < 0) return [...where, ...next]
  const before = where.slice(0, at)
  return [...before, ...next, ...where.slice(at).filter((condition) => condition.field !== filter.field)]
}

export const withoutField = (where: readonly Condition[], field: string) =>
  where.filter((condition) => condition.field !== field)
