import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { startServer } from './server-process.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cache = join(root, '.cache')
/** Making the sample takes about a minute on a slow machine. */
const patience = 240_000

/**
 * A data folder with the sample zone in it, to be copied and never opened. It is made by the first who asks and kept
 * until anything that makes it changes; the others, who may be other processes, wait.
 */
export async function sampleFolder(): Promise<string> {
  const folder = join(cache, `sample-${hashOfMakers()}`)
  const until = Date.now() + patience
  while (!existsSync(folder)) {
    if (takeLock(`${folder}.lock`)) {
      try {
        if (!existsSync(folder)) await make(folder)
      } finally {
        rmSync(`${folder}.lock`)
      }
    } else if (Date.now() > until) throw new Error(`Nobody finished making the sample in ${folder}.`)
    else await wait(200)
  }
  return folder
}

async function make(folder: string) {
  const part = `${folder}.part`
  for (const name of readdirSync(cache).filter((one) => /^sample-[0-9a-f]+(\.part)?$/.test(one)))
    rmSync(join(cache, name), { recursive: true, force: true })
  const server = await startServer({ ZHANTU_DATA: part })
  await server.stop()
  renameSync(part, folder)
}

/** True if it is ours now. A lock whose process is gone is nobody's. */
function takeLock(file: string): boolean {
  mkdirSync(cache, { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isHeld(file)) rmSync(file, { force: true })
    return false
  }
}

function isHeld(file: string) {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    // Empty: it is being written at this moment.
    return holder === 0 || process.kill(holder, 0)
  } catch {
    return false
  }
}

/** Of every source and file that the sample's rows depend on. */
function hashOfMakers(): string {
  const hash = createHash('sha256')
  const files = ['src', 'sample'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  for (const name of files.sort())
    if (/\.(ts|sql|json|xlsx|txt|dxf|geojson|zip)$/.test(name) && !/[/\\]web[/\\]|\.test\.ts$/.test(name))
      hash.update(name).update(readFileSync(join(root, name)))
  return hash.digest('hex').slice(0, 16)
}
