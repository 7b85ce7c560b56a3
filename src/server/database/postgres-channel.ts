import pg from 'pg'
import type { Channel } from './connect.ts'

const againMs = 2_000

/** What is needed of a client of the driver; tests give their own. */
export type Line = Pick<pg.Client, 'connect' | 'query' | 'end'> & {
  on(event: string, act: (message: { payload?: string | undefined }) => void): unknown
}
const lineTo = (url: string): Line =>
  new pg.Client({ connectionString: url, application_name: 'zhantu live' }) as Line

/** LISTEN and NOTIFY on a connection of its own, opened anew whenever it breaks. */
export function openChannel(
  url: string,
  send: (text: string) => Promise<void>,
  open: () => Line = () => lineTo(url),
): Channel {
  return {
    send,
    async listen(hear, onReopened) {
      let stopped = false
      let current: Line | undefined
      let timer: NodeJS.Timeout | undefined
      // One timer, whatever broke and however often it said so: every success would stay a listener.
      const later = () => {
        if (stopped || timer) return
        timer = setTimeout(() => {
          timer = undefined
          attempt().then(() => stopped || onReopened(), later)
        }, againMs)
        timer.unref()
      }
      const attempt = async () => {
        const own = open()
        own.on('notification', ({ payload }) => hear(payload ?? ''))
        own.on('error', () => undefined) // its end follows
        // One that never listened ends as well: its failure is answered below.
        let hasEnded = false
        own.on('end', () => {
          hasEnded = true
          if (current !== own) return // it never listened: answered below
          current = undefined
          later()
        })
        try {
          await own.connect()
          await own.query('listen zhantu')
          if (hasEnded) throw new Error('The line broke at once.')
        } catch (error) {
          own.end().catch(() => undefined)
          throw error
        }
        if (stopped) return own.end()
        current = own
      }
      // The first may fail as well: a database that starts later is heard from then on.
      await attempt().catch((error: Error) => {
        console.error(`Writes of other processes are not heard yet: ${error.message}`)
        later()
      })
      return async () => {
        stopped = true
        clearTimeout(timer)
        await current?.end()
      }
    },
  }
}
