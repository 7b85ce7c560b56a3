import { v7 as uuidv7 } from 'uuid'
import { hashPassword } from '../src/features/accounts/server/passwords.ts'
import type { Role } from '../src/features/organisation/contract.ts'
import { createZone } from '../src/features/organisation/server/create-zone.ts'
import { writeProjects } from '../src/features/projects/server/write-projects.ts'
import { buildApp } from '../src/server/app.ts'
import { type Config, readConfig } from '../src/server/config.ts'
import type { Database } from '../src/server/database/connect.ts'
import type { App } from '../src/server/http.ts'

export const password = 'Right-horse-7'
const passwordHash = hashPassword(password)

export const testConfig = (dataFolder: string): Config => ({ ...readConfig({}), dataFolder, log: false })
export const buildTestApp = (database: Database, dataFolder: string) =>
  buildApp({ database, config: testConfig(dataFolder) })

export type TestZone = {
  id: string
  code: string
  corps: { a: string; b: string }
  memberIds: Record<string, string>
}

let serial = 0

/** Who is in every test zone: one per role, and a commander and an officer of a second corps. Login = key. */
const people: Record<string, { role: Role; unit: string }> = {
  director: { role: 'director', unit: 'office' },
  analyst: { role: 'analyst', unit: 'office' },
  administrator: { role: 'administrator', unit: 'office' },
  security: { role: 'security_administrator', unit: 'office' },
  auditor: { role: 'auditor', unit: 'office' },
  commander: { role: 'commander', unit: 'a' },
  officer: { role: 'officer', unit: 'a' },
  promoter: { role: 'promoter', unit: 'a' },
  commander2: { role: 'commander', unit: 'b' },
}

/** A zone of this test's own, with an office, 市北兵团 and 桥南兵团, so that tests never meet and nothing is cleaned up. */
export async function buildZone(database: Database): Promise<TestZone> {
  const code = `z${process.pid}-${++serial}`
  const fromOn = '2020-01-01'
  const id = await createZone(
    database,
    {
      zone: { code, name: `开发区${code}` },
      units: [
        { key: 'office', kind: 'zone_office', name: '管委会', fromOn },
        { key: 'a', parent: 'office', kind: 'corps', name: '市北兵团', fromOn },
        { key: 'b', parent: 'office', kind: 'corps', name: '桥南兵团', fromOn },
      ],
      members: Object.entries(people).map(([login, { role, unit }]) => ({
        login,
        name: `${login}同志`,
        posts: [{ unit, role, fromOn }],
      })),
    },
    { sample: false, at: new Date(), passwordHash: await passwordHash, mustChange: false },
  )
  return database.within({ zoneId: id, memberId: null }, async (db) => {
    const units = await db.selectFrom('unit').select(['id', 'name']).where('zoneId', '=', id).execute()
    const members = await db.selectFrom('member').select(['id', 'login']).where('zoneId', '=', id).execute()
    const unit = (name: string) => units.find((one) => one.name === name)?.id ?? ''
    return {
      id,
      code,
      corps: { a: unit('市北兵团'), b: unit('桥南兵团') },
      memberIds: Object.fromEntries(members.map((one) => [one.login, one.id])),
    }
  })
}

export type Caller = {
  cookie: string
  call: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ) => ReturnType<typeof injectOf>
}
const injectOf = (app: App, options: object) => app.inject(options)

/** Signs in and gives a function that calls the API as this person. */
export async function signIn(app: App, zone: TestZone, login: keyof typeof people | string): Promise<Caller> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/sign-in',
    body: { zone: zone.code, login, password },
  })
  if (response.statusCode !== 200) throw new Error(`${login} could not sign in: ${response.body}`)
  const set = response.cookies[0]
  const cookie = `${set?.name}=${set?.value}`
  return {
    cookie,
    call: (method, url, body, headers) =>
      injectOf(app, { method, url, headers: { cookie, ...headers }, ...(body ? { body } : {}) }),
  }
}

/** A project written as the zone itself; `values` are ledger fields. */
export async function buildProject(
  database: Database,
  zone: TestZone,
  values: Record<string, string> = {},
  period = '2022-02',
  at = new Date(),
): Promise<string> {
  const projectId = uuidv7()
  const author = { zoneId: zone.id, memberId: null, at }
  await database.within(author, (db) =>
    writeProjects(db, author, [
      { projectId, isNew: true, period, set: { name: `项目${++serial}`, corps: zone.corps.a, ...values } },
    ]),
  )
  return projectId
}
