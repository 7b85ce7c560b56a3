import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { checkFile } from '../src/features/imports/server/import-file.ts'
import { findImport } from '../src/features/imports/server/queries.ts'
import { writeXlsx } from '../src/formats/write-xlsx.ts'
import { openDatabase } from '../src/server/database/open.ts'
import { assertEveryRowHasItsChange } from './changes.ts'
import { dropDatabase } from './drop-database.ts'
import { buildZone, type TestZone, testConfig } from './factories.ts'

const rounds = 20
const rowCount = 1200
const server = process.env['ZHANTU_TEST_DATABASE']
const root = mkdtempSync(join(tmpdir(), 'zhantu-kill-'))
const dataFolder = join(root, 'data')
const child = fileURLToPath(new URL('children/apply.ts', import.meta.url))
const placeOf = (place: string) => (server ? { url: place } : { folder: place })
const urlOf = (name: string) => Object.assign(new URL(server ?? ''), { pathname: `/${name}` }).href
const databases: string[] = []

async function onServer(text: string) {
  const client = new pg.Client(server)
  await client.connect()
  await client.query(text)
  await client.end()
}

after(async () => {
  for (const name of databases) await dropDatabase(server ?? '', name)
  rmSync(root, { recursive: true, force: true })
})

/** A place with a checked import of 1,200 new projects in it, to be copied for each round. */
async function prepare(): Promise<{ place: string; zone: TestZone; importId: string }> {
  const name = `zhantu_kill_${process.pid}`
  const place = server ? urlOf(name) : dataFolder
  if (server) {
    await onServer(`create database ${name}`)
    databases.push(name)
  }
  const file = join(root, '2022-02 台账.xlsx')
  const rows = Array.from({ length: rowCount }, (_, n) => [
    `项目${n}`,
    `投资方${n}`,
    { decimal: String(n + 1) },
    '签约',
    '2022年3月底',
  ])
  await writeXlsx(createWriteStream(file), [
    {
      name: '台账',
      columns: ['项目名称', '投资方', '总投资（万元）', '当前阶段', '计划开工'].map((title) => ({ title })),
      rows,
    },
  ])
  const database = await openDatabase(placeOf(place))
  const zone = await buildZone(database)
  const desk = {
    house: { database, config: testConfig(dataFolder) },
    zoneId: zone.id,
    memberId: zone.memberIds['analyst'] ?? '',
  }
  const importId = await checkFile(desk, file)
  await database.close()
  return { place, zone, importId }
}

async function copyOf(place: string, round: number): Promise<string> {
  if (!server) {
    const copy = join(root, `round-${round}`)
    cpSync(place, copy, { recursive: true })
    return copy
  }
  const name = `zhantu_kill_${process.pid}_${round}`
  await onServer(`create database ${name} template ${new URL(place).pathname.slice(1)}`)
  databases.push(name)
  return urlOf(name)
}

/** Applies the import in a process of its own and kills it so long after it began; how long it took if it was not killed. */
async function applyAndKill(
  place: string,
  zone: TestZone,
  importId: string,
  killAfter: number | undefined,
): Promise<number> {
  const started = spawn(
    process.execPath,
    [child, place, dataFolder, zone.id, zone.memberIds['analyst'] ?? '', importId],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let began = 0
  let took = 0
  started.stdout.on('data', (chunk: Buffer) => {
    const text = chunk.toString()
    if (text.includes('applying')) {
      began = performance.now()
      if (killAfter !== undefined) setTimeout(() => started.kill('SIGKILL'), killAfter)
    }
    if (text.includes('applied')) took = performance.now() - began
  })
  await new Promise((resolve) => started.once('exit', resolve))
  return took
}

test(`a process killed in the middle of an import leaves it whole or absent, ${rounds} times`, {
  timeout: 400_000,
}, async (t) => {
  const { place, zone, importId } = await prepare()
  const duration = await applyAndKill(await copyOf(place, 0), zone, importId, undefined)
  assert.ok(duration > 0, 'the import is applied when nobody kills it')
  const outcomes = { whole: 0, absent: 0 }
  for (let round = 1; round <= rounds; round++) {
    const copy = await copyOf(place, round)
    await applyAndKill(copy, zone, importId, (duration * (round - 0.5)) / rounds)
    const database = await openDatabase(placeOf(copy))
    const { status, count, entries } = await database.within(
      { zoneId: zone.id, memberId: null },
      async (db) => ({
        status: (await findImport(db, zone.id, importId)).status,
        count: (await db.selectFrom('project').select('id').where('zoneId', '=', zone.id).execute()).length,
        entries: (await db.selectFrom('searchEntry').select('rowId').where('zoneId', '=', zone.id).execute())
          .length,
      }),
    )
    assert.deepEqual(
      [count, entries],
      status === 'applied' ? [rowCount, rowCount] : [0, 0],
      `round ${round}: ${status} with ${count} projects`,
    )
    if (round % 5 === 0) await assertEveryRowHasItsChange(database, zone.id)
    outcomes[status === 'applied' ? 'whole' : 'absent']++
    await database.close()
    if (!server) rmSync(copy, { recursive: true, force: true })
  }
  t.diagnostic(
    `${outcomes.whole} whole, ${outcomes.absent} absent; an import takes ${Math.round(duration)} ms`,
  )
  assert.ok(outcomes.absent > 0, 'at least one was killed before its end')
})
