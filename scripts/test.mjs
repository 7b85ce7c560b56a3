// npm test: checks, then every test on the embedded database, then the API's and the office's journey on PostgreSQL.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, keepCompiled, node, run } from './install.mjs'
import { startPostgres } from './postgres.mjs'

ensureInstalled()
const total = { passed: 0, failed: 0, skipped: 0, skips: [] }
const folder = mkdtempSync(join(tmpdir(), 'zhantu-test-'))

/** `side`: files at a time. Those without a browser wait for their database now and then, so that three keep two cores at work. */
function tests(name, patterns, env, side = 3) {
  const file = join(folder, `${name}.json`)
  console.log(`\n=== ${name}`)
  const status = run(
    node,
    [
      '--test',
      `--test-concurrency=${side}`,
      '--test-timeout=1200000',
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      '--test-reporter=./scripts/count-reporter.mjs',
      `--test-reporter-destination=${file}`,
      ...patterns,
    ],
    {
      env: {
        ...process.env,
        ...keepCompiled,
        ...env,
        NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
      },
    },
  )
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8') || '{}') : {}
  if ((counts.slowest ?? []).length > 1) console.log(`slowest: ${(counts.slowest ?? []).join(', ')}`)
  total.passed += counts.passed ?? 0
  total.failed += (counts.failed ?? 0) || (status === 0 ? 0 : 1)
  total.skipped += counts.skipped ?? 0
  total.skips.push(...(counts.skips ?? []))
}

if (run(process.execPath, ['scripts/check.mjs']) === 0) total.passed++
else total.failed++
ensureBuilt()

const only = process.argv.slice(2)
if (only.length > 0) tests('chosen', only, {}, 2)
else {
  // Those that take longest begin first.
  tests('embedded', ['test/*.test.ts', 'src/**/*.test.ts', 'scripts/**/*.test.ts'], {})
  tests('journeys', ['test/journeys/*.test.ts'], {}, 2)
  const postgres = await startPostgres()
  if (postgres.url) {
    try {
      const env = { ZHANTU_TEST_DATABASE: postgres.url }
      tests('postgresql', ['test/*.test.ts', 'src/**/*.api.test.ts'], env)
      tests('postgresql-journey', ['test/journeys/office.test.ts'], env, 1)
    } finally {
      await postgres.stop()
    }
  } else {
    total.skipped++
    total.skips.push(`PostgreSQL: ${postgres.reason}`)
  }
}
rmSync(folder, { recursive: true, force: true })

for (const skip of total.skips) console.log(`skipped: ${skip}`)
if (process.env.CI && total.skips.length > 0) {
  console.log('In CI nothing may be skipped.')
  total.failed += 1
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
)
process.exitCode = total.failed > 0 ? 1 : 0
