import type { Decision, RowChange, RowVerdict } from '../import-contract.ts'
import { type Change, changesOf, type Draft, make, newDraft, shown } from './drafts.ts'
import { judgeHeld } from './judge-held.ts'
import { type Facts, finding, type Line } from './line.ts'
import { kindSaid } from './read-lines.ts'
import { standsIn } from './stands-in.ts'

/** What the zone has, and where its land lies. */
export type Known = {
  buildings: Map<string, Draft>
  /** By building’s key and level. */
  floors: Map<string, Draft>
  /** By building’s key and room’s. */
  rooms: Map<string, Draft>
  /** By the room. */
  leases: Map<Draft, Draft[]>
  parcelOf: (number: string) => { id: string; territoryId: string | null } | undefined
  territoryAt: (lon: number, lat: number) => string | undefined
  /** By building’s key and room’s: numbers of rooms from before they were divided or combined by hand. */
  reshaped: ReadonlySet<string>
}
export type JudgedRow = { line: Line; changes: RowChange[]; verdict: RowVerdict; decision: Decision | null }
export type Judged = { rows: JudgedRow[]; drafts: Draft[] }

/**
 * What every row would become, in the file’s order: a row is judged beside the zone and the rows before it that are
 * taken. The drafts are what applying writes. Pure: the same lines, records, decisions and day give the same.
 */
export function judgeLines(
  lines: readonly Line[],
  known: Known,
  day: string,
  decisions: Readonly<Record<string, Decision>>,
): Judged {
  const touched = new Set<Draft>()
  const rows = lines.map((line): JudgedRow => {
    const decision = decisions[line.place] ?? null
    const { changes, isNew, lease } = judgeOne(line, known, day)
    const isStopped = line.findings.some(({ weight }) => weight === 'stop')
    const isAsked = line.findings.some(({ weight }) => weight === 'ask')
    const verdict: RowVerdict = isStopped
      ? 'refused'
      : isAsked
        ? 'doubt'
        : isNew
          ? 'new'
          : changes.length > 0
            ? 'changed'
            : 'unchanged'
    const told = changes.map(shown)
    const isTaken = verdict === 'doubt' ? decision === 'take' : verdict !== 'refused' && decision !== 'skip'
    if (isTaken)
      for (const change of changes) {
        enter(known, change.draft, touched)
        make(change)
      }
    // Also where it changes nothing: a later row of the file cannot end what this one says.
    if (isTaken && lease) lease.told['fromOn'] = lease.facts['fromOn'] ?? ''
    return { line, changes: told, verdict, decision: decisionThatCounts(verdict, decision) }
  })
  return { rows, drafts: [...touched] }
}

const decisionThatCounts = (verdict: RowVerdict, decision: Decision | null): Decision | null =>
  verdict === 'doubt' || (decision === 'skip' && (verdict === 'new' || verdict === 'changed'))
    ? decision
    : null

type One = { changes: Change[]; isNew: boolean; lease?: Draft | undefined }

function judgeOne(line: Line, known: Known, day: string): One {
  const { building: named, room: numbered, areaM2 } = line
  if (!named || !numbered) return { changes: [], isNew: false }
  const building = known.buildings.get(named.key) ?? newDraft('building', named.key)
  const roomAt = `${named.key} ${numbered.key}`
  const before = known.rooms.get(roomAt)
  const onFloor = before?.floor?.facts['level']
  const said = line.findings.some(({ code }) => code === 'floor_from_number') ? null : line.level
  const level = said ?? (onFloor ? Number(onFloor) : line.level)
  if (level === null) line.findings.push(finding('no_floor', 'stop', null, numbered.number))
  if (!before && areaM2 === null && !line.findings.some(({ code }) => code === 'area_unread'))
    line.findings.push(finding('no_area', 'stop', null, numbered.number))
  if (level === null || line.findings.some(({ weight }) => weight === 'stop'))
    return { changes: [], isNew: false }
  if (areaM2 !== null && known.reshaped.has(roomAt) && before?.facts['areaM2'] !== areaM2)
    line.findings.push(finding('was_reshaped', 'ask', null, areaM2, { now: before?.facts['areaM2'] ?? '' }))
  const floor =
    known.floors.get(`${named.key} ${level}`) ?? newDraft('floor', `${named.key} ${level}`, { building })
  const room = before ?? newDraft('room', roomAt, { building, floor })
  const changes = [
    ...buildingChanges(building, line, known),
    ...changesOf(floor, { level: String(level), ...line.of.floor }, line),
    ...roomChanges(room, floor, line),
  ]
  const held = judgeHeld(line, room, known.leases.get(room) ?? [], day)
  return { changes: [...changes, ...held.changes], isNew: !before, lease: held.lease }
}

function buildingChanges(building: Draft, line: Line, known: Known): Change[] {
  const { building: named, of, parcel } = line
  if (!named) return []
  const isNew = building.id === null && building.facts['name'] === undefined
  const identity: Facts = isNew
    ? { name: named.name, ...(named.number ? { number: named.number } : {}), key: named.key }
    : {}
  const kind: Facts = isNew ? { kind: kindSaid(`${named.name}${named.number ?? ''}`) } : {}
  const changes = changesOf(building, { ...identity, ...kind, ...of.building }, line)
  const stands = parcel ? known.parcelOf(parcel) : undefined
  if (parcel && !stands) line.findings.push(finding('parcel_unknown', 'warn', null, parcel))
  if (stands && building.facts['parcelId'] !== stands.id)
    changes.push({
      draft: building,
      field: 'parcelId',
      to: stands.id,
      shown: [building.facts['parcel'] ?? null, parcel],
    })
  const [lon, lat] = [of.building['lon'], of.building['lat']]
  const place = lon && lat ? ([Number(lon), Number(lat)] as const) : undefined
  const territoryId = standsIn(stands, place, known.territoryAt)
  if (territoryId && (building.facts['territoryId'] ?? null) === null)
    changes.push({ draft: building, field: 'territoryId', to: territoryId, shown: [null, null] })
  return changes
}

function roomChanges(room: Draft, floor: Draft, line: Line): Change[] {
  const { room: numbered, areaM2, of } = line
  const isNew = room.id === null && room.facts['number'] === undefined
  const identity: Facts = isNew && numbered ? { number: numbered.number, numberKey: numbered.key } : {}
  const changes = changesOf(room, { ...identity, ...(areaM2 ? { areaM2 } : {}), ...of.room }, line)
  if (room.floor && room.floor !== floor)
    changes.push({
      draft: room,
      field: 'floor',
      floor,
      to: floor.facts['level'] ?? String(line.level),
      shown: [room.floor.facts['level'] ?? null, String(line.level)],
    })
  return changes
}

export function enterLease(leases: Known['leases'], lease: Draft) {
  if (!lease.room) return
  const own = leases.get(lease.room)
  if (own) own.push(lease)
  else leases.set(lease.room, [lease])
}

/** What is taken is there for the rows that follow. */
function enter(known: Known, draft: Draft, touched: Set<Draft>) {
  if (touched.has(draft)) return
  touched.add(draft)
  if (draft.id !== null) return
  if (draft.of === 'lease') enterLease(known.leases, draft)
  else ({ building: known.buildings, floor: known.floors, room: known.rooms })[draft.of].set(draft.key, draft)
}
