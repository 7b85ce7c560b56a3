/** Measures what is promised: `node bench/run.ts [part …]`. Prints tables and keeps them under bench/results. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { machine } from './measure.ts'

const parts: Record<string, () => Promise<string>> = {
  million: async () => (await import('./million.ts')).million(postgresUrl()),
  seal: async () => (await import('./seal.ts')).sealing(postgresUrl()),
  past: async () => (await import('./past.ts')).past(),
  import: async () => (await import('./import.ts')).importLedger(),
  export: async () => (await import('./export.ts')).exportLedger(),
  start: async () => (await import('./start.ts')).secondStart(),
  map: async () => (await import('./map.ts')).map(),
  chart: async () => (await import('./chart-scroll.ts')).chartScroll(),
  matching: async () => (await import('./matching.ts')).matching(),
}

function postgresUrl() {
  const url = process.env['BENCH_DATABASE']
  if (!url)
    throw new Error(
      'Set BENCH_DATABASE to an empty PostgreSQL database of a superuser, such as postgres://localhost/zhantu_bench.',
    )
  return url
}

const chosen = process.argv.slice(2).length > 0 ? process.argv.slice(2) : Object.keys(parts)
const results = new URL('results/', import.meta.url)
mkdirSync(results, { recursive: true })
for (const name of chosen) {
  const part = parts[name]
  if (!part) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}.`)
  const text = `# ${name}\n\n${machine()}\n\n${await part()}`
  console.log(`\n${text}`)
  writeFileSync(new URL(`${name}.md`, results), text)
}
process.exit(0)
