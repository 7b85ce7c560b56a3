import { buildApp } from '../src/server/app.ts'
import { readConfig } from '../src/server/config.ts'
import type { Database } from '../src/server/database/connect.ts'

/** The whole API as OpenAPI 3.1, in a fixed order. */
export async function openApi(database: Database): Promise<string> {
  const app = await buildApp({ database, config: { ...readConfig({}), log: false } })
  await app.ready()
  const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
  await app.close()
  return text
}
