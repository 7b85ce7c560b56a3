import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Value } from 'typebox/value'
import { hashPassword } from '../features/accounts/server/passwords.ts'
import { listZones } from '../features/accounts/server/queries.ts'
import { samplePassword } from '../features/accounts/server/sample-accounts.ts'
import { createZone, ZoneFile } from '../features/organisation/server/create-zone.ts'
import type { Config } from './config.ts'
import type { Database } from './database/connect.ts'

const folder = new URL('../../sample/', import.meta.url)

/** Makes the sample zone, once, from files that a zone could have and through the importers that a zone uses. */
export async function openSample(database: Database, _config: Config) {
  const file = new URL('organisation.json', folder)
  if (!existsSync(file)) return
  const zones = await database.asOwner(listZones)
  if (zones.length > 0) return
  const organisation: unknown = Value.Clean(ZoneFile, JSON.parse(await readFile(file, 'utf8')))
  if (!Value.Check(ZoneFile, organisation)) throw new Error('sample/organisation.json is not a zone file.')
  console.log(`Making the sample zone ${organisation.zone.name} …`)
  await createZone(database, organisation, {
    sample: true,
    at: new Date('2020-03-01T01:00:00Z'),
    passwordHash: await hashPassword(samplePassword),
    mustChange: false,
  })
}
