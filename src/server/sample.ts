import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Value } from 'typebox/value'
import { hashPassword } from '../features/accounts/server/passwords.ts'
import { listZones } from '../features/accounts/server/queries.ts'
import { listSampleAccounts, samplePassword } from '../features/accounts/server/sample-accounts.ts'
import { importBuildingFile } from '../features/buildings/server/imports/import-building-file.ts'
import type { Counts } from '../features/imports/contract.ts'
import type { Desk } from '../features/imports/server/desk.ts'
import { importFile } from '../features/imports/server/import-file.ts'
import { closeMonth } from '../features/lights/server/close-month.ts'
import { createZone, ZoneFile } from '../features/organisation/server/create-zone.ts'
import { carrySampleAct, readSampleAct } from '../features/organisation/server/sample-act.ts'
import { statusOf } from '../features/spaces/model/propose-fields.ts'
import { importPlaces } from '../features/spaces/server/import-places.ts'
import { importParcelFile } from '../features/spaces/server/imports/import-parcel-file.ts'
import { addDays, lastDayOfMonth, type Month } from '../shared/days.ts'
import type { Config } from './config.ts'
import type { Database } from './database/connect.ts'

const folder = new URL('../../sample/', import.meta.url)
const places = new URL('places.xlsx', folder)
const dated = /^(\d{4}-\d{2}) /

/** A file of the sample, of the month that its name begins with. */
type SampleFile = { name: string; month: Month; path: string; kind: 'land' | 'buildings' | 'ledgers' }

/** Of one month the land comes first, then what stands on it, so that what the ledger says of them is there. */
function sampleFiles(): SampleFile[] {
  const inFolder = (kind: SampleFile['kind']) => {
    const url = new URL(`${kind}/`, folder)
    if (!existsSync(url)) return []
    return readdirSync(url).flatMap((name) => {
      const month = dated.exec(name)?.[1]
      return month ? [{ name, month, path: fileURLToPath(new URL(encodeURIComponent(name), url)), kind }] : []
    })
  }
  const byMonth = (a: SampleFile, b: SampleFile) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0)
  const byName = (a: SampleFile, b: SampleFile) => (a.name < b.name ? -1 : 1)
  return (['land', 'buildings', 'ledgers'] as const)
    .flatMap((kind) => inFolder(kind).sort(byName))
    .sort(byMonth)
}

/** `三江 储备地块.txt`: a coordinate TXT has no status, so its name says what the person who imports it chooses. */
const statusInName = (name: string) => statusOf(/ (\S+)\.txt$/.exec(name)?.[1]?.replace(/地块$/, ''))

/**
 * Makes the sample zone, once, from files that a zone could have and through the importers that a zone uses. Each file
 * is imported as on the last evening of its month; a month with a ledger then closes with its lights. So two years of
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
  const deskOn = (month: Month, hour: string): Desk => {
    const evening = new Date(`${lastDayOfMonth(month)}T${hour}:00:00Z`)
    return { house: { database, config }, zoneId, memberId, now: () => evening }
  }
  const files = sampleFiles()
  const act = await readSampleAct(new URL('reorganisation.json', folder))
  const firstAfter = files.find(({ month }) => month >= act.effectiveOn.slice(0, 7))
  for (const file of files) {
    const { name, month, path, kind } = file
    if (file === firstAfter) await carrySampleAct(database, zoneId, act)
    const status = statusInName(name)
    const counts =
      kind === 'land'
        ? await importParcelFile(deskOn(month, '09'), path, {
            provenance: 'illustrative',
            ...(status ? { status } : {}),
          })
        : kind === 'buildings'
          ? await importBuildingFile(deskOn(month, '09'), path)
          : questionsOf((await importFile(deskOn(month, '10'), path)).counts)
    console.log(`  ${name}: ${countsLine(counts)}`)
    const nextMonth = new Date(`${addDays(lastDayOfMonth(month), 1)}T00:00:00+08:00`)
    if (kind === 'ledgers')
      await database.within({ zoneId, memberId: null }, (db) => closeMonth(db, zoneId, month, nextMonth))
  }
  const month = files.at(-1)?.month
  if (!month || !existsSync(places)) return
  const brought = await importPlaces(deskOn(month, '11'), fileURLToPath(places), 'places.xlsx')
  console.log(
    `  places.xlsx: 项目点位 ${brought.placed}${brought.left.length > 0 ? `，疑问 ${brought.left.length}` : ''}`,
  )
}

const questionsOf = ({ questions, ...counts }: Counts) => ({ ...counts, doubt: questions, refused: 0 })

type Told = { new: number; changed: number; unchanged: number; doubt: number; refused: number }

function countsLine({ new: added, changed, unchanged, doubt, refused }: Told) {
  const asked = doubt > 0 ? `，疑问 ${doubt}` : ''
  return `新增 ${added}，变更 ${changed}，无变化 ${unchanged}${asked}${refused > 0 ? `，未取 ${refused}` : ''}`
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
