import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Entry } from '../src/server/database/connect.ts'
import { recorded } from '../src/server/database/record.ts'
import { openTestDatabase } from './database.ts'

// The rules that a cluster of databases sets, read from the catalogue: none is needed to check them.
const database = await openTestDatabase()
after(() => database.close())
const query = <Row>(text: string) =>
  database.connections.use(async (session) => (await session.query(text, [])).rows as Row[])

/** Small and shared by all zones; a cluster keeps it on every machine. */
const shared = ['zone', 'migration']
/** Walled but not forced: their owner answers for the zone that a transaction has entered. */
const notForced = ['search_entry', 'zone']

const tables = (
  await query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
)
  .map((row) => row.name)
  .filter((name) => !shared.includes(name))

test('every row belongs to a zone', async () => {
  assert.ok(tables.length > 10)
  const rows = await query<{
    name: string
  }>(`select c.relname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'zone_id' and a.attnotnull and c.relkind = 'r'`)
  assert.deepEqual(
    tables.filter((name) => !rows.some((row) => row.name === name)),
    [],
  )
})

test('every primary and unique key begins with the zone', async () => {
  const rows = await query<{ index: string; first: string }>(`
    select i.indexrelid::regclass::text as index, a.attname as first from pg_index i
    join pg_class c on c.oid = i.indrelid join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique and c.relnamespace = 'public'::regnamespace and c.relname <> all ('{${shared.join(',')}}')`)
  assert.ok(rows.length >= tables.length)
  assert.deepEqual(
    rows.filter((row) => row.first !== 'zone_id'),
    [],
  )
})

test('every foreign key carries the zone, and none sets null', async () => {
  const rows = await query<{ name: string; own: string; other: string; action: string }>(`
    select k.conname as name, k.confdeltype as action,
      (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as own,
      (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) as other
    from pg_constraint k where k.contype = 'f'`)
  assert.ok(rows.length > 5)
  assert.deepEqual(
    rows.filter((row) => row.own !== 'zone_id' || row.other !== 'zone_id' || ['n', 'd'].includes(row.action)),
    [],
  )
})

test('row-level security stands on every table', async () => {
  const rows = await query<{ name: string; on: boolean; forced: boolean; policies: number }>(`
    select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy where polrelid = c.oid) as policies
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`)
  assert.deepEqual(
    rows.filter((row) => !row.on || row.policies === 0),
    [],
  )
  assert.deepEqual(
    rows
      .filter((row) => !row.forced)
      .map((row) => row.name)
      .sort(),
    notForced,
  )
})

test('a request works as a role that is neither owner nor superuser; need to know binds all but those who see the whole zone', async () => {
  const rows =
    await query(`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolinherit,
    (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname in ('zhantu_app', 'zhantu_narrow') order by rolname`)
  const powerless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: false,
    rolinherit: true,
    owns: 0,
  }
  assert.deepEqual(rows, [
    { rolname: 'zhantu_app', ...powerless },
    { rolname: 'zhantu_narrow', ...powerless },
  ])
  const zoneId = '00000000-0000-4000-8000-000000000001'
  const who = (entry: Partial<Entry>) =>
    database.within({ zoneId, memberId: null, ...entry }, async (db) => {
      const answer = await sql<{ who: string }>`select current_user as who`.execute(db)
      return answer.rows[0]?.who
    })
  assert.equal(await who({}), 'zhantu_app')
  assert.equal(await who({ memberId: zoneId, reach: 'zone' }), 'zhantu_app')
  assert.equal(await who({ memberId: zoneId, reach: { unitIds: [], unitNames: [] } }), 'zhantu_narrow')
  assert.equal(await who({ memberId: zoneId }), 'zhantu_narrow')
  assert.equal(await who({ memberId: zoneId, asOf: new Date() }), 'zhantu_narrow')
  const policies = await query<{ roles: string }>(
    `select tablename || ': ' || roles::text as roles from pg_policies where roles <> '{public}' order by 1`,
  )
  assert.deepEqual(
    policies.map((row) => row.roles),
    [
      'confirmation: {zhantu_narrow}',
      'exemption: {zhantu_narrow}',
      'fair_review: {zhantu_narrow}',
      'month_task: {zhantu_narrow}',
      'plan: {zhantu_narrow}',
      'project: {zhantu_narrow}',
      'project_place: {zhantu_narrow}',
      'promise: {zhantu_narrow}',
      'promise_actual: {zhantu_narrow}',
      'reservation: {zhantu_narrow}',
      'space_need: {zhantu_narrow}',
      'support: {zhantu_narrow}',
    ],
  )
})

test('there are no triggers, no serial ids, and no stored logic but the functions named', async () => {
  assert.deepEqual(await query(`select tgname from pg_trigger where not tgisinternal`), [])
  assert.deepEqual(
    await query(
      `select attname from pg_attribute where attidentity <> '' and attrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
    ),
    [],
  )
  const functions = await query<{ name: string }>(
    `select p.proname as name from pg_proc p where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace) order by 1`,
  )
  assert.deepEqual(
    functions.map((row) => row.name),
    [
      'enter_past',
      'enter_zone',
      'find_entries',
      'mask_name',
      'mask_phone',
      'remember',
      'remembered',
      'veil_contact',
    ],
  )
})

test('neither history nor log nor its seals can be rewritten or deleted by a request', async () => {
  for (const table of ['change', 'audit_event', 'seal', 'month_light']) {
    const rows = await query<{ privilege: string }>(
      `select privilege_type as privilege from information_schema.role_table_grants where grantee = 'zhantu_app' and table_schema = 'public' and table_name = '${table}'`,
    )
    assert.deepEqual(rows.map((row) => row.privilege).sort(), ['INSERT', 'SELECT'], table)
    const columns = await query<{
      name: string
    }>(`select column_name as name from information_schema.role_column_grants
      where grantee = 'zhantu_app' and table_name = '${table}' and privilege_type = 'UPDATE'`)
    assert.deepEqual(columns, [], table)
  }
})

/** Of people's own settings and of what is on its way, the past is not asked; whatever else is recorded can be read as of any day. */
const notRemembered = [
  'member',
  'credential',
  'session',
  'project_guest',
  'view',
  'ledger_import',
  'header_lesson',
  'word_lesson',
  'parcel_import',
  'building_import',
]

test('every recorded table can be read as of any day, with all its columns', async () => {
  const columnsIn = async (schema: string) => {
    const rows = await query<{ table: string; columns: string[] }>(
      `select table_name as table, jsonb_agg(column_name order by column_name) as columns
       from information_schema.columns where table_schema = '${schema}' group by 1`,
    )
    return new Map(rows.map(({ table, columns }) => [table, columns]))
  }
  const [now, then] = [await columnsIn('public'), await columnsIn('past')]
  for (const table of recorded.filter((name) => !notRemembered.includes(name)))
    assert.deepEqual(then.get(table), now.get(table), `${table}: call app.remember in its migration`)
})
