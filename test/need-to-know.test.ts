import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { v7 as uuidv7 } from 'uuid'
import { readWorkbook } from '../src/formats/read-workbook.ts'
import { insertRows } from '../src/server/database/record.ts'
import { shanghaiDay } from '../src/shared/days.ts'
import { openTestDatabase } from './database.ts'
import { buildTestApp, type Caller, signIn, type TestZone } from './factories.ts'
import { knows, logins, smallWorld } from './small-world.ts'

const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-need-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

type Page = { items: { id: string }[]; total: number }

test('every road to a project is open to those who may know of it, and to nobody else', async () => {
  const { zone, projects } = await smallWorld(database)
  const days = ['', `&asOf=${shanghaiDay(Date.now() - 86_400_000)}`]
  for (const login of logins) {
    const who = await signIn(app, zone, login)
    const expected = projects
      .filter((project) => knows(login, project))
      .map(({ id }) => id)
      .sort()
    if (login === 'administrator') {
      assert.equal((await who.call('GET', '/api/ledger')).statusCode, 403)
      continue
    }
    for (const day of days) {
      assert.deepEqual((await idsOf(who, `sort=name${day}`)).sort(), expected, `${login}: list`)
      assert.deepEqual((await idsOf(who, `q=秘密${day}`)).sort(), expected, `${login}: search`)
      assert.deepEqual((await idsOf(who, `q=mimi${day}`)).sort(), expected, `${login}: search by pinyin`)
      const totals = (await who.call('GET', `/api/ledger/totals?sort=name${day}`)).json()
      assert.deepEqual(
        [totals.count, totals.sums.totalInvestment],
        [expected.length, String(expected.length)],
        `${login}: totals`,
      )
      for (const by of ['stage', 'corps', 'firstContactUnit']) {
        const groups = (await who.call('GET', `/api/ledger/groups?by=${by}${day}`)).json<{
          items: { count: number }[]
          total: number
        }>()
        assert.equal(groups.total, expected.length, `${login}: groups by ${by}`)
        assert.equal(
          groups.items.reduce((sum, group) => sum + group.count, 0),
          expected.length,
        )
      }
    }
    if (['director', 'analyst', 'commander', 'commander2'].includes(login)) {
      const file = await who.call('GET', '/api/ledger/export.xlsx?columns=name')
      const path = join(folder, `${login}.xlsx`)
      writeFileSync(path, file.rawPayload)
      const { sheets } = await readWorkbook(path)
      assert.equal(
        sheets[0]?.rows.flatMap((row) => row.cells).filter((cell) => cell?.text.startsWith('秘密项目'))
          .length,
        expected.length,
        `${login}: export`,
      )
    }
    for (const project of projects) {
      const status: number = knows(login, project) ? 200 : 404
      for (const url of ['', '/timeline', '/light', '/chart', '/fields/problem/history'].map(
        (part) => `/api/projects/${project.id}${part}`,
      ))
        for (const day of ['', `?${days[1]?.slice(1)}`])
          assert.equal(
            (await who.call('GET', url + day)).statusCode,
            status,
            `${login}: ${project.name} ${url}`,
          )
      if (status === 404) {
        const edit = await who.call('PATCH', '/api/ledger', {
          edits: [{ projectId: project.id, field: 'note', from: null, to: '改' }],
        })
        assert.equal(edit.json().failures[0].code, 'not_found')
        assert.ok(!edit.body.includes(project.name) && !edit.body.includes('缺地'), edit.body)
      }
    }
  }
})

async function idsOf(who: Caller, query: string): Promise<string[]> {
  const { items, total } = (await who.call('GET', `/api/ledger?limit=500&${encodeURI(query)}`)).json<Page>()
  assert.equal(items.length, total)
  return items.map(({ id }) => id)
}

/** Of whichever project: 桥南兵团 has registered for it under another name, and is or was asked to take part by 市北. */
async function furnishCooperation(zone: TestZone, projectId: string, state: 'proposed' | 'refused') {
  const author = { zoneId: zone.id, memberId: zone.memberIds['director'] ?? '', at: new Date() }
  const [agreementId, day] = [uuidv7(), shanghaiDay(author.at)]
  const unit = { unitId: zone.corps.b, unitName: '桥南兵团' }
  const by = { registeredBy: author.memberId, registeredAt: author.at }
  await database.within({ zoneId: zone.id, memberId: null }, async (db) => {
    await insertRows(db, author, 'first_contact', [
      {
        id: uuidv7(),
        projectId,
        ...unit,
        called: '另称',
        contactOn: day,
        note: '来电',
        contested: 'unseen',
        ...by,
      },
    ])
    await insertRows(db, author, 'agreement', [
      {
        id: agreementId,
        projectId,
        kind: 'joint',
        fromUnitId: zone.corps.a,
        fromName: '市北兵团',
        effectiveOn: day,
        reason: '共建',
        state,
        proposedBy: author.memberId,
        proposedAt: author.at,
      },
    ])
    await insertRows(db, author, 'benefit_share', [
      { id: uuidv7(), agreementId, ...unit, percent: '100', position: 0 },
    ])
  })
}

test('no address that reads, whatever it is built for, tells of a project out of reach', async () => {
  const { zone, projects } = await smallWorld(database)
  const analyst = await signIn(app, zone, 'analyst')
  const unsigned = projects.filter((project) => !project.signed)
  for (const [at, project] of unsigned.entries()) {
    const { id, name } = project
    const approval = { name: `${name}施工许可`, authority: '住建局', acceptedOn: '2022-03-01' }
    const added = await analyst.call('POST', `/api/projects/${id}/approvals`, approval)
    assert.equal(added.statusCode, 201, added.body)
    const blocker = { title: `${name}用地没有落实`, kind: 'land', level: 'zone' }
    const raised = await analyst.call('POST', `/api/projects/${id}/blockers`, blocker)
    assert.equal(raised.statusCode, 201, raised.body)
    // Who is asked knows, by their commanders; where it came to nothing, nobody more than before.
    project.isAsked = at % 4 === 1
    await furnishCooperation(zone, id, project.isAsked ? 'proposed' : 'refused')
  }
  const today = shanghaiDay(Date.now())
  // Dates that somebody wrote too early, and goals that would count them.
  const edits = unsigned.map(({ id }) => ({
    projectId: id,
    field: 'signed.actual',
    from: null,
    to: '2022-02',
  }))
  const dated = await analyst.call('PATCH', '/api/ledger', { edits })
  assert.equal(dated.json<{ applied: number }>().applied, unsigned.length, dated.body)
  const goals = await Promise.all(
    [zone.corps.a, zone.corps.b].map(async (unitId) => {
      const goal = { unitId, measure: 'signedCount', period: '2022', value: '9' }
      return (await analyst.call('POST', '/api/goals', goal)).json<{ goal: { id: string } }>().goal.id
    }),
  )
  const queries = [
    '',
    'limit=500',
    'by=officer',
    'show=own',
    'waiting=me',
    `from=2022-01-01&to=${today}&limit=200`,
    `asOf=${shanghaiDay(Date.now() - 86_400_000)}`,
  ]
  const paths = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    methods && 'get' in methods ? [path] : [],
  )
  assert.ok(paths.length > 15)
  for (const login of ['commander', 'officer', 'promoter', 'commander2', 'administrator'] as const) {
    const who = await signIn(app, zone, login)
    const hidden = unsigned.filter((project) => !knows(login, project))
    const sample = hidden.filter((_, index) => index % 9 === 0)
    for (const path of paths) {
      const urls = path.includes('{')
        ? [...sample.map(({ id }) => id), ...goals].map((id) =>
            path.replace('{field}', 'problem').replaceAll(/\{\w+\}/g, id),
          )
        : queries.map((query) => `${path}?${query}`)
      for (const url of urls) {
        const { body } = await who.call('GET', url)
        const told = hidden.find(
          ({ id, name }) =>
            new RegExp(`${name}(?!\\d)`).test(body) || (body.includes(id) && !url.includes(id)),
        )
        assert.equal(told, undefined, `${login} ${url} tells of ${told?.name}`)
      }
    }
  }
})
