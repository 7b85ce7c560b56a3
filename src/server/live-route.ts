import type { Actor } from './access.ts'
import type { App } from './http.ts'
import type { Live } from './live.ts'

const heartbeatMs = 20_000
/** A browser that lost the line comes again after this. */
const retryMs = 1_000

/**
 * A stream of server-sent events that lasts as long as the session: `change` with the tables written and the zone's
 * version, never with a row. Listening is no activity: a session ends in idleness though a map stay open.
 */
export function offerLive(
  app: App,
  live: Live,
  isOpen: (cookie: string) => Promise<Actor | undefined>,
  cookieName: string,
) {
  const streams = new Set<() => void>()
  app.addHook('preClose', async () => {
    for (const end of streams) end()
  })
  app.get('/api/live', { config: { access: 'self:read' }, schema: { hide: true } }, (request, reply) => {
    const { zoneId } = request.actor
    const cookie = request.cookies[cookieName] ?? ''
    reply.hijack()
    const { raw } = reply
    const send = (event: string, data: object) => {
      raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-accel-buffering': 'no',
    })
    raw.write(`retry: ${retryMs}\n\n`)
    send('hello', { version: live.version(zoneId) })
    const leave = live.subscribe(zoneId, (moved) => send('change', moved))
    const beat = setInterval(async () => {
      const actor = await isOpen(cookie).catch(() => undefined)
      if (actor) return raw.write(': still here\n\n')
      send('ended', {})
      end()
    }, heartbeatMs)
    const end = () => {
      clearInterval(beat)
      leave()
      streams.delete(end)
      raw.end()
    }
    streams.add(end)
    raw.on('close', end)
  })
}
