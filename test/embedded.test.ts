import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openEmbedded } from '../src/server/database/embedded.ts'

const onPostgres = process.env['ZHANTU_TEST_DATABASE'] ? 'of the embedded database only; run there' : false
const child = fileURLToPath(new URL('children/commit.ts', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'zhantu-embedded-'))
after(() => rmSync(root, { recursive: true, force: true }))
let serial = 0
const folder = () => join(root, String(++serial))

if (!onPostgres) {
  test('every commit is synced to disk before it is acknowledged, seen in the system calls', (t) => {
    if (spawnSync('strace', ['-V']).status !== 0) return t.skip('no strace on this machine')
    const data = folder()
    spawnSync(process.execPath, [child, data, '0'])
    const trace = join(root, 'trace')
    const commits = 20
    const run = spawnSync(
      'strace',
      [
        '-f',
        '-e',
        'trace=fsync,fdatasync,write',
        '-s',
        '20',
        '-o',
        trace,
        process.execPath,
        child,
        data,
        String(commits),
      ],
      { encoding: 'utf8' },
    )
    assert.match(run.stdout, new RegExp(`kept ${commits}\n`), run.stderr)
    const calls = readFileSync(trace, 'utf8')
      .split('\n')
      // Where another thread calls in between, strace tells a call in two lines: it is synced at the second.
      .filter((line) => /f(data)?sync(\(| resumed).*= 0|write\(\d+, "kept/.test(line))
      .map((line) => (line.includes('"kept') ? 'kept' : 'sync'))
    // Between two acknowledgements there must be a sync.
    for (let i = 1; i < calls.length; i++)
      assert.ok(
        !(calls[i] === 'kept' && calls[i - 1] === 'kept'),
        `commit acknowledged without a sync at call ${i}`,
      )
    assert.equal(calls.filter((call) => call === 'kept').length, commits)
  })

  test('a killed process loses nothing that it acknowledged', async () => {
    const data = folder()
    let last = 0
    for (let round = 0; round < 5; round++) {
      const { opened, kept } = await killAfter(data, 150 + round * 90)
      assert.ok(opened >= last, `opened with ${opened}, after ${last} were acknowledged`)
      last = kept
    }
    assert.ok(last > 0)
  })

  test('a second process on the same folder is refused and told who is there', async () => {
    const data = folder()
    const first = await openEmbedded({ folder: data })
    const second = spawnSync(process.execPath, [child, data, '1'], { encoding: 'utf8' })
    assert.notEqual(second.status, 0)
    assert.match(second.stderr, new RegExp(`in use by process ${process.pid} on ${hostname()}`))
    await first.close()
    assert.equal(spawnSync(process.execPath, [child, data, '1']).status, 0)
  })

  test('large writes bring the planner’s statistics up to date', async () => {
    const connections = await openEmbedded({ folder: folder() })
    const ask = (text: string) => connections.use(async (session) => (await session.query(text, [])).rows)
    await ask('create table filled as select n from generate_series(1, 5000) n')
    assert.deepEqual(await ask(`select reltuples from pg_class where relname = 'filled'`), [
      { reltuples: -1 },
    ])
    await connections.upkeep?.()
    assert.deepEqual(await ask(`select reltuples from pg_class where relname = 'filled'`), [
      { reltuples: 5000 },
    ])
    await connections.close()
  })

  test('a lock left by a dead process, or half-written, is taken over', async () => {
    const data = folder()
    await (await openEmbedded({ folder: data })).close()
    writeFileSync(
      join(data, 'lock'),
      JSON.stringify({ pid: 999_999, host: hostname(), started: '1', since: '2022-03-01T00:00:00Z' }),
    )
    await (await openEmbedded({ folder: data })).close()
    writeFileSync(join(data, 'lock'), '{"pid":')
    await (await openEmbedded({ folder: data })).close()
  })
}

async function killAfter(data: string, milliseconds: number): Promise<{ opened: number; kept: number }> {
  const killed: ChildProcess = spawn(process.execPath, [child, data, '1000000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  let timed = false
  killed.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
    if (timed || !text.includes('kept')) return
    timed = true
    setTimeout(() => killed.kill('SIGKILL'), milliseconds)
  })
  await new Promise((resolve) => killed.once('exit', resolve))
  const number = (word: string) =>
    Number([...text.matchAll(new RegExp(`${word} (\\d+)\n`, 'g'))].at(-1)?.[1] ?? 0)
  return { opened: number('open'), kept: number('kept') }
}
