// npm start: from a fresh checkout to the sample zone in the browser.
import { spawn } from 'node:child_process'
import { ensureBuilt, ensureInstalled, keepCompiled, node, root } from './install.mjs'

ensureInstalled()
ensureBuilt()
const env = { ...process.env, ...keepCompiled }
const server = spawn(node, ['src/cli.ts', 'serve', '--sample'], { cwd: root, stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
