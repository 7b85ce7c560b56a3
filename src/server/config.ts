import { resolve } from 'node:path'
import { type Algorithm, isAvailable } from '../features/audit/model/digest.ts'

export type Config = {
  host: string
  port: number
  databaseUrl: string | undefined
  dataFolder: string
  /** Cookies are sent over https only. */
  secureCookies: boolean
  idleMinutes: number
  uploadMegabytes: number
  log: boolean
  /** What the audit log is sealed with. */
  sealAlgorithm: Algorithm
}

/** The environment, read once. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const number = (name: string, otherwise: number) => {
    const text = env[name]
    if (text === undefined || text === '') return otherwise
    const value = Number(text)
    if (!Number.isInteger(value) || value < 0) throw new Error(`${name} is “${text}”; write a whole number.`)
    return value
  }
  const sealing = env['ZHANTU_SEAL'] || 'sha256'
  if (!isAvailable(sealing))
    throw new Error(`ZHANTU_SEAL is “${sealing}”; write sha256, or sm3 where this Node has it.`)
  return {
    host: env['ZHANTU_HOST'] ?? '127.0.0.1',
    port: number('ZHANTU_PORT', 7300),
    databaseUrl: env['DATABASE_URL'] || undefined,
    dataFolder: resolve(env['ZHANTU_DATA'] ?? 'data'),
    secureCookies: env['ZHANTU_HTTPS'] === '1',
    idleMinutes: number('ZHANTU_IDLE_MINUTES', 30),
    uploadMegabytes: number('ZHANTU_UPLOAD_MB', 100),
    log: env['ZHANTU_LOG'] !== '0',
    sealAlgorithm: sealing,
  }
}
