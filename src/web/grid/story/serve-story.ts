import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>Grid</title>
<link rel="stylesheet" href="/story.css"><style>html{color-scheme:light dark}
body{margin:0;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
#root{height:100vh}</style></head>
<body><main id="root"></main><script type="module" src="/story.js"></script></body></html>`

/** Bundles the story into a temporary folder and serves it on this machine only. */
export async function serveStory(): Promise<{ url: string; close: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'grid-story-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      cssCodeSplit: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'story.tsx'),
        output: { entryFileNames: 'story.js', assetFileNames: 'story[extname]' },
      },
    },
  })
  const server = createServer(async (request, response) => {
    const name = (request.url ?? '/').split('?')[0]?.slice(1)
    if (name !== 'story.js' && name !== 'story.css') {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
      return
    }
    const body = await readFile(join(outDir, name)).catch(() => '')
    response.setHeader('content-type', name.endsWith('js') ? 'text/javascript' : 'text/css').end(body)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
