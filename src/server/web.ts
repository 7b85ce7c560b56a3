import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import files from '@fastify/static'
import { Problem, say } from './errors.ts'
import type { App } from './http.ts'

const root = fileURLToPath(new URL('../../dist/web/', import.meta.url))

/** The built web application: its files, and its one page at every other address outside the API. */
export async function serveWeb(app: App) {
  if (!existsSync(root)) return
  await app.register(files, { root, serve: false, preCompressed: true, cacheControl: false })
  // Public: the pages hold nothing of a zone, and the API behind them asks who is there.
  app.get('/*', { config: { access: 'public' }, schema: { hide: true } }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    if (path.startsWith('/api/'))
      throw new Problem('not_found', say(`没有这个地址：${path}`, `There is no such address: ${path}`))
    if (extname(path) === '') return reply.header('cache-control', 'no-cache').sendFile('index.html')
    // Names under assets/ carry a hash of what is in them.
    const kept = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    return reply.header('cache-control', kept).sendFile(path)
  })
}
