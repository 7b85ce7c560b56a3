import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn, type TestZone } from '../../../test/factories.ts'
import { updateRows } from '../../server/database/record.ts'
import { addDays, daysBetween, shanghaiDay } from '../../shared/days.ts'
import { writeProjects } from '../projects/server/write-projects.ts'
import { lifeOrder, type MilestoneKind } from '../projects/stages.ts'
import type { Home, Late } from './contract.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-late-')))
after(async () => {
  await app.close()
  await database.close()
})

const today = shanghaiDay(Date.now())
const back = (days: number) => addDays(today, -days)

type Known = {
  id: string
  stage: MilestoneKind
  standing: string
  corps: 'a' | 'b' | null
  officer: string | null
  dates: { kind: MilestoneKind; plan?: string; forecast?: string; actual?: string }[]
}

/** Projects of every shape: before and after signing, going on or not, of either corps or none, on time or not. */
async function smallWorld() {
  const zone = await buildZone(database)
  const at = new Date(Date.now() - 5 * 86_400_000)
  const projects: Known[] = []
  const dates: Known['dates'][] = [
    [{ kind: 'started', plan: back(10) }],
    [
      { kind: 'started', plan: back(10), forecast: addDays(today, 3) },
      { kind: 'completed', plan: back(2) },
    ],
    [
      { kind: 'landed', plan: back(40), actual: back(41) },
      { kind: 'landSupplied', plan: back(30) },
    ],
    [{ kind: 'lead', plan: back(99) }],
    [{ kind: 'started', plan: today }],
    [{ kind: 'completed', forecast: back(1) }],
  ]
  for (const stage of ['underReview', 'signed', 'started'] as const)
    for (const standing of ['ongoing', 'onHold'])
      for (const corps of ['a', 'b', null] as const)
        for (const officer of ['officer', 'commander2', null]) {
          const own = dates[projects.length % dates.length] ?? []
          const id = await buildProject(
            database,
            zone,
            {
              ...{ name: `工程${projects.length}`, stage, standing },
              ...(officer ? { officer: `${officer}同志` } : {}),
              ...Object.fromEntries(
                own.flatMap(({ kind, ...days }) =>
                  Object.entries(days).map(([date, day]) => [`${kind}.${date}`, day]),
                ),
              ),
              ...(corps ? { corps: zone.corps[corps] } : {}),
            },
            '2022-02',
            at,
          )
          if (!corps) await takeCorpsAway(zone, id, at)
          projects.push({ id, stage, standing, corps, officer, dates: own })
        }
  return { zone, projects }
}

const takeCorpsAway = (zone: TestZone, id: string, at: Date) => {
  const author = { zoneId: zone.id, memberId: null, at }
  return database.within(author, (db) =>
    updateRows(db, author, 'project', [{ id, revision: 1, set: { corpsId: null } }]),
  )
}

/** The rule in plain words: who answers for it, whether it goes on, what should have happened and has not. */
function lateOf({ stage, standing, dates }: Known, day: string) {
  if (standing !== 'ongoing') return undefined
  const missed = dates
    .filter(({ kind, actual }) => !actual && lifeOrder.indexOf(kind) > lifeOrder.indexOf(stage))
    .map(({ plan, forecast }) => forecast ?? plan ?? '9999-12-31')
    .filter((due) => due < day)
    .sort()
  return missed[0] && { days: daysBetween(missed[0], day), others: missed.length - 1 }
}
const answersFor: Record<string, (project: Known) => boolean> = {
  director: () => true,
  analyst: () => true,
  commander: ({ corps }) => corps === 'a',
  commander2: ({ corps, officer }) => corps === 'b' || officer === 'commander2',
  officer: ({ officer }) => officer === 'officer',
  promoter: () => false,
}

test('what is late is what the plain rule says, for each role, today and on a day past, with exact counts', async () => {
  const { zone, projects } = await smallWorld()
  for (const [login, answers] of Object.entries(answersFor)) {
    const who = await signIn(app, zone, login)
    for (const day of [today, back(1)]) {
      const asOf = day === today ? '' : `asOf=${day}&`
      const late = (await who.call('GET', `/api/home/late?${asOf}limit=500`)).json<Late>()
      const expected = projects.flatMap((project) => {
        const found = answers(project) ? lateOf(project, day) : undefined
        return found ? [{ id: project.id, ...found }] : []
      })
      const key = ({ id, days, others }: (typeof expected)[number]) => `${id} ${days} ${others}`
      assert.deepEqual(
        late.items.map(({ projectId, days, others }) => key({ id: projectId, days, others })).sort(),
        expected.map(key).sort(),
        `${login} ${day}`,
      )
      assert.deepEqual([late.projects, late.approvals], [expected.length, 0])
      assert.deepEqual(
        late.items.map(({ days }) => days),
        late.items.map(({ days }) => days).sort((a, b) => b - a),
        'the longest late first',
      )
      for (const { corpsId, projects: count } of late.byCorps) {
        const own = (
          await who.call('GET', `/api/home/late?${asOf}corps=${corpsId ?? 'none'}&limit=500`)
        ).json<Late>()
        assert.deepEqual([own.projects, own.items.length], [count, count])
        assert.ok(own.items.every((item) => item.corpsId === corpsId))
      }
      const sum = late.byCorps.reduce((all, one) => all + one.projects, 0)
      assert.equal(sum, late.projects)
      const home = (await who.call('GET', `/api/home${asOf && `?${asOf}`}`)).json<Home>()
      assert.deepEqual(home.late?.items, late.items.slice(0, 6), 'today’s page shows the worst of them')
      assert.equal(home.late?.projects, late.projects)
    }
  }
})

test('a date is shown as precisely as it was planned; an approval counts working days and stands among them', async () => {
  const { zone, id } = await world()
  const who = await signIn(app, zone, 'officer')
  await write(zone, id, { 'started.plan': '2022-Q1', 'completed.plan': '2022-06' })
  const added = await who.call('POST', `/api/projects/${id}/approvals`, {
    name: '取水许可',
    acceptedOn: '2022-03-01',
    limitDays: 5,
  })
  assert.equal(added.statusCode, 201, added.body)
  const { items, projects, approvals } = (await who.call('GET', '/api/home/late')).json<Late>()
  assert.deepEqual([projects, approvals], [1, 1])
  const milestone = items.find(({ kind }) => kind === 'milestone')
  assert.deepEqual(
    [milestone?.milestone, milestone?.due, milestone?.others, milestone?.days],
    ['started', '2022-Q1', 1, daysBetween('2022-03-31', today)],
  )
  const approval = items.find(({ kind }) => kind === 'approval')
  assert.deepEqual([approval?.approval?.name, approval?.due], ['取水许可', '2022-03-08'])
  assert.ok((approval?.days ?? 0) > 250)
  const other = await signIn(app, zone, 'commander2')
  assert.deepEqual((await other.call('GET', '/api/home/late')).json<Late>().items, [])
})

test('whoever keeps out of business has no list of what is late; a wrong corps is refused', async () => {
  const zone = await buildZone(database)
  for (const login of ['administrator', 'security', 'auditor']) {
    const who = await signIn(app, zone, login)
    assert.equal((await who.call('GET', '/api/home/late')).statusCode, 403)
    const home = (await who.call('GET', '/api/home')).json<Home>()
    assert.deepEqual([home.late, home.changed], [null, null])
  }
  const analyst = await signIn(app, zone, 'analyst')
  assert.equal((await analyst.call('GET', '/api/home/late?corps=all')).statusCode, 400)
  assert.equal((await analyst.call('GET', '/api/home/late?limit=0')).statusCode, 400)
})

async function world() {
  const zone = await buildZone(database)
  const id = await buildProject(database, zone, { name: '传化', stage: 'signed', officer: 'officer同志' })
  return { zone, id }
}
const write = (zone: TestZone, projectId: string, set: Record<string, string>) => {
  const author = { zoneId: zone.id, memberId: null, at: new Date() }
  return database.within(author, (db) =>
    writeProjects(db, author, [{ projectId, isNew: false, period: '2022-02', set }]),
  )
}
