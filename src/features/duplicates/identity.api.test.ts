import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { assertEveryRowHasItsChange } from '../../../test/changes.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { buildProject, buildTestApp, buildZone, signIn, type TestZone } from '../../../test/factories.ts'
import { writeProjects } from '../projects/server/write-projects.ts'
import { mergeOf } from './test-merging.ts'

const database = await openTestDatabase()
const app = await buildTestApp(database, mkdtempSync(join(tmpdir(), 'zhantu-identity-')))
after(async () => {
  await app.close()
  await database.close()
})

const choices: Record<string, readonly string[]> = {
  name: ['甲', '乙项目', '丙厂'],
  code: ['2202-330109-04-01-111111', '2202-330109-04-01-222222'],
  investor: ['传化', '恒逸'],
  totalInvestment: ['100', '200.5'],
  officer: ['officer同志', '外人'],
  stage: ['lead', 'signed'],
  'signed.actual': ['2021-03', '2021-03-05'],
  'started.plan': ['2022-Q2', '2022-06'],
  problem: ['缺电', '缺地'],
  monthDone: ['1', '2.25'],
}
const fieldNames = Object.keys(choices)
const months = ['2022-01', '2022-02'] as const
const never = ['name', 'stage']

type Edit = { project: number; field: string; value: string | null; month: (typeof months)[number] }
const edit = fc
  .record({
    project: fc.nat(3),
    field: fc.constantFrom(...fieldNames),
    pick: fc.option(fc.nat(1), { nil: null }),
    month: fc.constantFrom(...months),
  })
  .map(({ pick, ...rest }): Edit => {
    const value = pick === null ? null : (choices[rest.field]?.[pick] ?? null)
    return {
      ...rest,
      value: value === null && never.includes(rest.field) ? (choices[rest.field]?.[0] ?? '') : value,
    }
  })
const merging = fc.record({ kept: fc.nat(3), lost: fc.nat(3), take: fc.array(fc.nat(40), { maxLength: 12 }) })

const isProgress = (field: string) => field === 'problem' || field === 'monthDone'
const placeOf = ({ project, field, month }: Edit) => `${project} ${field} ${isProgress(field) ? month : ''}`

async function write(zone: TestZone, ids: readonly string[], edits: readonly Edit[]) {
  for (const { project, field, value, month } of edits) {
    const author = { zoneId: zone.id, memberId: zone.memberIds['officer'] ?? null, at: new Date() }
    await database.within({ zoneId: zone.id, memberId: null }, (db) =>
      writeProjects(db, author, [
        { projectId: ids[project] ?? '', isNew: false, period: month, set: { [field]: value } },
      ]),
    )
  }
}

/** Every value of every row that stands, and what each project is found by; rows that say nothing are left out. */
async function readState(zone: TestZone): Promise<string[]> {
  return database.within({ zoneId: zone.id, memberId: null }, async (db) => {
    const { rows } = await sql<{ line: string }>`
      select concat('project ', to_jsonb(p) - '{revision}'::text[]) as line from project p where p.zone_id = ${zone.id}
      union all select concat('milestone ', to_jsonb(m) - '{id,revision}'::text[]) from milestone m
        where m.zone_id = ${zone.id} and m.removed_at is null and coalesce(plan_on, forecast_on, actual_on) is not null
      union all select concat('progress ', to_jsonb(g) - '{id,revision}'::text[]) from progress g
        where g.zone_id = ${zone.id} and g.removed_at is null and (g.problem is not null or g.month_done is not null)
      union all select concat('alias ', to_jsonb(a) - '{revision}'::text[]) from alias a where a.zone_id = ${zone.id} and a.removed_at is null
      union all select concat('found ', row_id, body, pinyin, initials, tokens) from search_entry where zone_id = ${zone.id}
      order by 1`.execute(db)
    return rows.map((row) => row.line)
  })
}

async function prepare(edits: readonly Edit[]) {
  const zone = await buildZone(database)
  const analyst = await signIn(app, zone, 'analyst')
  const ids: string[] = []
  for (const name of ['一', '二', '三', '四']) ids.push(await buildProject(database, zone, { name }))
  await write(zone, ids, edits)
  return { zone, analyst, ids }
}

/** Merges two projects, taking the lost one's value in some of the places that both speak of. */
async function merge(
  { analyst, ids }: Awaited<ReturnType<typeof prepare>>,
  one: { kept: number; lost: number; take: number[] },
) {
  const [kept = '', lost = ''] = [ids[one.kept], ids[one.lost]]
  const seen = (await analyst.call('GET', `/api/duplicates/${kept}/${lost}`)).json<{
    first: { id: string }
    facts: { field: string; period: string | null; first: string | null; second: string | null }[]
  }>()
  const lostIsFirst = seen.first.id === lost
  const takeable = seen.facts.filter((fact) => (lostIsFirst ? fact.first : fact.second) !== null)
  const chosen = new Set(one.take.map((at) => at % Math.max(1, takeable.length)))
  const places = takeable.filter((_, at) => chosen.has(at)).map(({ field, period }) => ({ field, period }))
  return (await mergeOf(analyst, kept, lost, places)).merge
}

test('merges taken back in any order that is possible leave every row as it was', {
  timeout: 280_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 25 }),
      fc.array(merging, { minLength: 1, maxLength: 3 }),
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      async (edits, mergings, order) => {
        const world = await prepare(edits)
        const before = await readState(world.zone)
        const gone = new Set<number>()
        const standing: string[] = []
        for (const one of mergings) {
          if (one.kept === one.lost || gone.has(one.kept) || gone.has(one.lost)) continue
          standing.push((await merge(world, one)).id)
          gone.add(one.lost)
        }
        for (let turn = 0; standing.length > 0; turn++) {
          const at = (order[turn % order.length] ?? 0) % standing.length
          const answer = await world.analyst.call('POST', `/api/merges/${standing[at]}/undo`, {
            keepEdited: turn % 2 === 0,
          })
          if (answer.statusCode === 200) standing.splice(at, 1)
          else {
            assert.equal(answer.statusCode, 409, answer.body)
            standing.push(...standing.splice(at, 1))
          }
          assert.ok(turn < 50)
        }
        assert.deepEqual(await readState(world.zone), before)
        await assertEveryRowHasItsChange(database, world.zone.id)
      },
    ),
    { numRuns: 25 },
  )
})

test('edits after a merge: what it wrote goes back, what it did not write stays', {
  timeout: 280_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { maxLength: 20 }),
      fc.array(fc.nat(40), { maxLength: 12 }),
      fc.array(edit, { maxLength: 8 }),
      async (edits, take, later) => {
        const world = await prepare(edits)
        const { id } = await merge(world, { kept: 0, lost: 1, take })
        const after = later.map((one) => ({ ...one, project: 0 }))
        const timeline = (await world.analyst.call('GET', `/api/projects/${world.ids[0]}/timeline`)).json<{
          items: { cause: { id: string } | null; changes: { field: string; period: string | null }[] }[]
        }>()
        const written = new Set(
          timeline.items
            .filter((item) => item.cause?.id === id)
            .flatMap((item) => item.changes.map(({ field, period }) => `0 ${field} ${period ?? ''}`)),
        )
        await write(world.zone, world.ids, after)
        const answer = await world.analyst.call('POST', `/api/merges/${id}/undo`, { keepEdited: false })
        assert.equal(answer.statusCode, 200, answer.body)
        const other = await prepare([...edits, ...after.filter((one) => !written.has(placeOf(one)))])
        assert.deepEqual(
          anonymous(await readState(world.zone), world),
          anonymous(await readState(other.zone), other),
        )
      },
    ),
    { numRuns: 25 },
  )
})

/** The same world under other ids; search tokens are mixed with the zone. */
const anonymous = (lines: readonly string[], { zone, ids }: Awaited<ReturnType<typeof prepare>>) =>
  lines
    .filter((line) => !line.startsWith('found '))
    .map((line) =>
      [...ids, zone.id, zone.corps.a, ...Object.values(zone.memberIds)].reduce(
        (text, id, at) => text.replaceAll(id, `#${at}`),
        line,
      ),
    )
    .sort()
