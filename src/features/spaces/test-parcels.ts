import { v7 as uuidv7 } from 'uuid'
import type { TestZone } from '../../../test/factories.ts'
import type { Position } from '../../engine/geometry/position.ts'
import type { Database } from '../../server/database/connect.ts'
import { insertRows } from '../../server/database/record.ts'
import { drawn } from './model/drawn.ts'
import { parcelKey } from './model/number-key.ts'

type Given = {
  number?: string | null
  name?: string
  status?: string
  /** Metres east and north of E 40526000, N 3340600, where golden vector 8 lies, and the size. */
  at?: readonly [number, number]
  size?: readonly [number, number]
  territoryId?: string
  provenance?: string
  /** Now, unless told otherwise. */
  writtenAt?: Date
}
let serial = 0

/** A rectangle of land, written as the zone itself; 100 m × 94.07 m unless told otherwise. */
export async function buildParcel(database: Database, zone: TestZone, given: Given = {}): Promise<string> {
  const { at: [right, up] = [0, 0], size: [wide, high] = [100, 94.07] } = given
  const [west, south] = [40526000 + right, 3340600 + up]
  const ring: Position[] = [
    [west, south],
    [west + wide, south],
    [west + wide, south + high],
    [west, south + high],
    [west, south],
  ]
  const place = drawn(4528, [[ring]])
  if (!place) throw new Error('This parcel has no inside.')
  const id = uuidv7()
  const number = given.number === undefined ? `测试地块${++serial}` : given.number
  const author = { zoneId: zone.id, memberId: null, at: given.writtenAt ?? new Date() }
  await database.within(author, (db) =>
    insertRows(db, author, 'parcel', [
      {
        id,
        ...place,
        number,
        numberKey: parcelKey(number),
        name: given.name ?? null,
        status: given.status ?? 'reserve',
        areaM2: place.drawnM2,
        territoryId: given.territoryId ?? null,
        provenance: given.provenance ?? null,
      },
    ]),
  )
  return id
}
