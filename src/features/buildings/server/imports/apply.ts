import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../server/database/connect.ts'
import { type Author, insertRows, updateRows } from '../../../../server/database/record.ts'
import { found } from '../../../../server/errors.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { importMoved } from '../../../imports/server/file-refusals.ts'
import type { Draft } from '../../model/drafts.ts'
import { holdBuildings } from '../hold-buildings.ts'
import { holdRooms } from '../leases.ts'
import { buildingFilePath, judgeTables, openTables } from './check.ts'
import { holdOpen } from './open-import.ts'
import { findImport } from './queries.ts'
import { importWord, recordsMoved } from './refusals.ts'

/**
 * Writes what the check said, all of it or nothing. The file is judged once more beside the zone as it is now: where
 * that says anything else, somebody looks again.
 */
export async function applyImport(desk: Desk, id: string, revision: number): Promise<void> {
  const before = found(await at(desk, (db) => findImport(db, desk.zoneId, id)), importWord, id)
  const { tables } = await openTables(buildingFilePath(desk.house.config, desk.zoneId, id), before.fileName)
  await at(
    desk,
    async (db, author) => {
      const stored = await holdOpen(desk, db, id, revision)
      await holdBuildings(db, desk.zoneId)
      const first = await judgeTables(db, desk.zoneId, tables, stored)
      await holdRooms(db, desk.zoneId, roomIdsOf(first.drafts))
      // Once their rooms are held, nobody else changes their leases.
      const judged = await judgeTables(db, desk.zoneId, tables, stored)
      if (judged.digest !== stored.digest) throw recordsMoved
      await writeDrafts(db, author, judged.drafts, stored.fileName)
      const set = { status: 'applied', appliedBy: author.memberId, appliedAt: author.at }
      const { cause: _, ...plain } = author
      const written = await updateRows(db, plain, 'building_import', [{ id, revision: stored.revision, set }])
      if (written.size === 0) throw importMoved
    },
    { kind: 'building_import', id },
  )
}

const roomIdsOf = (drafts: readonly Draft[]) =>
  drafts.flatMap(({ of, id, room }) => (of === 'room' ? id : of === 'lease' ? room?.id : undefined) ?? [])

async function writeDrafts(db: Db, author: Author, drafts: readonly Draft[], fileName: string) {
  const ids = new Map(drafts.map((draft) => [draft, draft.id ?? uuidv7()]))
  const idOf = (draft: Draft | undefined) => (draft && (draft.id ?? ids.get(draft))) ?? null
  const columnsOf = (draft: Draft): Record<string, unknown> => {
    const { floor, level, lon, lat, ...set } = draft.set
    return {
      ...set,
      ...(level == null ? {} : { level: Number(level) }),
      ...(lon == null || lat == null ? {} : { lon: Number(lon), lat: Number(lat) }),
      ...(floor == null ? {} : { floorId: idOf(draft.floor) }),
    }
  }
  const within = (draft: Draft) => ({
    ...(draft.of === 'building' ? { source: fileName } : {}),
    ...(draft.of === 'floor' || draft.of === 'room' ? { buildingId: idOf(draft.building) } : {}),
    ...(draft.of === 'room' ? { floorId: idOf(draft.floor) } : {}),
    ...(draft.of === 'lease' ? { roomId: idOf(draft.room) } : {}),
  })
  for (const table of ['building', 'floor', 'room', 'lease'] as const) {
    const own = drafts.filter(({ of }) => of === table)
    const fresh = own.filter(({ id }) => id === null)
    await insertRows(
      db,
      author,
      table,
      fresh.map((draft) => ({ id: ids.get(draft) ?? uuidv7(), ...within(draft), ...columnsOf(draft) })),
    )
    const changed = own.flatMap((draft) => {
      const { id, revision } = draft
      return id !== null && revision !== null ? [{ id, revision, set: columnsOf(draft) }] : []
    })
    const written = await updateRows(db, author, table, changed)
    if (written.size !== changed.length) throw recordsMoved
  }
}
