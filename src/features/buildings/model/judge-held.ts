import { normaliseName } from '../../../engine/text/normalise.ts'
import { addDays } from '../../../shared/days.ts'
import { type Change, type Draft, newDraft } from './drafts.ts'
import { finding, type Held, type Line } from './line.ts'
import { lastDay as endless } from './plausible-days.ts'

const lastOf = (lease: Draft) => lease.facts['toOn'] ?? endless
const firstOf = (lease: Draft) => lease.facts['fromOn'] ?? ''
const holdsOn = (lease: Draft, day: string) => firstOf(lease) <= day && lastOf(lease) >= day
const tenantOf = (lease: Draft) => lease.facts['tenant'] ?? lease.facts['project'] ?? ''
/** Written by this file: another row of it must not end it. */
const isOfFile = (lease: Draft) => Object.keys(lease.told).length > 0

/** What a row changes of who holds its room, beside the leases that there are; what it says of today is compared with its days. */
export function judgeHeld(
  line: Line,
  room: Draft,
  own: readonly Draft[],
  day: string,
): { changes: Change[]; lease?: Draft } {
  if (!line.held) {
    if (line.status === 'not_ready') readyLater(line, room, day)
    return { changes: line.status === 'vacant' ? emptied(line, own, day) : [] }
  }
  const { held } = line
  const same = own.find((lease) => isSame(lease, held, day))
  const fromOn = held.fromOn ?? same?.facts['fromOn'] ?? day
  if (!held.fromOn && !same)
    line.findings.push(
      finding('no_start', held.kind === 'lease' ? 'ask' : 'note', null, held.tenant ?? '', { day }),
    )
  compare(line, held, fromOn, day)
  const terms = { ...toldOf(held), fromOn }
  const lease = same ?? newDraft('lease', '', { room })
  const toOn = held.toOn ?? same?.facts['toOn'] ?? null
  const changes = made(lease, terms)
  if (same && !isOfFile(same)) askOfPast(line, same, changes)
  const others = own.filter(
    (other) => other !== same && firstOf(other) <= (toOn ?? endless) && lastOf(other) >= fromOn,
  )
  if (same && isOfFile(same) && changes.length > 0) {
    const values = { tenant: tenantOf(same), from: firstOf(same), to: same.facts['toOn'] ?? '' }
    line.findings.push(finding('overlaps_row', 'stop', null, fromOn, values))
  }
  return { changes: [...others.flatMap((other) => makeWay(line, other, fromOn)), ...changes], lease }
}

/** The same stay: begun on the same day, or of the same tenant at the same time. */
function isSame(lease: Draft, held: Held, day: string): boolean {
  if (held.fromOn !== null && firstOf(lease) === held.fromOn) return true
  const isTenant =
    lease.facts['kind'] === held.kind &&
    (held.tenant === null ||
      lease.facts['projectId'] != null ||
      normaliseName(tenantOf(lease)) === normaliseName(held.tenant))
  if (!isTenant) return false
  return held.fromOn === null
    ? holdsOn(lease, day)
    : firstOf(lease) <= (held.toOn ?? endless) && lastOf(lease) >= held.fromOn
}

/** A stay that is told otherwise than on record may be another one: what was is written over only if somebody says so. */
function askOfPast(line: Line, lease: Draft, changes: readonly Change[]) {
  const to = (field: string) => changes.find((change) => change.field === field)?.to ?? null
  const [fromOn, tenant] = [to('fromOn'), to('tenant')]
  const values = { tenant: tenantOf(lease), from: firstOf(lease), to: lease.facts['toOn'] ?? '' }
  if (fromOn !== null && fromOn > values.from)
    line.findings.push(finding('begins_later', 'ask', null, fromOn, values))
  if (tenant !== null && values.tenant && normaliseName(values.tenant) !== normaliseName(tenant))
    line.findings.push(finding('other_tenant', 'ask', null, tenant, values))
}

/** What the row says; the tenant of a lease that stands for a project is the project’s to name. */
const toldOf = ({ kind, tenant, contractNo, toOn, rent, rentUnit }: Held): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ kind, tenant, contractNo, toOn, rent, rentUnit }).filter(
      (one): one is [string, string] => one[1] !== null,
    ),
  )

const made = (lease: Draft, terms: Record<string, string>): Change[] =>
  Object.entries(terms)
    .filter(([field]) => field !== 'tenant' || lease.facts['projectId'] == null)
    .filter(([field, to]) => lease.facts[field] !== to)
    .map(([field, to]) => ({ draft: lease, field, to }))

/** Who was in the room before goes the day before; who comes later, or stands in this file, cannot be moved by a row. */
function makeWay(line: Line, other: Draft, fromOn: string): Change[] {
  const values = { tenant: tenantOf(other), from: firstOf(other), to: other.facts['toOn'] ?? '' }
  if (isOfFile(other) || firstOf(other) >= fromOn) {
    line.findings.push(
      finding(isOfFile(other) ? 'overlaps_row' : 'overlaps_later', 'stop', null, fromOn, values),
    )
    return []
  }
  line.findings.push(finding('overlaps', 'ask', null, fromOn, values))
  return [{ draft: other, field: 'toOn', to: addDays(fromOn, -1) }]
}

/** The row says that the room is empty, and somebody holds it: that ended, or the row is old. */
function emptied(line: Line, own: readonly Draft[], day: string): Change[] {
  const holding = own.find((lease) => holdsOn(lease, day))
  if (!holding) return []
  const values = { tenant: tenantOf(holding), from: firstOf(holding), to: holding.facts['toOn'] ?? '', day }
  const isBegun = firstOf(holding) < day
  line.findings.push(
    finding(isBegun ? 'held_in_records' : 'overlaps_row', isBegun ? 'ask' : 'stop', null, '', values),
  )
  return isBegun ? [{ draft: holding, field: 'toOn', to: addDays(day, -1) }] : []
}

/** What is not ready says from when on it will be: a room whose day nobody knows would look vacant. */
function readyLater(line: Line, room: Draft, day: string) {
  const ready =
    line.of.room['readyOn'] ??
    room.facts['readyOn'] ??
    line.of.building['completedOn'] ??
    room.building?.facts['completedOn']
  if (!ready || ready <= day) line.findings.push(finding('no_ready_day', 'stop', null, ready ?? ''))
}

/** A status that disagrees with the days beside it. */
function compare({ status, findings }: Line, { toOn }: Held, fromOn: string, day: string) {
  const isNow = fromOn <= day && (toOn ?? endless) >= day
  if (status === 'vacant' && isNow)
    findings.push(finding('vacant_but_held', 'ask', null, fromOn, { to: toOn ?? '' }))
  if (status === 'lease' && toOn !== null && toOn < day)
    findings.push(finding('held_but_over', 'ask', null, toOn, { day }))
}
