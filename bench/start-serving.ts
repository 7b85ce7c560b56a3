import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { password } from '../test/factories.ts'
import type { Order, Ready, Usage } from './serving.ts'

export type Server = Ready & {
  usage(): Promise<Usage>
  /** Highest used heap before any collection so far, MiB: of the main thread and of the busiest other thread. */
  heap(): { main: number; worker: number }
  signIn(zone: Ready['zones'][number], login: string): Promise<string>
  stop(): Promise<void>
}

const collection =
  /^\[\d+:(0x[0-9a-f]+)[^\]]*\].*?(?:Scavenge|Mark-Compact|Minor)[^>]*?([\d.]+) \([\d.]+\) -> /

/** Starts `serving.ts` with a heap of so many MB and no more: past it the process dies, and the measure with it. */
export async function startServing(order: Order, heapMb: number, more: string[] = []): Promise<Server> {
  const child = fork(fileURLToPath(new URL('serving.ts', import.meta.url)), [JSON.stringify(order)], {
    execArgv: [`--max-old-space-size=${heapMb}`, '--trace-gc', ...more],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const peaks = new Map<string, number>()
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const [, thread = '', used] = collection.exec(line) ?? []
      if (used) peaks.set(thread, Math.max(peaks.get(thread) ?? 0, Number(used)))
    }
  })
  let told = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const gone = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The server ended (${code ?? signal}).\n${told}`)
  })
  gone.catch(() => undefined)
  const next = async <T>(): Promise<T> => (await Promise.race([once(child, 'message'), gone]))[0]
  const ready = await next<Ready>()
  return {
    ...ready,
    usage: () => {
      const answer = next<Usage>()
      child.send('usage')
      return answer
    },
    heap: () => {
      const [main = 0, ...others] = [...peaks.values()]
      return { main, worker: Math.max(0, ...others) }
    },
    signIn: async (zone, login) => {
      const response = await fetch(`${ready.address}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ zone: zone.code, login, password }),
      })
      if (!response.ok) throw new Error(`${login} could not sign in: ${await response.text()}`)
      return response.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; ')
    },
    stop: async () => {
      const exit = once(child, 'exit')
      child.send('stop')
      await exit
    },
  }
}
