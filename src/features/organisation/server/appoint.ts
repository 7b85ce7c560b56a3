import type { Database } from '../../../server/database/connect.ts'
import { type Role, roles } from '../contract.ts'
import { givePost } from './actions.ts'

/** Gives a member a post in the zone's office from outside: the first security administrator can be named by nobody else. */
export async function appoint(database: Database, code: string, login: string, role: string) {
  if (!isRole(role)) throw new Error(`There is no role ${role}: ${roles.join(', ')}.`)
  const zone = await database.asOwner((db) =>
    db.selectFrom('zone').select(['id', 'name']).where('code', '=', code).executeTakeFirst(),
  )
  if (!zone) throw new Error(`There is no zone with the code ${code}.`)
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  await database.within(author, async (db) => {
    const member = await db
      .selectFrom('member')
      .select('id')
      .where('zoneId', '=', zone.id)
      .where('login', '=', login)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    if (!member) throw new Error(`${zone.name} has no member ${login}.`)
    const office = await db
      .selectFrom('unit')
      .select('id')
      .where('zoneId', '=', zone.id)
      .where('kind', '=', 'zone_office')
      .where('removedAt', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await givePost(db, author, { memberId: member.id, unitId: office.id, role })
  })
  return zone
}

const isRole = (role: string): role is Role => (roles as readonly string[]).includes(role)
