import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Server = { url: string; stop: () => Promise<void> }

/** `zhantu serve --sample` as people start it, on a port of its own; answers when it says where it listens. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const server = spawn(process.execPath, ['src/cli.ts', 'serve', '--sample'], {
    cwd: root,
    env: { ...process.env, ZHANTU_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/[\w.:]+/.exec(said)
      if (address) resolve(address[0])
    }
    server.stdout.on('data', listen)
    server.stderr.on('data', listen)
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${said}`)))
  })
  return {
    url,
    stop: async () => {
      if (server.exitCode !== null) return
      server.kill('SIGTERM')
      await once(server, 'exit')
    },
  }
}
