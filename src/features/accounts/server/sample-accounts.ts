import type { Static } from 'typebox'
import type { Db } from '../../../server/database/connect.ts'
import type { Role } from '../../organisation/contract.ts'
import type { SignInPage } from '../contract.ts'

/** The one password of every account of a sample zone: published on its sign-in page, and of no use anywhere else. */
export const samplePassword = 'Zhantu-2022'

type Account = Static<typeof SignInPage>['zones'][number]['accounts'][number]

/** The accounts of a sample zone, for its sign-in page. */
export async function listSampleAccounts(db: Db, zoneId: string): Promise<Account[]> {
  const rows = await db
    .selectFrom('post')
    .innerJoin('member', (join) =>
      join.onRef('member.zoneId', '=', 'post.zoneId').onRef('member.id', '=', 'post.memberId'),
    )
    .innerJoin('unit', (join) =>
      join.onRef('unit.zoneId', '=', 'post.zoneId').onRef('unit.id', '=', 'post.unitId'),
    )
    .innerJoin('zone', 'zone.id', 'post.zoneId')
    .select(['member.login', 'member.name', 'post.role', 'unit.name as unit'])
    .where('post.zoneId', '=', zoneId)
    .where('zone.sample', '=', true)
    .where('post.removedAt', 'is', null)
    .where('member.removedAt', 'is', null)
    .orderBy('unit.position')
    .orderBy('member.login')
    .orderBy('post.id')
    .execute()
  const byLogin = new Map(rows.map((row) => [row.login, row]))
  return [...byLogin.values()].map((row) => ({ ...row, role: row.role as Role, password: samplePassword }))
}
