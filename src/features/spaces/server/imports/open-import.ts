import { rm } from 'node:fs/promises'
import { suspectShift } from '../../../../engine/geometry/shifted.ts'
import { systemOf } from '../../../../engine/geometry/systems.ts'
import { insertRows } from '../../../../server/database/record.ts'
import type { Upload } from '../../../../server/receive-file.ts'
import { at, type Desk } from '../../../imports/server/desk.ts'
import type { Reading } from '../../import-contract.ts'
import { guessAreaUnit } from '../../model/propose-fields.ts'
import type { Around } from './around.ts'
import { judge, keepRows, look } from './check.ts'
import { countOf } from './count.ts'
import { type OpenFile, openFile } from './open-file.ts'
import { nothingIn } from './refusals.ts'
import type { JudgedRow } from './row.ts'

const noticesAtMost = 500

/** Reads an uploaded file, proposes how its numbers are meant and judges its shapes. Answers the import’s id. */
export async function openImport(desk: Desk, upload: Omit<Upload, 'fields'>): Promise<string> {
  try {
    const file = await openFile(upload.path, upload.name)
    if (file.shapes.length === 0) throw nothingIn(upload.name)
    const looked = await look(desk, file)
    const { reading } = looked
    suspect(file, reading, looked.around)
    let rows = await judge(desk, file, reading, looked)
    if (learnUnit(reading, rows)) rows = await judge(desk, file, reading, looked)
    await at(desk, async (db, author) => {
      const row = {
        id: upload.id,
        fileName: upload.name,
        fileSize: upload.size,
        fileHash: upload.hash,
        format: file.format,
        status: 'read',
        reading,
        notices: file.notices.slice(0, noticesAtMost),
        counts: countOf(rows),
        landPosition: looked.position,
        createdBy: desk.memberId,
        createdAt: author.at,
      }
      await insertRows(db, author, 'parcel_import', [row])
      await keepRows(db, desk.zoneId, upload.id, rows)
    })
    return upload.id
  } catch (error) {
    await rm(upload.path, { force: true })
    throw error
  }
}

/** Degrees copied from a shifted web map lie half a kilometre off: told where the zone’s territories show it. */
function suspect(file: OpenFile, reading: Reading, around: Around) {
  const answer = reading.epsg === null ? undefined : systemOf(reading.epsg)
  if (!answer?.ok || answer.system.kind !== 'geographic' || !around.hasTerritories) return
  const points = file.shapes.flatMap(({ surfaces }) => {
    const [first, second] = surfaces[0]?.[0]?.[0] ?? []
    if (first === undefined || second === undefined) return []
    return [(reading.swapped ? [second, first] : [first, second]) as [number, number]]
  })
  const { suspected, shares } = suspectShift(points, (lon, lat) => around.territoryAt(lon, lat) !== undefined)
  if (!suspected) return
  reading.confirmed = false
  reading.findings.push({
    code: 'shift_suspected',
    weight: 'ask',
    values: {
      shift: suspected,
      inside: Math.round(shares[suspected] * 100),
      asItIs: Math.round(shares.asItIs * 100),
    },
  })
}

/** Where the declared areas agree with the shapes in another unit than the format says, that unit is taken, and told. */
function learnUnit(reading: Reading, rows: readonly JudgedRow[]): boolean {
  const name = reading.fields['area']
  const pairs = rows.flatMap(({ attributes, drawn }) => {
    const text = name ? attributes[name] : undefined
    return text && drawn ? [{ text, drawnM2: drawn.drawnM2 }] : []
  })
  const unit = guessAreaUnit(pairs)
  if (!unit || unit === reading.areaUnit) return false
  reading.findings.push({
    code: 'area_unit_taken',
    weight: 'warn',
    values: { unit, usual: reading.areaUnit, field: name ?? '' },
  })
  reading.areaUnit = unit
  return true
}
