import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Value } from 'typebox/value'
import { hashPassword } from '../features/accounts/server/passwords.ts'
import { listZones } from '../features/accounts/server/queries.ts'
import { listSampleAccounts, samplePassword } from '../features/accounts/server/sample-accounts.ts'
import { importFile } from '../features/imports/server/import-file.ts'
import { closeMonth } from '../features/lights/server/close-month.ts'
import { createZone, ZoneFile } from '../features/organisation/server/create-zone.ts'
import { addDays, lastDayOfMonth, monthOf } from '../shared/days.ts'
import type { Config } from './config.ts'
import type { Database } from './database/connect.ts'

const folder = new URL('../../sample/', import.meta.url)
const ledgers = new URL('ledgers/', folder)

/**
 * Makes the sample zone, once, from files that a zone could have and through the importer that a zone uses. Each
 * workbook is imported as on the last evening of its month, which then closes with its lights, so that two years of
 * history are there to look at.
 */
export async function openSample(database: Database, config: Config) {
  const zones = await database.asOwner(listZones)
  if (zones.length > 0) return
  const organisation: unknown = Value.Clean(
    ZoneFile,
    JSON.parse(await readFile(new URL('organisation.json', folder), 'utf8')),
  )
  if (!Value.Check(ZoneFile, organisation)) throw new Error('sample/organisation.json is not a zone file.')
  console.log(`正在生成示例开发区 Making the sample zone: ${organisation.zone.name} …`)
  const zoneId = await createZone(database, organisation, {
    sample: true,
    at: new Date('2020-03-01T01:00:00Z'),
    passwordHash: await hashPassword(samplePassword),
    mustChange: false,
  })
  const { id: memberId } = await database.within({ zoneId, memberId: null }, (db) =>
    db
      .selectFrom('member')
      .select('id')
      .where('zoneId', '=', zoneId)
      .where('login', '=', 'analyst')
      .executeTakeFirstOrThrow(),
  )
  const books = existsSync(ledgers)
    ? readdirSync(ledgers)
        .filter((name) => /^\d{4}-\d{2} .*\.xlsx$/.test(name))
        .sort()
    : []
  for (const name of books) {
    const lastDay = lastDayOfMonth(name.slice(0, 7))
    const evening = new Date(`${lastDay}T10:00:00Z`)
    const { counts } = await importFile(
      { house: { database, config }, zoneId, memberId, now: () => evening },
      fileURLToPath(new URL(name, ledgers)),
    )
    const nextMonth = new Date(`${addDays(lastDay, 1)}T00:00:00+08:00`)
    await database.within({ zoneId, memberId: null }, (db) =>
      closeMonth(db, zoneId, monthOf(lastDay), nextMonth),
    )
    console.log(
      `  ${name}: 新增 ${counts.new}，变更 ${counts.changed}，无变化 ${counts.unchanged}${counts.questions ? `，疑问 ${counts.questions}` : ''}`,
    )
  }
}

/** The sample's accounts, one of each role, for the console; nothing where there is no sample zone. */
export async function sampleAccountLines(database: Database): Promise<string[]> {
  const zone = (await database.asOwner(listZones)).find((one) => one.sample)
  if (!zone) return []
  const accounts = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
    listSampleAccounts(db, zone.id),
  )
  const ofEachRole = new Map(accounts.map((account) => [account.role, account]))
  return [
    `示例账号 Sample accounts (${zone.name}), 密码 password ${samplePassword}:`,
    ...[...ofEachRole.values()].map(
      ({ login, role, name, unit }) => `  ${login.padEnd(12)} ${role.padEnd(14)} ${name} · ${unit}`,
    ),
  ]
}
