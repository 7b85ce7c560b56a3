/** Applies a checked import and says when it begins and ends: to be killed in between. */
import { applyImport } from '../../src/features/imports/server/apply.ts'
import { openDatabase } from '../../src/server/database/open.ts'
import { testConfig } from '../factories.ts'

const [place = '', dataFolder = '', zoneId = '', memberId = '', importId = ''] = process.argv.slice(2)
const database = await openDatabase(place.startsWith('postgres') ? { url: place } : { folder: place })
process.stdout.write('applying\n')
await applyImport(
  { house: { database, config: testConfig(dataFolder) }, zoneId, memberId },
  importId,
  () => undefined,
)
process.stdout.write('applied\n')
await database.close()
