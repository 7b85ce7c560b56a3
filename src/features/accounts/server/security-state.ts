import { sql } from 'kysely'
import { type Actor, abilitiesOn } from '../../../server/access.ts'
import type { Db } from '../../../server/database/connect.ts'
import { shanghaiDay } from '../../../shared/days.ts'
import type { Role } from '../../organisation/contract.ts'
import { powers } from '../../organisation/model/powers.ts'
import { type AccountNow, type AccountState, accountStates, isIn } from '../model/account-states.ts'
import { meets, settings } from '../model/settings.ts'
import type { AccountList, Security } from '../security-contract.ts'
import { securityPolicy } from './policy.ts'
import { readSettings } from './settings.ts'

type AccountRow = {
  id: string
  name: string
  login: string
  passwordSince: Date
  firstPassword: boolean
  lockedUntil: Date | null
  secondFactorSince: Date | null
  posts: { unit: string; role: Role }[]
}

/** Every account with the posts of a day. */
async function listAccounts(db: Db, zoneId: string, day: string): Promise<(AccountRow & AccountNow)[]> {
  const { rows } = await sql<AccountRow>`
    select m.id, m.name, m.login, c.changed_at as password_since, c.must_change as first_password, c.locked_until,
      (select f.confirmed_at from second_factor f where f.zone_id = ${zoneId} and f.member_id = m.id
        and f.confirmed_at is not null and f.removed_at is null) as second_factor_since,
      coalesce((select jsonb_agg(jsonb_build_object('unit', u.name, 'role', p.role) order by p.from_on, p.id)
        from post p join unit u on u.zone_id = ${zoneId} and u.id = p.unit_id
        where p.zone_id = ${zoneId} and p.member_id = m.id and p.removed_at is null
          and p.from_on <= ${day}::date and (p.to_on is null or p.to_on >= ${day}::date)), '[]') as posts
    from member m join credential c on c.zone_id = ${zoneId} and c.member_id = m.id
    where m.zone_id = ${zoneId} and m.removed_at is null order by m.name, m.login, m.id`.execute(db)
  return rows.map((row) => ({ ...row, roles: row.posts.map(({ role }) => role) }))
}

/** The zone's settings against the levels, and its accounts against the settings. */
export async function readSecurity(db: Db, actor: Actor, idleMinutes: number, at: Date): Promise<Security> {
  const day = shanghaiDay(at)
  const { values, revision } = await readSettings(db, actor.zoneId, idleMinutes)
  const accounts = await listAccounts(db, actor.zoneId, day)
  const holders = powers.map((role) => ({
    role,
    members: accounts.filter(({ roles }) => roles.includes(role)).map(({ id, name }) => ({ id, name })),
  }))
  const held = holders.flatMap(({ members }) => members.map(({ id }) => id))
  return {
    day,
    values,
    revision,
    checks: settings.map((setting) => ({
      key: setting.key,
      level2: meets(setting, 2, values),
      level3: meets(setting, 3, values),
    })),
    powers: {
      holders,
      apart: holders.every(({ members }) => members.length > 0) && new Set(held).size === held.length,
    },
    accounts: accounts.length,
    figures: accountStates.map((state) => ({
      state,
      count: accounts.filter((account) => isIn(state, account, values, at)).length,
    })),
    abilities: abilitiesOn(securityPolicy, actor, undefined),
  }
}

/** The accounts behind a figure. */
export async function listAccountsIn(
  db: Db,
  zoneId: string,
  state: AccountState,
  idleMinutes: number,
  at: Date,
): Promise<AccountList> {
  const { values } = await readSettings(db, zoneId, idleMinutes)
  const items = (await listAccounts(db, zoneId, shanghaiDay(at)))
    .filter((account) => isIn(state, account, values, at))
    .map(({ id, name, login, posts }) => ({ id, name, login, posts }))
  return { items, total: items.length }
}
