import type { SpaceKind } from './space.ts'

/** A day number no day reaches: a use without an end. */
export const forEver = 2 ** 31 - 1

/** A limit of what one corps may get or must get; areas in ㎡, of one kind of space or of all. */
export type Quota = {
  id: string
  corps: string
  measure: 'projects' | 'areaM2'
  kind: SpaceKind | null
  least: number | null
  most: number | null
}
/** Days as numbers, `to` the first one free again. */
export type Span = { from: number; to: number }
/** A share of a space, in a span; 1 takes it whole. */
export type Use = Span & { share: number }

/** One project on one place, and what it is worth. */
export type Column = Span & {
  project: number
  kind: SpaceKind
  areaM2: number
  value: number
  /** A space by its index, and the share of it: 1 is all, a part is its area over what may be parted. */
  uses: readonly { space: number; share: number }[]
}
/** Columns in typed arrays, since there may be a million; `starts` tells where the uses of each begin. */
export type ColumnTable = {
  count: number
  project: Int32Array
  isRoom: Uint8Array
  areaM2: Float64Array
  value: Float64Array
  from: Int32Array
  to: Int32Array
  starts: Int32Array
  space: Int32Array
  share: Float64Array
}

export type Problem = {
  /** Fixed: it must get one of its columns, whatever that costs. */
  projects: readonly { id: string; corps: string; isFixed: boolean }[]
  /** Taken: by those who are no project of the plan. */
  spaces: readonly { id: string; taken: readonly Use[] }[]
  columns: ColumnTable
  quotas: readonly Quota[]
}

/** What may not be told apart from nought in a sum of shares. */
export const shareTolerance = 1e-9

export const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to

export function tableOf(columns: readonly Column[]): ColumnTable {
  const uses = columns.flatMap((column) => column.uses)
  const starts = new Int32Array(columns.length + 1)
  for (const [index, column] of columns.entries())
    starts[index + 1] = (starts[index] ?? 0) + column.uses.length
  return {
    count: columns.length,
    project: Int32Array.from(columns, (one) => one.project),
    isRoom: Uint8Array.from(columns, (one) => (one.kind === 'room' ? 1 : 0)),
    areaM2: Float64Array.from(columns, (one) => one.areaM2),
    value: Float64Array.from(columns, (one) => one.value),
    from: Int32Array.from(columns, (one) => one.from),
    to: Int32Array.from(columns, (one) => one.to),
    starts,
    space: Int32Array.from(uses, (one) => one.space),
    share: Float64Array.from(uses, (one) => one.share),
  }
}

export const totalValue = ({ columns }: Problem, chosen: readonly number[]): number =>
  chosen.reduce((sum, column) => sum + (columns.value[column] ?? 0), 0)

/** What a column counts towards a quota: one project, or its area; 0 when it is not of it. */
export function countOf({ columns, projects }: Problem, quota: Quota, column: number): number {
  if (projects[columns.project[column] ?? -1]?.corps !== quota.corps) return 0
  if (quota.kind !== null && (quota.kind === 'room') !== (columns.isRoom[column] === 1)) return 0
  return quota.measure === 'projects' ? 1 : (columns.areaM2[column] ?? 0)
}
