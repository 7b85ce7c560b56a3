import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { type Caller, callAs } from './caller.ts'
import { journeys } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

type Row = { id: string; name: string; totalInvestment?: string }
/** A signed project of the officer's corps, given to them. */
async function ownProject(analyst: Caller, officer: Caller): Promise<Row> {
  const me = await officer.get<{ member: { name: string }; corpsId: string }>('/me')
  const where = JSON.stringify([
    { field: 'corps', op: 'is', value: [me.corpsId] },
    { field: 'stage', op: 'is', value: ['signed', 'landed', 'landSupplied', 'started'] },
    { field: 'standing', op: 'is', value: ['ongoing'] },
  ])
  const { items } = await analyst.get<{ items: (Row & { officer?: string })[] }>(
    `/ledger?limit=1&where=${encodeURIComponent(where)}`,
  )
  const [row] = items
  assert.ok(row)
  await edit(analyst, row.id, 'officer', row.officer ?? null, me.member.name)
  return row
}
const edit = async (who: Caller, projectId: string, field: string, from: string | null, to: string) => {
  const { failures } = await who.send<{ failures: unknown[] }>('PATCH', '/ledger', {
    edits: [{ projectId, field, from, to }],
  })
  assert.deepEqual(failures, [])
}
const changed = (page: Page) => page.getByRole('region', { name: '上次来过之后的变化' })

journeys('Today', ({ claim }) => {
  claim(
    'who comes again sees exactly what another changed on their project, and opens it; their own edit is no news',
    async ({ url, openAs }) => {
      const analyst = await callAs(url, 'analyst')
      const row = await ownProject(analyst, await callAs(url, 'officer1'))
      const before = await openAs('officer1', { phone: true })
      await before.getByRole('heading', { name: '逾期', exact: true }).waitFor()
      await edit(analyst, row.id, 'totalInvestment', row.totalInvestment ?? null, '123450000')
      await before.request.patch(`${url}/api/ledger`, {
        data: { edits: [{ projectId: row.id, field: 'scope', from: null, to: '我自己改的' }] },
      })
      await before.context().close()

      const page = await openAs('officer1', { phone: true })
      await changed(page).getByRole('link', { name: '1 个项目' }).waitFor()
      const news = changed(page).getByRole('listitem')
      assert.equal(await news.count(), 1)
      const told = (await news.first().innerText()).replaceAll(/\s+/g, ' ')
      assert.match(told, new RegExp(`${row.name}.*总投资.*→ .*12,?345`))
      assert.ok(!told.includes('我自己改的'))
      const [wide, screen] = await page.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      )
      assert.ok(wide <= screen, `${wide} px on ${screen}`)
      await news.first().getByRole('link').click()
      await page.getByRole('heading', { name: row.name }).waitFor()
    },
  )

  claim(
    'the director’s count of what is late opens exactly its rows, by corps too',
    async ({ openAs, url }) => {
      const page = await openAs('director')
      const late = page.getByRole('region', { name: '逾期' })
      await late.waitFor()
      const { late: told } = (await (await page.request.get(`${url}/api/home`)).json()) as {
        late: { projects: number; approvals: number; byCorps: { projects: number; approvals: number }[] }
      }
      assert.ok(told.projects > 0)
      await page
        .locator('.zt-figures')
        .getByRole('link', { name: `逾期 ${told.projects}` })
        .click()
      await page.getByRole('heading', { name: '逾期', level: 1 }).waitFor()
      const rows = page.locator('.zt-late-page ul li')
      await rows.first().waitFor()
      assert.equal(await rows.count(), Math.min(50, told.projects + told.approvals))
      const corps = page.locator('.zt-home-corps a').first()
      const count = Number((await corps.innerText()).split(' ').at(-1))
      await corps.click()
      await page.locator('.zt-home-corps a[aria-current]').waitFor()
      await page.waitForFunction(
        (expected) => document.querySelectorAll('.zt-late-page ul li').length === expected,
        Math.min(50, count),
      )
      await page.goto(url)
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('region', { name: 'Late', exact: true }).waitFor()
      assert.deepEqual(await chineseWordsOn(page), [])
    },
  )
})
