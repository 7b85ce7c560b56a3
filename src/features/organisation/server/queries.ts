import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Db } from '../../../server/database/connect.ts'
import type { Member, Role, Unit, UnitKind } from '../contract.ts'
import { type PostNow, standsOn } from '../model/state.ts'

export const listUnits = async (db: Db, zoneId: string): Promise<Static<typeof Unit>[]> => {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'parentId', 'kind', 'name', 'position', 'fromOn', 'toOn', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as UnitKind }))
}

/** Members with the posts they hold or have held, newest first. */
export async function listMembers(
  db: Db,
  zoneId: string,
  now: Date,
): Promise<Omit<Static<typeof Member>, 'abilities'>[]> {
  const { rows } = await sql<Omit<Static<typeof Member>, 'abilities'>>`
    select m.id, m.login, m.name, m.revision, coalesce(c.locked_until > ${now}, false) as locked,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'memberId', p.member_id, 'unitId', p.unit_id, 'role', p.role,
          'fromOn', p.from_on, 'toOn', p.to_on, 'revision', p.revision) order by p.from_on desc, p.id)
        from post p where p.zone_id = m.zone_id and p.member_id = m.id and p.removed_at is null), '[]') as posts
    from member m left join credential c on c.zone_id = m.zone_id and c.member_id = m.id
    where m.zone_id = ${zoneId} and m.removed_at is null order by m.login, m.id`.execute(db)
  return rows
}

export const findMember = (db: Db, zoneId: string, id: string) =>
  db
    .selectFrom('member')
    .select(['id', 'login', 'name', 'revision'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()

export async function findPost(db: Db, zoneId: string, id: string): Promise<PostNow | undefined> {
  const row = await db
    .selectFrom('post')
    .select(['id', 'memberId', 'unitId', 'role', 'fromOn', 'toOn'])
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, role: row.role as Role }
}

/** A person's posts that have not been removed; the person is held, so that two posts given at once are seen in turn. */
export async function holdPosts(db: Db, zoneId: string, memberId: string): Promise<PostNow[]> {
  await db
    .selectFrom('member')
    .select('id')
    .where('zoneId', '=', zoneId)
    .where('id', '=', memberId)
    .forUpdate()
    .execute()
  const rows = await db
    .selectFrom('post')
    .select(['id', 'memberId', 'unitId', 'role', 'fromOn', 'toOn'])
    .where('zoneId', '=', zoneId)
    .where('memberId', '=', memberId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as Role }))
}

/** The corps that projects can be given to on a day: those closed before it are history. */
export const listCorpsOn = async (db: Db, zoneId: string, day: string) =>
  (await listUnits(db, zoneId)).filter((unit) => unit.kind === 'corps' && standsOn(unit, day))
