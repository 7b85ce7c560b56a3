import { shanghaiDay } from '../../../shared/days.ts'
import type { TimelineEntry } from '../../projects/contract.ts'
import { fieldByKey } from '../../projects/fields.ts'
import { type Caused, causeOf } from '../../projects/server/causes.ts'
import { fieldDifferences } from '../../projects/server/timeline.ts'
import type { ChangedProject } from '../contract.ts'

export type OthersVersion = {
  projectId: string
  entity: 'project' | 'milestone' | 'progress'
  rowId: string
  operation: TimelineEntry['operation']
  image: string
  before: string | null
  actor: string | null
  recordedFrom: Date
} & Caused
type Change = ChangedProject['changes'][number]

const shownAtMost = 4
const namedAtMost = 3

/** Versions of one project, the latest first, as one: each field from what it was to what it is, and by whom. */
export function gather(
  versions: readonly OthersVersion[],
  isRemoved: boolean,
): Pick<ChangedProject, 'kind' | 'by' | 'changes' | 'more'> {
  const merged = new Map<string, Change>()
  for (const { entity, before, image, recordedFrom } of [...versions].reverse())
    for (const change of fieldDifferences(entity, before, image, shanghaiDay(recordedFrom))) {
      const key = `${change.field} ${change.period}`
      merged.set(key, { ...change, from: merged.has(key) ? (merged.get(key)?.from ?? null) : change.from })
    }
  const changes = [...merged.values()].filter(({ from, to }) => from !== to).sort(byWeight)
  const own = versions.filter(({ entity }) => entity === 'project')
  const isNew = own.some(({ operation }) => operation === 'insert' || operation === 'restore')
  const kind = isRemoved ? 'removed' : isNew ? 'added' : 'changed'
  const told = kind === 'removed' ? [] : changes.filter(({ field }) => kind !== 'added' || field !== 'name')
  return {
    kind,
    by: actsOf(versions),
    changes: told.slice(0, shownAtMost),
    more: Math.max(0, told.length - shownAtMost),
  }
}

function actsOf(versions: readonly OthersVersion[]): ChangedProject['by'] {
  const acts = versions.map((version) => ({ name: version.actor, cause: causeOf(version) }))
  return [...new Map(acts.map((act) => [`${act.name} ${act.cause?.id}`, act])).values()].slice(0, namedAtMost)
}

/** Stage and standing first, then money, then dates, then what stands in the way; the rest as the ledger has it. */
const weights: readonly ((key: string) => boolean)[] = [
  (key) => key === 'stage',
  (key) => key === 'standing',
  (key) => key === 'corps',
  (key) =>
    ['money', 'foreign'].includes(fieldByKey.get(key)?.kind ?? '') &&
    fieldByKey.get(key)?.group === 'amounts',
  (key) => key.includes('.'),
  (key) => key === 'problem' || key === 'light',
]
const weightOf = ({ field }: Change) => {
  const at = weights.findIndex((is) => is(field))
  return at < 0 ? weights.length : at
}
const byWeight = (a: Change, b: Change) => weightOf(a) - weightOf(b)
