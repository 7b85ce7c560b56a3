// npm run check: format, lint, types, the house's rules, generated files fresh.
import { ensureInstalled, node, run } from './install.mjs'

ensureInstalled()
const steps = [
  [
    'format and lint',
    ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--error-on-warnings', '.'],
  ],
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']],
  ['the house', ['scripts/house.ts']],
  ['generated files', ['scripts/generate.ts', '--check']],
]
for (const [name, args] of steps) {
  const status = run(node, args)
  console.log(`check: ${name} ${status === 0 ? 'ok' : 'FAILED'}`)
  if (status !== 0) process.exitCode = 1
}
