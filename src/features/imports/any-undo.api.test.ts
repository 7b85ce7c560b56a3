import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, type Caller, signIn } from '../../../test/factories.ts'
import type { Project } from '../projects/contract.ts'
import { fieldByKey, fields, isEditable } from '../projects/fields.ts'
import { officeOf, workbookOf } from './test-office.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-any-undo-')))
after(async () => {
  await app.close()
  await database.close()
})

const names = ['云栖减震支座', '莱和生物制药', '澄湖微纳光学'] as const
const added = ['映月塘脑机接口', '拂晓湾冷链装备'] as const
const maybe = <T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values)
const month = '2022-02'

/** What a project may say, in the words of the ledger. */
const values = {
  investor: maybe('传化集团', '荣盛控股'),
  totalInvestment: maybe('1000', '20000.5'),
  stage: fc.constantFrom('lead', 'signed', 'landed'),
  'signed.actual': maybe('2021-12', '2021-11-05'),
  'started.plan': maybe('2022-06', '2022-Q3'),
  monthDone: maybe('10', '30.5'),
  problem: maybe('缺地', '缺电'),
}
type Field = keyof typeof values
const editable = Object.keys(values) as Field[]
const record = fc.record(values)

/** The same as a workbook writes it. */
const headers: Record<Field, string> = {
  investor: '投资方',
  totalInvestment: '总投资（万元）',
  stage: '当前阶段',
  'signed.actual': '签约时间',
  'started.plan': '计划开工',
  monthDone: '当月完成（万元）',
  problem: '存在问题',
}
const stageWords: Record<string, string> = { lead: '线索', signed: '签约', landed: '落地' }
const cellOf = (field: Field, value: string | null) =>
  value === null ? '' : field === 'stage' ? (stageWords[value] ?? value) : value

const edit = fc.constantFrom(...editable, 'note' as const).chain((field) =>
  fc.record({
    project: fc.nat(4),
    field: fc.constant(field),
    to:
      field === 'note'
        ? fc.constantFrom<string | null>('手工备注')
        : (values[field] as fc.Arbitrary<string | null>),
    period: fc.constantFrom(month, '2022-01'),
  }),
)

/** Every place of a project with what it holds; months apart. */
type Places = Record<string, string>
async function placesOf(who: Caller, id: string): Promise<Places | undefined> {
  const response = await who.call('GET', `/api/projects/${id}`)
  if (response.statusCode === 404) return undefined
  const { row, periods } = response.json<Project>()
  const own = fields.flatMap((field) => {
    const value = row[field.key]
    return isEditable(field) && field.store.in !== 'progress' && typeof value === 'string'
      ? [[field.key, value]]
      : []
  })
  const told = periods.flatMap(({ period, values: said }) =>
    Object.entries(said).map(([field, value]) => [`${field}@${period}`, value]),
  )
  return Object.fromEntries([...own, ...told])
}

const withoutAbilities = (text: string): unknown =>
  JSON.parse(text, (key, value) => (key === 'abilities' ? undefined : value))
/** Lists, counts, sums, groups and searches of the ledger. */
async function answers(who: Caller): Promise<unknown[]> {
  const told: unknown[] = []
  for (const path of [
    '?sort=name&limit=500',
    `?sort=name&q=${encodeURIComponent('生物')}`,
    '?sort=name&q=ymtnjjk',
    `?sort=name&where=${encodeURIComponent('[{"field":"stage","op":"is","value":["signed","landed"]}]')}`,
    '/totals',
    '/groups?by=stage',
    '/groups?by=investor',
  ]) {
    const response = await who.call('GET', `/api/ledger${path}`)
    assert.equal(response.statusCode, 200, response.body)
    told.push(withoutAbilities(response.body))
  }
  return told
}

test('undo of any import restores every former answer, but for what was edited since and is kept by choice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        ledger: fc.array(record, { minLength: 3, maxLength: 3 }),
        rows: fc.array(fc.record({ project: fc.nat(4), told: record }), { minLength: 1, maxLength: 4 }),
        blanks: fc.constantFrom('keep' as const, 'clear' as const),
        edits: fc.array(edit, { maxLength: 5 }),
        keepEdited: fc.boolean(),
        exceptions: fc.array(fc.nat(4), { maxLength: 2 }),
      }),
      async ({ ledger, rows, blanks, edits, keepEdited, exceptions }) => {
        const zone = await buildZone(database)
        const analyst = await signIn(app, zone, 'analyst')
        const office = officeOf(app, analyst)
        const ids: string[] = []
        for (const [at, told] of ledger.entries()) {
          const said = Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== null)
          ids.push(
            await buildProject(
              database,
              zone,
              { name: names[at] ?? '', ...Object.fromEntries(said) },
              '2022-01',
            ),
          )
        }
        const former = await answers(analyst)
        const before = await Promise.all(ids.map((id) => placesOf(analyst, id)))

        const all = [...names, ...added]
        const once = [...new Map(rows.map((row) => [row.project, row])).values()]
        const book = await workbookOf(
          ['项目名称', ...editable.map((field) => headers[field])],
          once.map(({ project, told }) => [
            all[project] ?? '',
            ...editable.map((field) => cellOf(field, told[field])),
          ]),
          '台账',
          ['台账（2022年2月）'],
        )
        const done = await office.bring('二月.xlsx', book, { blanks })
        const ledgerNow = await office.ledger()
        const everyId = [
          ...ids,
          ...added.flatMap((name) => ledgerNow.find((row) => row['name'] === name)?.id ?? []),
        ]
        const imported = await Promise.all(everyId.map((id) => placesOf(analyst, id)))

        const touched = new Set<string>()
        for (const { project, field, to, period } of edits) {
          const id = everyId[project % everyId.length] ?? ''
          const isMonthly = fieldByKey.get(field)?.store.in === 'progress'
          const now = (await placesOf(analyst, id)) ?? {}
          const place = isMonthly ? `${field}@${period}` : field
          const from = now[place] ?? null
          if (from === to) continue
          const response = await analyst.call('PATCH', '/api/ledger', {
            edits: [{ projectId: id, field, from, to }],
            period,
          })
          assert.deepEqual(response.json<{ failures: unknown[] }>().failures, [], response.body)
          touched.add(id)
        }
        const edited = await Promise.all(everyId.map((id) => placesOf(analyst, id)))

        const preview = await office.preview(done)
        const chosen = new Map(
          exceptions.flatMap((at) => {
            const one = preview.edited[at]
            return one ? [[`${one.projectId} ${one.field} ${one.period}`, one] as const] : []
          }),
        )
        const except = [...chosen.values()].map(({ projectId, field, period }) => ({
          projectId,
          field,
          period,
        }))
        const undone = await office.undo(done, { keepEdited, except })
        assert.equal(undone.statusCode, 200, undone.body)

        const isKept = (id: string, place: string) => {
          const [field = '', period = null] = place.split('@')
          return chosen.has(`${id} ${field} ${period}`) ? !keepEdited : keepEdited
        }
        for (const [at, id] of everyId.entries()) {
          const [was, then, now] = [before[at], imported[at] ?? {}, edited[at] ?? {}]
          const left = await placesOf(analyst, id)
          if (!was) {
            const own = preview.edited.filter((one) => one.projectId === id)
            const stays = own.some((one) => isKept(id, one.period ? `${one.field}@${one.period}` : one.field))
            assert.deepEqual(Boolean(left), stays, 'a project that the import added')
            continue
          }
          const expected = Object.fromEntries(
            [...new Set([...Object.keys(was), ...Object.keys(then), ...Object.keys(now)])].flatMap(
              (place) => {
                const isImported = was[place] !== then[place]
                const isEdited = then[place] !== now[place]
                const value = !isImported || (isEdited && isKept(id, place)) ? now[place] : was[place]
                return value === undefined ? [] : [[place, value]]
              },
            ),
          )
          assert.deepEqual(left, expected)
        }
        if (touched.size === 0) assert.deepEqual(await answers(analyst), former)
        await assertEveryRowHasItsChange(database, zone.id)
      },
    ),
    { numRuns: 15, endOnFailure: true },
  )
})
