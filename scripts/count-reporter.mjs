// A reporter of node:test that counts, for the closing line of `npm test`.
export default async function* count(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, skips: [] }
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue
    if (data.details?.type === 'suite') continue
    if (data.skip !== undefined) {
      counts.skipped++
      counts.skips.push(`${data.name}: ${data.skip}`)
    } else if (type === 'test:pass') counts.passed++
    else counts.failed++
  }
  yield JSON.stringify(counts)
}
