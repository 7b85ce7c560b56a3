import { closeSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

type Holder = { pid: number; host: string; started: string; since: string }

/**
 * Two processes on one data folder lose each other's rows without a word, so the second is refused and told
 * who is there. A lock whose process is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    since: new Date().toISOString(),
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const handle = openSync(file, 'wx')
      writeSync(handle, JSON.stringify(mine))
      closeSync(handle)
      return () => unlinkSync(file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = readHolder(file)
      if (holder && isAlive(holder))
        throw new Error(
          `The data folder ${folder} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
            'Stop that server, or start this one on another folder with ZHANTU_DATA.',
        )
      unlinkSync(file)
    }
  }
  throw new Error(`The lock ${file} could not be taken: another server is starting on the same folder.`)
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined // half-written by a process that died
  }
}

function isAlive({ pid, host, started }: Holder) {
  if (host !== hostname()) return true // cannot be known from here: be careful
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return startOf(pid) === started
}

/** When a process began, where the system tells: a number used again is then not mistaken for the old process. */
function startOf(pid: number) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
