import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

const reactModules = /node_modules[\\/](react|react-dom|scheduler)[\\/]/
const shellModules = /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/

/** Libraries change less often than the product: kept apart, a browser loads them once. */
const libraries = [
  { name: 'react', test: reactModules, priority: 30 },
  { name: 'maplibre', test: /node_modules[\\/]maplibre-gl[\\/]|[\\/]maplibre\.css$/, priority: 20 },
  { name: 'shell', test: shellModules, priority: 20 },
]

/**
 * What several pages share is one file, apart from what the first page needs: dozens of small ones take longer to ask
 * for than to read. Left out is all that stands on other libraries than the first page’s, so that no page loads one for
 * another’s sake.
 */
const product = [
  { name: 'start', tags: ['$initial' as const], priority: 15 },
  {
    name: (id: string, modules: Rolldown.ChunkingContext) => (isLight(id, modules) ? 'common' : null),
    debugName: 'common',
    minShareCount: 2,
    priority: 10,
  },
]

const lightness = new Map<string, boolean>()
const isSheet = (id: string) => id.endsWith('.css')

function isLight(id: string, modules: Rolldown.ChunkingContext): boolean {
  const known = lightness.get(id)
  if (known !== undefined) return known
  if (id.includes('node_modules')) return reactModules.test(id) || shellModules.test(id)
  // Of modules that import each other the first is not asked again.
  lightness.set(id, true)
  const module = modules.getModuleInfo(id)
  // A sheet goes with those it is for.
  const others = isSheet(id) ? module?.importers : module?.importedIds.filter((one) => !isSheet(one))
  const is = (others ?? []).every((one) => isLight(one, modules))
  lightness.set(id, is)
  return is
}

/** Two steps below the best: a twentieth larger, five times as fast. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Written once here, so that the server packs nothing while people wait. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(m?js|css|svg|html)$/.test(name)) continue
      const content = readFileSync(join(dir, name))
      writeFileSync(join(dir, `${name}.br`), brotliCompressSync(content, brotli))
      writeFileSync(join(dir, `${name}.gz`), gzipSync(content, { level: 9 }))
    }
  },
}

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), packed],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1100,
    rolldownOptions: { output: { codeSplitting: { groups: [...libraries, ...product] } } },
  },
  server: {
    host: '127.0.0.1',
    port: 7301,
    proxy: { '/api': 'http://127.0.0.1:7300' },
  },
})
