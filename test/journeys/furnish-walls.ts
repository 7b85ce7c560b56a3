import type { Security } from '../../src/features/accounts/security-contract.ts'
import { addDays, shanghaiDay } from '../../src/shared/days.ts'
import { type Caller, callAs } from './caller.ts'

/** For how many days the zone's security administrator lets a wall stay signed in. */
export async function allowWalls(security: Caller, wallDays: number) {
  const { values, revision } = await security.get<Security>('/security')
  await security.send('PUT', '/security', { revision, ...values, wallDays })
}

/** A screen that stays signed in, of somebody who is signed in elsewhere besides. */
export async function furnishWalls(url: string) {
  await allowWalls(await callAs(url, 'security'), 7)
  const until = addDays(shanghaiDay(Date.now()), 7)
  await (await callAs(url, 'analyst')).send('POST', '/walls', { screen: '三楼大屏', until })
}
