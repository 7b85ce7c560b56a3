import pg from 'pg'
import type { Channel } from './connect.ts'

const againMs = 2_000

/** LISTEN and NOTIFY on a connection of its own, opened anew whenever it breaks. */
export function openChannel(url: string, send: (text: string) => Promise<void>): Channel {
  return {
    send,
    async listen(hear) {
      let stopped = false
      let client: pg.Client | undefined
      const open = async () => {
        const own = new pg.Client({ connectionString: url, application_name: 'zhantu live' })
        own.on('notification', ({ payload }) => hear(payload ?? ''))
        own.on('error', () => undefined) // its end follows
        own.on('end', () => {
          if (!stopped) setTimeout(() => void open().catch(later), againMs).unref()
        })
        await own.connect()
        await own.query('listen zhantu')
        client = own
        if (stopped) await own.end()
      }
      const later = () => void (stopped || setTimeout(() => void open().catch(later), againMs).unref())
      await open()
      return async () => {
        stopped = true
        await client?.end()
      }
    },
  }
}
