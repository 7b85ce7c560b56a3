import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, mock, test } from 'node:test'
import fc from 'fast-check'
import { readWorkbook } from '../src/formats/read-workbook.ts'
import { addDays, type Day } from '../src/shared/days.ts'
import { assertEveryRowHasItsChange } from './changes.ts'
import { openTestDatabase } from './database.ts'
import { buildTestApp, buildZone, type Caller, signIn } from './factories.ts'
import { anyAct, doAct, type Scene } from './random-acts.ts'

let today: Day = '2022-03-01'
const setClock = (day: Day, time: string) => mock.timers.setTime(Date.parse(`${day}T${time}+08:00`))
mock.timers.enable({ apis: ['Date'], now: Date.parse('2022-03-01T09:00:00+08:00') })
const database = await openTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhantu-past-answers-'))
const app = await buildTestApp(database, folder)
after(async () => {
  await app.close()
  await database.close()
})

const enc = encodeURIComponent
/** Every list, count, group, search, page and export that a day can be asked of. */
const questions = (projects: readonly string[]) => [
  '/api/units',
  '/api/members',
  '/api/organisation',
  '/api/reorganisations',
  '/api/ledger?sort=name&limit=500',
  '/api/ledger?sort=-totalInvestment,name&limit=2&offset=1',
  `/api/ledger?sort=name&q=${enc('生物')}`,
  '/api/ledger?sort=name&q=yunxi',
  '/api/ledger?sort=name&q=jzzz',
  `/api/ledger?sort=name&where=${enc('[{"field":"stage","op":"is","value":["signed","engaged"]}]')}`,
  '/api/ledger/totals?',
  `/api/ledger/totals?q=${enc('项目')}`,
  '/api/ledger/groups?by=stage',
  '/api/ledger/groups?by=corps',
  '/api/ledger/groups?by=standing',
  `/api/ledger/groups?by=problem&q=${enc('项目')}`,
  '/api/approvals',
  '/api/stage-rules',
  '/api/light-rules',
  '/api/battle-chart?from=2022-01&group=chain',
  '/api/support-chart?state=all',
  '/api/standing-reasons',
  '/api/merges',
  '/api/not-same',
  '/api/ledger/export.xlsx?',
  `/api/ledger/export.xlsx?columns=name,stage,corps&q=${enc('项目')}`,
  ...projects.flatMap((id) =>
    ['', '/timeline', '/evidence', '/approvals', '/light', '/chart'].map(
      (rest) => `/api/projects/${id}${rest}`,
    ),
  ),
]

/** What one may do now and may not in the past is no record, nor why. */
const rights = new Set(['abilities', 'mayVerify', 'refusal'])

async function answersOf(who: Caller, urls: readonly string[], asOf?: Day): Promise<Map<string, unknown>> {
  const told = new Map<string, unknown>()
  for (const url of urls) {
    const response = await who.call('GET', asOf ? `${url}${url.includes('?') ? '&' : '?'}asOf=${asOf}` : url)
    assert.ok([200, 403, 404].includes(response.statusCode), `${url} as of ${asOf}: ${response.body}`)
    if (url.includes('export') && response.statusCode === 200) {
      const path = join(folder, 'export.xlsx')
      writeFileSync(path, response.rawPayload)
      const { sheets } = await readWorkbook(path)
      told.set(
        url,
        sheets.map((sheet) =>
          sheet.rows
            .map((row) => row.cells.map((cell) => cell?.text ?? null))
            // Who took it out, and when, is of the moment.
            .filter(([first]) => !first?.startsWith('导出人：')),
        ),
      )
    } else
      told.set(url, [
        response.statusCode,
        response.statusCode === 200
          ? JSON.parse(response.body, (key, value) => (rights.has(key) ? undefined : value))
          : null,
      ])
  }
  return told
}

test('whatever happened: every answer as of a day is the one that was given when it ended', async () => {
  let acted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 9, maxLength: 12 }), async (acts) => {
      setClock(today, '09:00:00')
      const zone = await buildZone(database)
      const scene: Scene = {
        app,
        zone,
        today,
        projects: [],
        approvals: [],
        merges: [],
        as: async () => assert.fail(),
      }
      const people = async () => {
        const known = new Map<string, Caller>()
        scene.as = async (login) => {
          const caller = known.get(login) ?? (await signIn(app, zone, login))
          known.set(login, caller)
          return caller
        }
      }
      const days: { day: Day; login: string; said: Map<string, unknown> }[] = []
      await people()
      for (const a of [0, 1, 3]) await doAct(scene, { kind: 'add', a, b: a, text: '甲', wait: 1 })
      for (const one of acts) {
        scene.today = today
        setClock(today, '10:00:00')
        await people()
        if (await doAct(scene, one)) acted++
        setClock(today, '23:00:00')
        await people()
        // Those who know of all: what others may know of the past goes by their posts and the stages of today.
        const login = days.length % 2 ? 'analyst' : 'director'
        const said = await answersOf(await scene.as(login), questions(scene.projects))
        days.push({ day: today, login, said })
        today = addDays(today, one.wait)
      }
      setClock(today, '12:00:00')
      await people()
      for (const { day, login, said } of days) {
        const then = await answersOf(await scene.as(login), [...said.keys()], day)
        for (const [url, answer] of said)
          assert.deepEqual(then.get(url), answer, `${login} ${url} as of ${day}`)
      }
      await assertEveryRowHasItsChange(database, zone.id)
    }),
    { numRuns: 3, endOnFailure: true },
  )
  assert.ok(acted >= 12, `only ${acted} acts were possible`)
})
