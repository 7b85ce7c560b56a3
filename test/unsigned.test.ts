import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import { clerkOf } from '../src/features/evidence/test-papers.ts'
import { fields, isEditable } from '../src/features/projects/fields.ts'
import { openTestDatabase } from './database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from './factories.ts'

mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-03-10T09:00:00+08:00') })
const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-unsigned-')))
after(async () => {
  await app.close()
  await database.close()
})

/** A project of 桥南, before it signs, with something in every field by which it could be found. */
const secret: Record<string, string> = {
  name: '玄武湖低空飞行器总装基地',
  code: '2202-330109-04-01-987654',
  investor: '玄武湖航空工业集团',
  stage: 'negotiating',
  totalInvestment: '777777.77',
  fixedAssetInvestment: '555555.55',
  landArea: '98765.4321',
  problem: '空域批文未下达',
  nextStep: '赴京对接空管办',
  officer: 'commander2同志',
  firstContactUnit: '桥南兵团',
  'engaged.actual': '2022-02-17',
  'signed.plan': '2022-05-19',
  monthDone: '4321.09',
  light: 'red',
}
const words = [
  ...Object.values(secret),
  '玄武湖',
  '飞行器',
  'xuanwuhu',
  'xuanwu',
  'xwhdkfxqzzjd',
  'xwh',
  '987654',
  '空域',
]

/** Everything that a person can ask of the product, in every way that narrows, sorts, groups, counts or looks back. */
function questions(seen: { project: string; approval: string }): string[] {
  const conditions = fields.flatMap((field) => {
    const value = secret[field.key]
    return [
      { field: field.key, op: 'filled' },
      { field: field.key, op: 'blank' },
      ...(value && isEditable(field) ? [{ field: field.key, op: 'is', value: [value] }] : []),
      ...(value && field.kind === 'text'
        ? [{ field: field.key, op: 'contains', value: value.slice(1, 4) }]
        : []),
      ...(value && field.kind === 'money' ? [{ field: field.key, op: 'atLeast', value }] : []),
    ]
  })
  const narrowed = [
    '',
    ...words.map((word) => `q=${encodeURIComponent(word)}`),
    ...conditions.map((one) => `where=${encodeURIComponent(JSON.stringify([one]))}`),
  ]
  const days = ['', 'asOf=2022-03-09', 'asOf=2022-03-08', 'asOf=2022-03-01']
  const ledger = narrowed.flatMap((query) => [
    `/api/ledger?sort=name&limit=500&${query}`,
    `/api/ledger/totals?${query}`,
  ])
  const sorts = fields.map((field) => `/api/ledger?limit=500&sort=${field.key},name`)
  const groups = fields.flatMap(({ key }) =>
    (['stage', 'corps', 'investor'].includes(key) ? days : ['']).map(
      (day) => `/api/ledger/groups?by=${key}&${day}`,
    ),
  )
  const past = days.flatMap((day) =>
    ['', 'q=xuanwuhu', `q=${encodeURIComponent('飞行器')}`].flatMap((query) => [
      `/api/ledger?limit=500&sort=name&${query}&${day}`,
      `/api/ledger/totals?${query}&${day}`,
      `/api/approvals?limit=500&${day}`,
      `/api/organisation?${day}`,
      `/api/members?${day}`,
    ]),
  )
  const changes = ['2022-03-01', '2022-03-07', '2022-03-08'].flatMap((from) =>
    ['2022-03-08', '2022-03-09', '2022-03-10'].flatMap((to) =>
      from < to ? [`/api/history/differences?from=${from}&to=${to}&limit=200`] : [],
    ),
  )
  const plain = Object.entries(app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    methods && 'get' in methods
      ? [path.replace('{id}', path.startsWith('/api/projects') ? seen.project : seen.approval)]
      : [],
  )
  return [
    ...ledger,
    ...sorts,
    ...groups,
    ...past,
    ...changes,
    ...plain.filter((path) => !/\{|export/.test(path)),
  ]
}

async function answersTo(who: Caller, urls: readonly string[]): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const url of urls) {
    const { statusCode, body } = await who.call('GET', url)
    told.set(url, `${statusCode} ${body}`)
  }
  return told
}

test('another corps’ unsigned project changes no answer that an officer gets: not one byte, by any road, of any day', async () => {
  const at = (day: string) => new Date(`2022-03-${day}T10:00:00+08:00`)
  const zone = await buildZone(database)
  const own = await buildProject(
    database,
    zone,
    { name: '云栖减震支座', stage: 'negotiating', totalInvestment: '100', problem: '缺地' },
    '2022-02',
    at('05'),
  )
  await buildProject(
    database,
    zone,
    { name: '莱和生物制药', stage: 'started', corps: zone.corps.b, totalInvestment: '200' },
    '2022-02',
    at('05'),
  )
  const officer = await signIn(app, zone, 'officer')
  const added = await officer.call('POST', `/api/projects/${own}/approvals`, {
    name: '环评批复',
    acceptedOn: '2022-03-01',
  })
  const approval = added.json<{ items: { id: string }[] }>().items[0]?.id ?? ''
  const urls = questions({ project: own, approval })
  const former = await answersTo(officer, urls)
  assert.ok([...former.values()].filter((answer) => answer.startsWith('200')).length > 300)

  const hidden = await buildProject(database, zone, { ...secret, corps: zone.corps.b }, '2022-02', at('08'))
  const other = await signIn(app, zone, 'commander2')
  const clerk = clerkOf(app, other)
  const filed = await clerk.file(hidden, 'engaged', 'contactRecord', '玄武湖对接记录.pdf')
  for (const name of ['空域批复', '环评批复'])
    await other.call('POST', `/api/projects/${hidden}/approvals`, { name, acceptedOn: '2022-03-02' })
  await other.call('PATCH', '/api/ledger', {
    edits: [{ projectId: hidden, field: 'note', from: null, to: '玄武湖项目保密' }],
  })
  // A double of it in the open, and one said to be another.
  const analyst = await signIn(app, zone, 'analyst')
  const double = await buildProject(
    database,
    zone,
    { name: '玄武湖低空飞行器总装基地项目', corps: zone.corps.b, stage: 'lead' },
    '2022-02',
    at('09'),
  )
  assert.ok((await analyst.call('GET', '/api/duplicates')).body.includes(double))
  assert.ok(
    (await other.call('GET', '/api/ledger?q=xuanwuhu')).body.includes(hidden),
    'its own corps finds it',
  )

  for (const [url, answer] of await answersTo(officer, urls)) assert.equal(answer, former.get(url), url)

  // The direct addresses answer as those of a project that never was.
  const paperId = filed.papers[0]?.id ?? ''
  const never = crypto.randomUUID()
  for (const rest of [
    '',
    '/timeline',
    '/evidence',
    '/approvals',
    '/guests',
    '/light',
    '/chart',
    `/papers/${paperId}/file`,
  ])
    for (const day of ['', '?asOf=2022-03-09']) {
      const [one, none] = await Promise.all(
        [hidden, never].map((id) => officer.call('GET', `/api/projects/${id}${rest}${day}`)),
      )
      assert.equal(one?.statusCode, 404, rest)
      assert.equal(one?.body.replaceAll(hidden, '…'), none?.body.replaceAll(never, '…'), rest)
    }
  for (const url of [
    `/api/duplicates/${hidden}/${own}`,
    '/api/ledger/export.xlsx?q=xuanwuhu',
    '/api/merges',
    '/api/audit',
  ])
    assert.equal((await officer.call('GET', url)).statusCode, 403, url)
  // Nor does writing tell: the same name and code can be given again, and an edit says that there is none.
  const again = await officer.call('POST', '/api/projects', {
    values: { name: secret['name'], code: secret['code'], corps: zone.corps.a },
  })
  assert.equal(again.statusCode, 201, again.body)
  assert.ok(!again.body.includes(hidden))
  const edits = [hidden, never].map((projectId) => ({
    projectId,
    field: 'name',
    from: secret['name'],
    to: '改名',
  }))
  const edit = await officer.call('PATCH', '/api/ledger', { edits })
  const [first, second] = edit.json<{
    failures: { code: string; message: string; current: string | null }[]
  }>().failures
  assert.deepEqual({ ...first, projectId: '' }, { ...second, projectId: '' })
  assert.equal(first?.code, 'not_found')
})
