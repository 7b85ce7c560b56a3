import type { Db } from '../../../server/database/connect.ts'
import type { MovedOn } from '../contract.ts'
import { overtaken } from '../model/differences.ts'
import { identityOf } from '../model/judge.ts'
import { matchRows } from '../model/match.ts'
import { periodOf } from '../model/periods.ts'
import { loadCurrent } from './current-values.ts'
import { at, type Desk } from './desk.ts'
import { listKnown } from './known-projects.ts'
import { findImport, type StoredImport } from './queries.ts'
import { loadRowsToWrite, type WorkingRow } from './working-rows.ts'

type Place = MovedOn['first'][number]

export const shownPlaces = 5

/** Where the ledger is no longer as an open import's check saw it; nowhere for one that is not checked. */
export function readMovedOn(desk: Desk, id: string): Promise<MovedOn> {
  const { zoneId } = desk
  return at(desk, async (db) => {
    const stored = await findImport(db, zoneId, id)
    if (stored.status !== 'checked') return { places: 0, first: [] }
    const places = await placesMoved(db, zoneId, stored, await rowsToWrite(db, zoneId, id))
    return { places: places.length, first: places.slice(0, shownPlaces) }
  })
}

export async function rowsToWrite(db: Db, zoneId: string, id: string): Promise<WorkingRow[]> {
  const rows: WorkingRow[] = []
  for (;;) {
    const part = await loadRowsToWrite(db, zoneId, id, rows.at(-1)?.ordinal ?? -1)
    rows.push(...part)
    if (part.length === 0) return rows
  }
}

/** Values that are no longer what the check saw, projects that are gone, and new ones that somebody has added meanwhile. */
export async function placesMoved(
  db: Db,
  zoneId: string,
  stored: StoredImport,
  rows: readonly WorkingRow[],
): Promise<Place[]> {
  const wanted = rows.flatMap(({ projectId, readings }) =>
    projectId === null ? [] : [{ projectId, period: periodOf(readings, stored.period) }],
  )
  const current = await loadCurrent(db, zoneId, wanted)
  const places: Place[] = []
  for (const row of rows) {
    if (row.projectId === null) continue
    const now = current.get(row.projectId)
    const name = row.name ?? ''
    if (!now) places.push({ kind: 'gone', name, field: null })
    else for (const { field } of overtaken(row.differences, now)) places.push({ kind: 'value', name, field })
  }
  places.push(
    ...(await noLongerNew(
      db,
      zoneId,
      rows.filter((row) => row.projectId === null),
    )),
  )
  return places
}

/** New rows that somebody has added to the ledger meanwhile, by code or by name and investor. */
async function noLongerNew(db: Db, zoneId: string, rows: readonly WorkingRow[]): Promise<Place[]> {
  if (rows.length === 0) return []
  const matches = matchRows(
    rows.map((row) => identityOf({ ...row, decision: null })),
    (await listKnown(db, zoneId)).projects,
  )
  return rows.flatMap((row, at) => {
    const match = matches[at]
    const found =
      match?.kind === 'match'
        ? [match.projectId]
        : match?.kind === 'doubt'
          ? match.candidates.filter(isCertain).map((one) => one.projectId)
          : []
    // Who said that it is a new project knew what the ledger had then; ids are UUIDv7 and sort by time.
    const unseen = found.filter((id) => row.decision !== 'create' || id > row.id)
    return unseen.length > 0 ? [{ kind: 'added' as const, name: row.name ?? '', field: null }] : []
  })
}

const isCertain = ({ reason }: { reason: string }) =>
  reason === 'same_code' || reason === 'same_name' || reason === 'several_same_name'
