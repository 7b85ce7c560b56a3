import { mkdirSync } from 'node:fs'
import { keepAnchors } from '../features/audit/server/anchors.ts'
import { startSealing } from '../features/audit/server/sealer.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import type { Database } from './database/connect.ts'
import { openDatabase } from './database/open.ts'

/** Opens the database, listens, and closes both in order when told to stop. */
export async function serve(config: Config, prepare?: (database: Database) => Promise<void>) {
  mkdirSync(config.dataFolder, { recursive: true })
  const database = await openDatabase(
    config.databaseUrl ? { url: config.databaseUrl } : { folder: config.dataFolder },
  )
  await prepare?.(database)
  const app = await buildApp({ database, config })
  const sealing = startSealing(database, {
    algorithm: config.sealAlgorithm,
    remember: keepAnchors(config.dataFolder).remember,
    failed: (error) => console.error(`The audit log could not be sealed: ${error.message}`),
  })
  const address = await app.listen({ host: config.host, port: config.port })
  const stop = async () => {
    await app.close()
    await sealing.stop()
    await database.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return { app, database, address }
}
