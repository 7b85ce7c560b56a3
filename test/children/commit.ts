/** Commits a number of rows to an embedded database, one transaction each, and says after each that it is kept. */
import { sql } from 'kysely'
import { connect } from '../../src/server/database/connect.ts'
import { openEmbedded } from '../../src/server/database/embedded.ts'

const [folder = '', count = '1'] = process.argv.slice(2)
const database = connect(await openEmbedded({ folder }))
await database.asOwner((db) => sql`create table if not exists kept (n int)`.execute(db))
const before = await database.asOwner((db) =>
  sql<{ n: number }>`select coalesce(max(n), 0) as n from kept`.execute(db),
)
process.stdout.write(`open ${before.rows[0]?.n}\n`)
for (let n = 1; n <= Number(count); n++) {
  await database.asOwner((db) => sql`insert into kept values (${(before.rows[0]?.n ?? 0) + n})`.execute(db))
  process.stdout.write(`kept ${(before.rows[0]?.n ?? 0) + n}\n`)
}
await database.close()
