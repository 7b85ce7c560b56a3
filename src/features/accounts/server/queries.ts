import { sql } from 'kysely'
import type { Db } from '../../../server/database/connect.ts'
import { quietPosition } from '../../audit/server/log-position.ts'
import type { FactorDemand } from '../model/settings.ts'

export type Zone = { id: string; code: string; name: string; sample: boolean }

/** Every zone of this database: as the owner only, for the sign-in page and for jobs. */
export const listZones = (db: Db): Promise<Zone[]> =>
  db.selectFrom('zone').select(['id', 'code', 'name', 'sample']).orderBy('name').orderBy('id').execute()

/** A person's account, held until the transaction ends so that two tries at once are counted as two. */
export const findCredential = (db: Db, zoneId: string, whose: { login: string } | { memberId: string }) =>
  db
    .selectFrom('member')
    .innerJoin('credential', (join) =>
      join.onRef('credential.zoneId', '=', 'member.zoneId').onRef('credential.memberId', '=', 'member.id'),
    )
    .select([
      'credential.id',
      'credential.revision',
      'credential.passwordHash',
      'credential.failures',
      'credential.lockedUntil',
      'credential.mustChange',
      'credential.changedAt',
      'member.id as memberId',
      'member.login',
      'member.name',
    ])
    .where('member.zoneId', '=', zoneId)
    .where(
      'login' in whose ? 'member.login' : 'member.id',
      '=',
      'login' in whose ? whose.login : whose.memberId,
    )
    .where('member.removedAt', 'is', null)
    .forUpdate('credential')
    .executeTakeFirst()

export type Credential = NonNullable<Awaited<ReturnType<typeof findCredential>>>

export type SessionRow = {
  id: string
  revision: number
  memberId: string
  secretHash: string
  seenAt: Date
  name: string
  login: string
  /** A first password, where the zone has those changed; or one past its age when the session began. */
  mustChange: boolean
  /** What the zone has set, if anything. */
  idleMinutes: number | null
  secondFactor: FactorDemand | null
  enrolled: boolean
  /** Both of a wall, neither of a person's session. */
  screen: string | null
  endsOn: string | null
  posts: { unitId: string; role: string }[]
  units: { id: string; name: string }[]
}

/**
 * A session that has not ended, with its member, the posts held on `today`, and the units below them: under every name
 * they ever had, as ledgers name the unit of first contact by the name of its time.
 */
export async function findSession(
  db: Db,
  zoneId: string,
  id: string,
  today: string,
): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    with recursive held as (
      select p.unit_id, p.role from post p join session s on s.zone_id = p.zone_id and s.member_id = p.member_id
      where p.zone_id = ${zoneId} and s.id = ${id} and p.removed_at is null
        and p.from_on <= ${today}::date and (p.to_on is null or p.to_on >= ${today}::date)
    ), below as (
      select unit_id as id from held where role in ('commander', 'officer', 'promoter')
      union
      select u.id from unit u join below b on u.parent_id = b.id where u.zone_id = ${zoneId} and u.removed_at is null
    )
    select s.id, s.revision, s.member_id, s.secret_hash, s.seen_at, m.name, m.login,
      (c.must_change and coalesce(k.first_change, true)) or s.must_renew as must_change,
      k.idle_minutes, k.second_factor, s.screen, s.ends_on,
      exists (select from second_factor f where f.zone_id = ${zoneId} and f.member_id = s.member_id
        and f.confirmed_at is not null and f.removed_at is null) as enrolled,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', unit_id, 'role', role)) from held), '[]') as posts,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', b.id, 'name', n.name)) from below b cross join lateral (
        select name from unit where zone_id = ${zoneId} and id = b.id
        union all select image ->> 'name' from change where zone_id = ${zoneId} and entity = 'unit' and row_id = b.id) n), '[]') as units
    from session s
    join member m on m.zone_id = s.zone_id and m.id = s.member_id
    join credential c on c.zone_id = s.zone_id and c.member_id = s.member_id
    left join security_setting k on k.zone_id = s.zone_id
    where s.zone_id = ${zoneId} and s.id = ${id} and s.ended_at is null and m.removed_at is null`.execute(db)
  return rows[0]
}

/** Seen now; and where the log stood, so that the next session can say what came after. */
export async function touchSession(db: Db, zoneId: string, id: string, at: Date) {
  const seenPosition = await quietPosition(db, zoneId)
  await db
    .updateTable('session')
    .set({ seenAt: at, ...(seenPosition === undefined ? {} : { seenPosition }) })
    .where('zoneId', '=', zoneId)
    .where('id', '=', id)
    .execute()
}
