// A reporter of node:test that counts, for the closing line of `npm test`, and tells which files take longest.
import { relative } from 'node:path'

export default async function* count(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, skips: [], slowest: [] }
  const seconds = new Map()
  for await (const { type, data } of source) {
    // Of a file, whichever helper its tests are told in; the whole run's has none.
    if (type === 'test:summary' && data.file) seconds.set(data.file, data.duration_ms / 1000)
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details?.type === 'suite') continue
    if (data.skip !== undefined) {
      counts.skipped++
      counts.skips.push(`${data.name}: ${data.skip}`)
    } else if (type === 'test:pass') counts.passed++
    else counts.failed++
  }
  counts.slowest = [...seconds]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 12)
    .map(([file, took]) => `${relative(process.cwd(), file)} ${took.toFixed(0)} s`)
  yield JSON.stringify(counts)
}
