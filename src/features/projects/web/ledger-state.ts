import type { Condition, ViewDefinition } from '../contract.ts'
import { type Field, fieldByKey, usualFields } from '../fields.ts'
import { conditionsText, parseConditions } from './conditions-text.ts'

export type SortPart = { field: string; descending: boolean }
export type LedgerColumn = { key: string; width: number; frozen: boolean }

/** All that decides what the ledger shows: kept in the address, so that it can be sent to a colleague. */
export type LedgerState = {
  q: string
  where: Condition[]
  sort: SortPart[]
  group: string | null
  columns: LedgerColumn[]
  compact: boolean
  /** A lasso drawn on the map, as its address says it: only projects shown within. No saved view keeps it. */
  within: string | null
}

/** The address: only what differs from the saved view (or from the usual ledger, without one). */
export type LedgerAddress = Partial<
  Record<'view' | 'q' | 'where' | 'sort' | 'group' | 'columns' | 'rows' | 'within', string>
>

/** Lights and dates such as 2022年5月上旬 are wider on screen than in a printed table. */
export const usualWidth = (field: Field) =>
  field.key === 'light' ? 84 : field.kind === 'when' ? 120 : field.width

export const usualColumns: readonly LedgerColumn[] = usualFields.map((field) => ({
  key: field.key,
  width: usualWidth(field),
  frozen: field.key === 'name',
}))

export const usualState: LedgerState = {
  q: '',
  where: [],
  sort: [],
  group: null,
  columns: [...usualColumns],
  compact: false,
  within: null,
}

export function parseSort(text: string): SortPart[] {
  const seen = new Set<string>()
  return text.split(',').flatMap((part) => {
    const descending = part.startsWith('-')
    const field = descending ? part.slice(1) : part
    if (!fieldByKey.has(field) || seen.has(field)) return []
    seen.add(field)
    return [{ field, descending }]
  })
}

export const sortText = (sort: readonly SortPart[]) =>
  sort.map(({ field, descending }) => (descending ? `-${field}` : field)).join(',')

/** `name:280!,code,stage:90` — order, width where it is not the field's own, `!` for frozen. */
export function parseColumns(text: string): LedgerColumn[] {
  const seen = new Set<string>()
  return text.split(',').flatMap((part) => {
    const match = /^([A-Za-z.]+)(?::(\d{1,4}))?(!)?$/.exec(part)
    const field = match?.[1] === undefined ? undefined : fieldByKey.get(match[1])
    if (!match || !field || seen.has(field.key)) return []
    seen.add(field.key)
    return [
      { key: field.key, width: clampWidth(Number(match[2] ?? usualWidth(field))), frozen: match[3] === '!' },
    ]
  })
}

export const columnsText = (columns: readonly LedgerColumn[]) =>
  columns
    .map(({ key, width, frozen }) => {
      const field = fieldByKey.get(key)
      const own = field !== undefined && usualWidth(field) === width
      return `${key}${own ? '' : `:${width}`}${frozen ? '!' : ''}`
    })
    .join(',')

export const clampWidth = (width: number) => Math.max(40, Math.min(1200, Math.round(width)))

/** Said where a saved view's filter, sort or group is taken away: an empty part of an address would be dropped. */
const nothing = 'none'

/** A saved view's definition, with what it leaves open filled from the usual ledger. */
export function stateOfView(definition: ViewDefinition | undefined): LedgerState {
  if (!definition) return usualState
  const columns = definition.columns?.flatMap((column) => {
    const field = fieldByKey.get(column.key)
    return field
      ? [{ key: field.key, width: column.width ?? usualWidth(field), frozen: column.frozen ?? false }]
      : []
  })
  return {
    q: definition.q ?? '',
    where: parseConditions(definition.where ?? []),
    sort: parseSort(definition.sort ?? ''),
    group: definition.groupBy && fieldByKey.has(definition.groupBy) ? definition.groupBy : null,
    columns: columns && columns.length > 0 ? columns : [...usualColumns],
    compact: definition.compact ?? false,
    within: null,
  }
}

export function definitionOf(state: LedgerState): ViewDefinition {
  const columns = state.columns.map(({ key, width, frozen }) => ({
    key: key as Condition['field'],
    width,
    frozen,
  }))
  return {
    q: state.q,
    where: state.where,
    sort: sortText(state.sort),
    groupBy: state.group as Condition['field'] | null,
    columns,
    compact: state.compact,
  }
}

/** Address over base: what the address does not say is as the saved view has it. */
export function stateOfAddress(address: LedgerAddress, base: LedgerState = usualState): LedgerState {
  const columns = address.columns === undefined ? base.columns : parseColumns(address.columns)
  const group = address.group === undefined ? base.group : address.group
  return {
    q: address.q === undefined ? base.q : address.q.trim(),
    where: address.where === undefined ? base.where : parseConditions(address.where),
    sort: address.sort === undefined ? base.sort : parseSort(address.sort),
    group: group !== null && fieldByKey.has(group) ? group : null,
    columns: columns.length > 0 ? columns : base.columns,
    compact: address.rows === undefined ? base.compact : address.rows === 'compact',
    within: address.within || null,
  }
}

/** The differences of a state from its base, as the address says them; empty when there are none. */
export function addressOf(
  state: LedgerState,
  view: string | null = null,
  base: LedgerState = usualState,
): LedgerAddress {
  const address: LedgerAddress = {}
  if (view !== null) address.view = view
  const say = (key: Exclude<keyof LedgerAddress, 'view'>, now: string, before: string) => {
    if (now !== before) address[key] = now === '' ? nothing : now
  }
  if (state.q !== base.q) address.q = state.q === '' ? ' ' : state.q
  say('where', conditionsText(state.where), conditionsText(base.where))
  say('sort', sortText(state.sort), sortText(base.sort))
  say('group', state.group ?? '', base.group ?? '')
  say('columns', columnsText(state.columns), columnsText(base.columns))
  say('rows', state.compact ? 'compact' : 'normal', base.compact ? 'compact' : 'normal')
  if (state.within !== null) address.within = state.within
  return address
}

/** True when the saved view shown has been changed on screen and not been saved. */
export const isModified = (address: LedgerAddress) =>
  Object.keys(address).some((key) => key !== 'view' && key !== 'within')

export const addressKeys = ['view', 'q', 'where', 'sort', 'group', 'columns', 'rows', 'within'] as const

/** Whatever stands in the address bar → the parts that are text; the router may have read numbers or lists. */
export function addressFrom(search: Record<string, unknown>): LedgerAddress {
  const address: LedgerAddress = {}
  for (const key of addressKeys) {
    const value = search[key]
    if (typeof value === 'string') address[key] = value
    else if (typeof value === 'number' || typeof value === 'boolean') address[key] = String(value)
    else if (Array.isArray(value)) address[key] = JSON.stringify(value)
  }
  return address
}

/** `/ledger?where=…`, for links into the ledger from other pages. */
export function ledgerLink(state: Partial<LedgerState>): string {
  const search = new URLSearchParams(
    addressOf({ ...usualState, ...state }) as Record<string, string>,
  ).toString()
  return search === '' ? '/ledger' : `/ledger?${search}`
}
