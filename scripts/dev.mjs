// npm run dev: the server restarting on change, and Vite in front of it.
import { spawn } from 'node:child_process'
import { ensureInstalled, node, root } from './install.mjs'

ensureInstalled()
const parts = [
  spawn(node, ['--watch', 'src/cli.ts', 'serve', '--sample'], { cwd: root, stdio: 'inherit' }),
  spawn(node, ['node_modules/vite/bin/vite.js'], { cwd: root, stdio: 'inherit' }),
]
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const part of parts) part.kill(signal)
  })
