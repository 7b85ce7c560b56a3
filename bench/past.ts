/** 10,000 projects with 1,000,000 versions: page, board and differences of days past, on either database. */
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { readDifferences } from '../src/features/history/server/differences.ts'
import { listFieldHistory } from '../src/features/history/server/field-history.ts'
import { groupLedger, listIds, listLedger } from '../src/features/projects/server/queries.ts'
import type { Actor } from '../src/server/access.ts'
import type { Database } from '../src/server/database/connect.ts'
import { openDatabase } from '../src/server/database/open.ts'
import { measure, ms, table } from './measure.ts'
import { type Place, placeMakers } from './places.ts'
import { seedZone } from './seed.ts'

const projects = 10_000
const versions = 100
/** The embedded database is slower by the nature of it; fewer rounds keep its figures within minutes. */
const rounds = { PostgreSQL: 40, embedded: 10 }
/** One version a week for each project, two years long. */
const begins = Date.parse('2021-01-01T00:00:00Z')
const week = 7 * 86_400_000
const dayOf = (weeks: number) => new Date(begins + weeks * week + 3_600_000 * 12)

export async function past(): Promise<string> {
  const rows: string[][] = []
  for (const makePlace of placeMakers()) {
    const place = await makePlace('past')
    try {
      rows.push(...(await measured(place)))
    } finally {
      await place.remove()
    }
  }
  return `${projects} projects with ${versions} versions each, row-level security on, ms. Promised on PostgreSQL: page and board of any day ≤ 300 p95, differences ≤ 1000.\n\n${table(['database', 'what', 'p50', 'p95'], rows)}`
}

async function measured(place: Place): Promise<string[][]> {
  const database = await openDatabase(place.url ? { url: place.url } : { folder: place.folder })
  const actor = await seeded(database)
  const rows: string[][] = []
  const add = async (what: string, work: () => Promise<unknown>, times = rounds[place.kind]) => {
    const { p50, p95 } = await measure(times, work, 3)
    rows.push([place.kind, what, ms(p50), ms(p95)])
  }
  const where = '[{"field":"stage","op":"is","value":["signed","landed","started"]}]'
  for (const [name, weeks] of [
    ['first month', 4],
    ['middle', 50],
    ['last month', 97],
    ['now', undefined],
  ] as const) {
    const then = { ...actor, asOf: weeks === undefined ? undefined : dayOf(weeks) }
    await add(`page of 50, filtered, sorted, exact count: ${name}`, () =>
      database.within(then, (db) => listLedger(db, actor, { where, sort: '-totalInvestment', limit: 50 })),
    )
    await add(`board, counts and sums by stage: ${name}`, () =>
      database.within(then, (db) => groupLedger(db, actor.zoneId, 'stage', {})),
    )
  }
  for (const [name, from, to] of [
    ['one day, a seventh of all changed', dayOf(80), new Date(dayOf(80).getTime() + 86_400_000)],
    ['one month, all changed', dayOf(80), dayOf(84)],
  ] as const)
    await add(
      `differences: ${name}`,
      () => readDifferences(database, actor, { from, to }, { from: '', to: '' }),
      10,
    )
  const one = await database.within(actor, (db) => listIds(db, actor.zoneId, { limit: 1 }))
  await add(`history of one field, ${versions} versions`, () =>
    database.within(actor, (db) => listFieldHistory(db, actor.zoneId, one[0] ?? '', 'totalInvestment', {})),
  )
  await database.close()
  return rows
}

async function seeded(database: Database): Promise<Actor> {
  const zoneId = uuidv7()
  await database.asOwner((db) =>
    db
      .insertInto('zone')
      .values({ id: zoneId, code: 'bench-past', name: '测试区', createdAt: new Date() })
      .execute(),
  )
  await seedZone(database, zoneId, 0, projects)
  await database.asOwner(async (db) => {
    await sql`update change set recorded_from = ${new Date(begins)}::timestamptz + (('x' || right(row_id::text, 6))::bit(24)::int % 7) * interval '1 day' where zone_id = ${zoneId}`.execute(
      db,
    )
    for (let revision = 2; revision <= versions; revision += 9)
      await sql`
        insert into change (zone_id, entity, row_id, revision, operation, recorded_from, image)
        select c.zone_id, c.entity, c.row_id, n, 'update', c.recorded_from + (n - 1) * interval '7 days',
          c.image || jsonb_build_object('total_investment', (c.image ->> 'total_investment')::numeric + n, 'note', '第' || n || '周进展正常', 'revision', n)
        from change c, generate_series(${revision}::int, ${Math.min(revision + 8, versions)}::int) n
        where c.zone_id = ${zoneId} and c.entity = 'project' and c.revision = 1`.execute(db)
    await sql`update project set revision = ${versions}, total_investment = total_investment + ${versions}, note = ${`第${versions}周进展正常`} where zone_id = ${zoneId}`.execute(
      db,
    )
  })
  await database.connections.use((session) => session.query('vacuum analyze', []))
  return {
    zoneId,
    memberId: uuidv7(),
    sessionId: uuidv7(),
    name: '分析',
    posts: [{ unitId: zoneId, role: 'analyst' }],
    unitIds: [],
    reach: 'zone',
    mustChangePassword: false,
  }
}
