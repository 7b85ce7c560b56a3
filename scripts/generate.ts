/** Writes the table types, schema.sql and openapi.json from a database migrated from nothing. `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from '../src/server/database/connect.ts'
import { openEmbedded } from '../src/server/database/embedded.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { describeSchema } from './schema-text.ts'
import { tableTypes } from './table-types.ts'

const connections = await openEmbedded({ template: undefined })
await migrate(connections)

const files = new Map<string, string>()
await connections.use(async (session) => {
  files.set('src/server/database/tables.generated.ts', await tableTypes(session))
  files.set('schema.sql', await describeSchema(session))
})
const database = connect(connections)
const { openApi } = await import('./openapi.ts').catch((error: NodeJS.ErrnoException) => {
  // The types must exist before the server that uses them can be loaded.
  if (error.code === 'ERR_MODULE_NOT_FOUND' && process.argv.includes('--types-only'))
    return { openApi: undefined }
  throw error
})
if (openApi) files.set('openapi.json', await openApi(database))
await database.close()

let stale = 0
for (const [name, text] of files) {
  const file = new URL(`../${name}`, import.meta.url)
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === text) continue
  stale++
  if (process.argv.includes('--check')) console.error(`${name} is stale: run npm run generate and commit it.`)
  else await writeFile(file, text)
}
if (process.argv.includes('--check') && stale > 0) process.exitCode = 1
