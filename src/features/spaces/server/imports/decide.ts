import { sql } from 'kysely'
import { systemOf } from '../../../../engine/geometry/systems.ts'
import type { Actor } from '../../../../server/access.ts'
import type { Db } from '../../../../server/database/connect.ts'
import { found, say } from '../../../../server/errors.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import { importMoved, isOver } from '../../../imports/server/file-refusals.ts'
import type { Reading, ReadingPatch, RowPatch, RowsPatch } from '../../import-contract.ts'
import { holdOpen, judge, keepImport, keepRows, look, parcelFilePath } from './check.ts'
import { countOf, countsOf } from './count.ts'
import { openFile } from './open-file.ts'
import { findImport, rowsWhere } from './queries.ts'
import { importWord, noSystem, unknownSystem } from './refusals.ts'

/** Changes how a file’s numbers are understood and judges it anew; decisions on single rows begin again. */
export async function changeReading(desk: Desk, id: string, patch: ReadingPatch): Promise<void> {
  const { revision, fields, ...given } = patch
  const stored = found(await at(desk, (db) => findImport(db, desk.zoneId, id)), importWord, id)
  if (stored.status !== 'read') throw isOver(stored.fileName, stored.status)
  if (stored.revision !== revision) throw importMoved
  const isOtherwise = given.epsg !== undefined || given.swapped !== undefined || given.shift !== undefined
  const reading = {
    ...stored.reading,
    // Whoever confirmed, confirmed what was seen.
    ...(isOtherwise ? { confirmed: false } : {}),
    ...given,
    fields: { ...stored.reading.fields, ...fields },
  }
  if (reading.epsg === null && reading.confirmed) throw noSystem
  if (reading.epsg !== null && !systemOf(reading.epsg).ok) throw unknownSystem(reading.epsg)
  // Neither word changes what a shape is: they count when it is written.
  const words = ['confirmed', 'status']
  const isOnlyWord = Object.keys(given).every((key) => words.includes(key)) && fields === undefined
  const judged = isOnlyWord ? undefined : await judgeAgain(desk, stored, reading)
  await at(desk, async (db, { at: when }) => {
    const held = await holdOpen(db, desk.zoneId, id, revision)
    if (judged) await keepRows(db, desk.zoneId, id, judged.rows)
    const checked = judged ? { counts: countOf(judged.rows), landPosition: judged.position } : {}
    await keepImport(db, desk, when, held, { reading, ...checked })
  })
}

async function judgeAgain(desk: Desk, { id, fileName }: { id: string; fileName: string }, reading: Reading) {
  const file = await openFile(parcelFilePath(desk.house.config, desk.zoneId, id), fileName)
  const looked = await look(desk, file)
  return { rows: await judge(desk, file, reading, looked), position: looked.position }
}

const rowWord = say('这一行', 'row')

/** What a person decides of one shape. */
export async function decideRow(
  db: Db,
  actor: Actor,
  when: Date,
  id: string,
  rowId: string,
  patch: RowPatch,
) {
  const held = await holdOpen(db, actor.zoneId, id)
  const { rows } = await sql<{ id: string }>`
    update parcel_import_row set ${sql.join(setsOf(patch))}
    where zone_id = ${actor.zoneId} and import_id = ${id} and id = ${rowId} and verdict <> 'refused' returning id`.execute(
    db,
  )
  found(rows[0], rowWord, rowId)
  await keepImport(db, actor, when, held, { counts: await countsOf(db, actor.zoneId, id) })
}

/** The same for all in doubt, or all of which one thing was found. */
export async function decideRows(db: Db, actor: Actor, when: Date, id: string, patch: RowsPatch) {
  const held = await holdOpen(db, actor.zoneId, id)
  const { finding, ...decision } = patch
  const which = finding ? rowsWhere({ finding }) : sql`verdict = 'doubt'`
  await sql`update parcel_import_row set ${sql.join(setsOf(decision))}
    where zone_id = ${actor.zoneId} and import_id = ${id} and verdict <> 'refused' and ${which}`.execute(db)
  await keepImport(db, actor, when, held, { counts: await countsOf(db, actor.zoneId, id) })
}

const setsOf = ({ decision, areaBy }: RowPatch) => [
  sql`ordinal = ordinal`,
  ...(decision === undefined ? [] : [sql`decision = ${decision}`]),
  ...(areaBy === undefined
    ? []
    : [
        sql`area_by = case when ${areaBy} = 'declared' and declared_m2 is null then area_by else ${areaBy} end`,
      ]),
]
