import { connect, type Database } from './connect.ts'
import { openEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'

/** Opens the database that the configuration names and brings its schema up to date. */
export async function openDatabase(place: { url: string } | { folder: string }): Promise<Database> {
  const connections = await ('url' in place ? openPostgres(place.url) : openEmbedded(place))
  await migrate(connections)
  return connect(connections)
}
