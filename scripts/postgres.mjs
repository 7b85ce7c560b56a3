// Finds a PostgreSQL for the tests: the one ZHANTU_TEST_DATABASE names, or the machine's own programs in a temporary folder.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A server that the caller must stop, or the reason why there is none. Its user owns its databases and is no superuser. */
export async function startPostgres() {
  const given = process.env.ZHANTU_TEST_DATABASE
  if (given) return { url: given, stop: async () => undefined }
  const bin = findPrograms()
  if (!bin) return { reason: 'no PostgreSQL programs (initdb, postgres) on this machine' }
  const user = otherUser()
  if (user === undefined)
    return { reason: 'PostgreSQL refuses to run as root, and there is no user postgres or nobody here' }
  const folder = mkdtempSync(join(tmpdir(), 'zhantu-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) return { reason: `initdb failed: ${made.stderr}` }
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-k',
      folder,
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'max_connections=60',
      '-c',
      'fsync=off',
    ],
    { ...user, cwd: folder, stdio: 'ignore' },
  )
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT')
      await new Promise((resolve) => server.once('exit', resolve))
    }
    rmSync(folder, { recursive: true, force: true })
  }
  const psql = (text) =>
    execFileSync(
      join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-d', 'postgres', '-c', text],
      { stdio: 'ignore' },
    )
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      psql('create role zhantu_owner login createdb createrole')
      return { url: `postgres://zhantu_owner@127.0.0.1:${port}/postgres`, stop }
    } catch {
      await wait(100)
    }
  }
  await stop()
  return { reason: 'the server did not start in 10 s' }
}

function findPrograms() {
  const debian = '/usr/lib/postgresql'
  const folders = existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debian, version, 'bin'))
    : []
  folders.push(...(process.env.PATH ?? '').split(':'))
  return folders.find(
    (folder) =>
      existsSync(join(folder, 'initdb')) &&
      existsSync(join(folder, 'postgres')) &&
      existsSync(join(folder, 'psql')),
  )
}

/** Null if this user may run it; else another user's ids. */
function otherUser() {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const found = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const group = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (found.status === 0) return { uid: Number(found.stdout), gid: Number(group.stdout) }
  }
  return undefined
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
