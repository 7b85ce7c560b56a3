import { sql } from 'kysely'
import { mayCall } from '../../../../server/access.ts'
import { say } from '../../../../server/errors.ts'
import { itemsAtMost, matter, type WaitingSource } from '../source.ts'

type Account = { id: string; name: string; login: string; total: number }
const people = '/settings/people'

/** Accounts are as they are now: the past does not remember them. */
const forSecurity =
  (
    kind: string,
    title: ReturnType<typeof say>,
    those: () => ReturnType<typeof sql<boolean>>,
  ): WaitingSource =>
  async (db, actor) => {
    if (actor.asOf || !mayCall(actor, 'member:update')) return undefined
    const { rows } = await sql<Account>`
      select m.id, m.name, m.login, count(*) over ()::int as total from member m
      join credential c on c.zone_id = ${actor.zoneId} and c.member_id = m.id and c.removed_at is null
      where m.zone_id = ${actor.zoneId} and m.removed_at is null and ${those()}
      order by m.login, m.id limit ${itemsAtMost}`.execute(db)
    return {
      ...{ kind, title, address: people },
      items: rows.map(({ id, name, login }) =>
        matter({ id, name, address: people, note: say(login, login) }),
      ),
      total: rows[0]?.total ?? 0,
    }
  }

export const lockedAccounts = forSecurity(
  'lockedAccount',
  say('锁定的账号', 'Locked accounts'),
  () => sql<boolean>`c.locked_until > ${new Date()}`,
)

export const firstPasswords = forSecurity(
  'firstPassword',
  say('初始密码从未修改的账号', 'Accounts still with their first password'),
  () => sql<boolean>`c.must_change`,
)
