import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn } from '../../../test/factories.ts'
import type { Db } from '../../server/database/connect.ts'
import { recorded } from '../../server/database/record.ts'
import { tableColumns } from '../../server/database/tables.generated.ts'
import { listApprovals } from '../approvals/server/queries.ts'
import { listPapers, listVerifications } from '../evidence/server/held.ts'
import { clerkOf } from '../evidence/test-papers.ts'
import { mergeOf } from './test-merging.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-past-links-')))
after(async () => {
  await app.close()
  await database.close()
})

/** Every table that the past remembers and whose rows hang on a project. */
const hanging = await database.asOwner(async (db) => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'past'::regnamespace`.execute(db)
  const remembered = new Set(rows.map(({ name }) => name))
  return recorded.filter((table) => remembered.has(table) && Object.hasOwn(tableColumns[table], 'project_id'))
})

/** What hangs on each project: the ids by table, and the features' own lists. */
async function hangsOn(db: Db, zoneId: string, projects: readonly string[]) {
  const told: Record<string, unknown> = {}
  for (const table of hanging) {
    const { rows } = await sql<{ projectId: string; id: string }>`
      select project_id, id from ${sql.table(table)}
      where zone_id = ${zoneId} and project_id = any(${[...projects]}::uuid[]) and removed_at is null order by project_id, id`.execute(
      db,
    )
    told[table] = rows
  }
  for (const id of projects)
    told[id] = [
      await listApprovals(db, zoneId, id),
      await listPapers(db, zoneId, id),
      await listVerifications(db, zoneId, id),
    ]
  return JSON.parse(JSON.stringify(told)) as Record<string, unknown[]>
}

test('what hung on a project before it was merged hangs on it when that time is looked at, and so after each step', async () => {
  const zone = await buildZone(database)
  const [analyst, commander] = [await signIn(app, zone, 'analyst'), await signIn(app, zone, 'commander')]
  const clerk = clerkOf(app, analyst)
  const ok = async (answer: ReturnType<typeof analyst.call>) => {
    const response = await answer
    assert.ok(response.statusCode < 300, response.body)
  }
  const build = (name: string) => buildProject(database, zone, { name, stage: 'signed', problem: '缺地' })
  const [kept, lost] = [await build('诺特健康'), await build('诺特健康工程')]
  for (const id of [kept, lost]) {
    await ok(analyst.call('POST', `/api/projects/${id}/approvals`, { name: `环评${id}` }))
    for (const milestone of await clerk.bring(id, 'landed'))
      await clerkOf(app, commander).verify(id, milestone)
    await ok(clerk.enter(id, 'signed', 'landed'))
    await ok(clerk.standing(id, 'ongoing', 'onHold', '用地或规划条件未落实'))
    await ok(clerk.standing(id, 'onHold', 'ongoing'))
  }
  const correct = {
    edits: [
      {
        projectId: lost,
        field: 'landed.actual',
        from: (await clerk.read(lost)).proofs.find((one) => one.milestone === 'landed')?.actual ?? null,
        to: '2021-05-06',
      },
    ],
    reason: '按执照日期更正',
  }
  await ok(analyst.call('PATCH', '/api/ledger', correct))

  const projects = [kept, lost]
  const states: { at: Date; said: Record<string, unknown[]> }[] = []
  const look = async () => {
    const said = await database.within({ zoneId: zone.id, memberId: null }, (db) =>
      hangsOn(db, zone.id, projects),
    )
    states.push({ at: new Date(), said })
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await look()
  for (const table of [
    'approval',
    'paper',
    'verification',
    'stage_entry',
    'standing_change',
    'correction',
    'milestone',
    'progress',
  ])
    assert.ok((states[0]?.said[table]?.length ?? 0) > 0, `no ${table} to look at`)
  const { merge } = await mergeOf(analyst, kept, lost)
  await look()
  await ok(analyst.call('POST', `/api/projects/${kept}/approvals`, { name: '合并后' }))
  await look()
  await ok(analyst.call('POST', `/api/merges/${merge.id}/undo`, { keepEdited: true }))
  await look()
  assert.notDeepEqual(states[0]?.said['approval'], states[1]?.said['approval'], 'the merge moved nothing')
  for (const [index, { at, said }] of states.entries()) {
    const then = await database.within({ zoneId: zone.id, memberId: null, asOf: at }, (db) =>
      hangsOn(db, zone.id, projects),
    )
    for (const [what, rows] of Object.entries(said))
      assert.deepEqual(then[what], rows, `${what}, state ${index}`)
  }
})
