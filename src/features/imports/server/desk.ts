import type { Db } from '../../../server/database/connect.ts'
import type { Author } from '../../../server/database/record.ts'
import type { House } from '../../../server/http.ts'

/** Who imports, and where: a request's person, or the program that fills the sample zone. `now` may be a day long past. */
export type Desk = { house: House; zoneId: string; memberId: string; now?: () => Date }

/** One transaction at a desk; writes in it carry its cause. */
export const at = <T>(
  desk: Desk,
  work: (db: Db, author: Author) => Promise<T>,
  cause?: Author['cause'],
): Promise<T> => {
  const { house, zoneId, memberId, now = () => new Date() } = desk
  // Whoever imports knows the whole zone: a row must meet its project, signed or not.
  return house.database.within({ zoneId, memberId, reach: 'zone' }, (db) =>
    work(db, { zoneId, memberId, at: now(), ...(cause ? { cause } : {}) }),
  )
}
