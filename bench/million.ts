/** One million projects of a hundred zones in one PostgreSQL: a page, searches and a save, beside their bare statements. */
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { listLedger } from '../src/features/projects/server/queries.ts'
import { quickEdit } from '../src/features/projects/server/quick-edit.ts'
import type { Actor } from '../src/server/access.ts'
import { connect, type Database, type Session } from '../src/server/database/connect.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { openPostgres } from '../src/server/database/postgres.ts'
import { inTurn, ms, table } from './measure.ts'
import { seedZone } from './seed.ts'

const zones = 100
const each = 10_000
const rounds = 500

export async function million(url: string): Promise<string> {
  const connections = await openPostgres(url, 4)
  await migrate(connections)
  const database = connect(connections)
  const zoneId = await seeded(database)
  const actor = await analystOf(database, zoneId)
  const ids = await database.within(actor, (db) =>
    db.selectFrom('project').select(['id', 'note']).where('zoneId', '=', zoneId).limit(2000).execute(),
  )
  const rows: string[][] = []

  const reads: [string, Parameters<typeof listLedger>[2]][] = [
    [
      'page of 50, filtered (stage of 3) and sorted (investment), exact count',
      {
        where: '[{"field":"stage","op":"is","value":["signed","landed","started"]}]',
        sort: '-totalInvestment',
        limit: 50,
      },
    ],
    ['search of two characters 储能', { q: '储能', limit: 50 }],
    ['search of four characters 生物医药', { q: '生物医药', limit: 50 }],
    ['search of two letters yj (initials and pinyin)', { q: 'yj', limit: 50 }],
    ['search of eight letters shengwu', { q: 'shengwuy', limit: 50 }],
  ]
  for (const [name, query] of reads) {
    const { text, values } = bareSearch(
      zoneId,
      await statementOf(database, (db) => listLedger(db, actor, query)),
    )
    const [bare, ours] = await inTurn(
      rounds,
      () => connections.use((session) => session.query(text, values)),
      () => database.within(actor, (db) => listLedger(db, actor, query)),
    )
    rows.push([name, ms(bare.p50), ms(ours.p50), ms(ours.p95), (ours.p50 / bare.p50).toFixed(2)])
  }

  const idOf = (round: number) => ids[round % ids.length]?.id ?? ''
  const notes = new Map(ids.map(({ id, note }) => [id, note]))
  const officer: Actor = {
    ...actor,
    posts: [{ unitId: zoneId, role: 'officer' }],
    unitIds: [zoneId],
    reach: { unitIds: [zoneId], unitNames: ['甲兵团'] },
  }
  await database.asOwner((db) =>
    db
      .updateTable('project')
      .set({ officerId: officer.memberId })
      .where('zoneId', '=', zoneId)
      .where(
        'id',
        'in',
        ids.map(({ id }) => id),
      )
      .execute(),
  )
  for (const [who, by] of [
    ['by an analyst', actor],
    ['by an officer, under need to know', officer],
  ] as const) {
    const run = uuidv7()
    const [bare, ours] = await inTurn(
      rounds,
      (round) =>
        connections.use((session) =>
          session.query('update project set note = $1 where zone_id = $2 and id = $3', [
            `甲${run}${round}`,
            zoneId,
            idOf(round + ids.length / 2),
          ]),
        ),
      async (round) => {
        const projectId = idOf(round)
        const to = `乙${run}${round}`
        const author = { zoneId, memberId: by.memberId, at: new Date() }
        const from = notes.get(projectId) ?? null
        const result = await quickEdit(database, by, author, {
          edits: [{ projectId, field: 'note', from, to }],
        })
        if (!result) throw new Error('The cell was not saved.')
        notes.set(projectId, to)
      },
    )
    rows.push([
      `save of one cell, with its change, ${who}`,
      ms(bare.p50),
      ms(ours.p50),
      ms(ours.p95),
      (ours.p50 / bare.p50).toFixed(2),
    ])
  }
  const { rows: version } = await connections.use((session) => session.query('show server_version', []))
  await database.close()
  return `PostgreSQL ${String(version[0]?.['server_version'])}, ${zones} zones × ${each} projects, row-level security on, ms\n\n${table(['what', 'bare statement p50', 'Zhantu p50', 'Zhantu p95', 'ratio of p50'], rows)}`
}

async function seeded(database: Database): Promise<string> {
  const existing = await database.asOwner((db) =>
    db.selectFrom('zone').select('id').where('code', '=', 'bench-50').executeTakeFirst(),
  )
  if (existing) return existing.id
  await database.asOwner((db) => sql`drop index if exists search_entry_tokens`.execute(db))
  let middle = ''
  for (let n = 0; n < zones; n++) {
    const id = uuidv7()
    await seedZone(database, id, n * each, each)
    await database.asOwner((db) =>
      db
        .insertInto('zone')
        .values({ id, code: `bench-${n}`, name: `测试区${n}`, createdAt: new Date() })
        .execute(),
    )
    if (n === 50) middle = id
    if (n % 10 === 9) console.log(`seeded ${n + 1} zones`)
  }
  await database.asOwner((db) =>
    sql`create index search_entry_tokens on search_entry using gin (tokens)`.execute(db),
  )
  await database.connections.use((session) => session.query('vacuum analyze', []))
  return middle
}

/** The search as a superuser would write it: the index asked directly, without the function that row-level security calls for. */
function bareSearch(zoneId: string, { text, values }: { text: string; values: readonly unknown[] }) {
  const call =
    /select app\.find_entries\('project', (\$\d+)::int\[\], (\$\d+)::int\[\], (\$\d+)::int\[\], (\$\d+)\)/
  const [whole, ...places] = call.exec(text) ?? []
  if (!whole) return { text, values }
  const given = (place: string | undefined) => values[Number(place?.slice(1)) - 1] as unknown[]
  const columns = ['body', 'pinyin', 'initials']
  const parts = columns.flatMap((column, index) =>
    given(places[index]).length > 0
      ? [
          `select row_id from search_entry where zone_id = '${zoneId}' and entity = 'project' and tokens @> ${places[index]}::int[] and strpos(${column}, ${places[3]}) > 0`,
        ]
      : [],
  )
  const unused = columns.flatMap((_, index) =>
    given(places[index]).length === 0 ? [`${places[index]}::int[] is not null`] : [],
  )
  return {
    text: text.replace(
      whole,
      `select row_id from (${parts.join(' union all ')}) found${unused.length > 0 ? ` where ${unused.join(' and ')}` : ''}`,
    ),
    values,
  }
}

async function analystOf(database: Database, zoneId: string): Promise<Actor> {
  const memberId = uuidv7()
  await database.asOwner((db) =>
    db
      .insertInto('member')
      .values({ zoneId, id: memberId, login: `bench-${memberId}`, name: '分析' })
      .execute(),
  )
  return {
    zoneId,
    memberId,
    sessionId: memberId,
    name: '分析',
    posts: [{ unitId: zoneId, role: 'analyst' }],
    unitIds: [],
    reach: 'zone',
    mustChangePassword: false,
  }
}

/** The one statement that a query function sends. */
async function statementOf(
  database: Database,
  work: (db: Parameters<Parameters<Database['within']>[1]>[0]) => Promise<unknown>,
) {
  const sent: { text: string; values: readonly unknown[] }[] = []
  const recording = connect({
    ...database.connections,
    use: (inner) =>
      database.connections.use((session) => {
        const listening: Session = {
          ...session,
          query: (text, values) => {
            sent.push({ text, values })
            return session.query(text, values)
          },
        }
        return inner(listening)
      }),
  })
  await recording.asOwner(work)
  const statement = sent.find(({ text }) => text.includes('from'))
  if (!statement) throw new Error('No statement was sent.')
  return statement
}
