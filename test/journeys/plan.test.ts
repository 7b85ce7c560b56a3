import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'

/** The newest plan, from its page to the map. */
async function openPlanOnMap(page: Page, url: string) {
  await page.goto(`${url}/plans`)
  await page.getByRole('link', { name: '在战图上看' }).click()
  await page.waitForURL(/\/map\?plan=/)
  await page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: 30_000 })
  const panel = page.getByRole('complementary', { name: '统筹方案' })
  const tooltip = page.getByRole('tooltip')
  return {
    page,
    panel,
    counts: (placed: number, kept: number) =>
      panel.getByText(`${placed} 个项目落位，其中 ${kept} 个已预留`).waitFor(),
    /** Flies to the first of such a kind; the mouse rests on its place from then on. */
    async choose(kind: RegExp) {
      const before = new URL(page.url()).searchParams.get('at')
      await panel.getByRole('button').filter({ hasText: kind }).first().click()
      await page.waitForURL((address) => address.searchParams.get('at') !== before)
      const [canvas, beside, legend] = await Promise.all(
        ['.zt-map-canvas', '.zt-side-panel', '.zt-legend'].map((part) => page.locator(part).boundingBox()),
      )
      assert.ok(canvas && beside && legend)
      const x = (legend.x + legend.width + beside.x) / 2
      await page.mouse.move(x, canvas.y + canvas.height / 2 - 28)
    },
    underMouse: (words: RegExp) => tooltip.filter({ hasText: words }).waitFor(),
    async close() {
      await panel.getByRole('button', { name: '关闭' }).click()
      await page.waitForURL((address) => !address.searchParams.has('plan'))
      assert.equal(await panel.count(), 0)
    },
  }
}

journeys('A plan of places', ({ claim }) => {
  claim(
    'a plan is started, proven, read with why some are left out, seen on the map and adopted until a day',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      await page.goto(`${url}/plans`)
      await page.getByText('还没有统筹方案。').waitFor()
      await page.getByRole('button', { name: '新建统筹…' }).click()
      const form = page.getByRole('dialog')
      await form.getByLabel('名称').fill('春季统筹')
      await form.getByLabel('亩均税收的权重').fill('5')
      await form.getByRole('button', { name: '开始计算' }).click()

      const plan = page.getByRole('article', { name: '春季统筹' })
      await plan.getByText(/^已证明/).waitFor({ timeout: 90_000 })
      const rows = plan.getByRole('region', { name: '落位', exact: true }).locator('tbody tr')
      const placed = await rows.count()
      assert.ok(placed > 0)
      await rows
        .first()
        .getByText(/万元 ÷ [\d.,]+ 亩/)
        .waitFor()
      await plan.getByText('逐个挑最好的').waitFor()
      assert.ok((await plan.locator('.zt-plan-left > li').count()) > 0)
      await page.getByText(new RegExp(`^${placed} 个落位`)).waitFor()

      // Somebody else looks at it on the map meanwhile.
      const map = await openPlanOnMap(await openAs('director'), url)
      await map.counts(placed, 0)
      await map.choose(/整宗|分割|合并/)
      await map.underMouse(/^(?!.*预留)/)

      // Each figure leads to its rows, those of the yardstick too: all of them, whether they moved or not.
      await plan.getByRole('link', { name: '逐个挑最好的' }).click()
      const yardstick = plan.getByRole('region', { name: '与“逐个挑最好的”相比' })
      await yardstick.getByText(/个项目地方不变/).click()
      const both = await yardstick.locator('.zt-check tbody tr').count()
      assert.ok(both >= placed)
      await plan.getByRole('link', { name: '本方案' }).click()
      await plan.getByRole('heading', { name: '落位', exact: true }).waitFor()
      await page.waitForFunction(() => {
        const top = document.querySelector('#zt-plan-placed')?.getBoundingClientRect().top ?? -1
        return top >= 0 && top < innerHeight
      })

      // The same under another condition, beside it: what was asked differently, and who moved for it.
      await plan.getByRole('button', { name: '改条件重算…' }).click()
      const changing = page.getByRole('dialog')
      const corps = await rows.first().locator('td').first().innerText()
      const ofCorps = await rows.filter({ has: page.getByRole('cell', { name: corps, exact: true }) }).count()
      await changing.getByRole('button', { name: '加一条上限' }).click()
      await changing.getByLabel('兵团', { exact: true }).click()
      await page.locator('.ant-select-item-option').filter({ hasText: corps }).click()
      await changing.getByLabel('上限', { exact: true }).fill('0')
      await changing.getByRole('button', { name: '开始计算' }).click()
      const changed = page.getByRole('article', { name: '春季统筹（改）' })
      const beside = changed.getByRole('region', { name: '与“春季统筹”相比' })
      await beside.getByText(`兵团上限：无 → ${corps} ≤ 0 个项目`).waitFor({ timeout: 90_000 })
      assert.equal(await beside.getByRole('row').filter({ hasText: '不再落位' }).count(), ofCorps)
      await page.getByRole('button', { name: /^春季统筹 / }).click()
      await plan.waitFor()
      assert.equal(await beside.count(), 0)

      await plan.getByRole('button', { name: '采用…' }).click()
      const adopting = page.getByRole('dialog')
      await adopting.getByText(`给 ${placed} 个项目预留各自的空间`).waitFor()
      await adopting.getByLabel('预留到').fill('2060-12-31')
      // Enter takes the day and sends the dialog.
      await adopting.getByLabel('预留到').press('Enter')
      await plan.getByText(/采用，预留到 2060-12-31/).waitFor()
      assert.equal(await plan.getByRole('button', { name: '采用…' }).count(), 0)

      await map.counts(placed, placed)
      await map.underMouse(/(整块|部分)预留/)
      await map.panel.getByText('已预留至 2060-12-31').first().waitFor()
      const kept = map.page.locator('.zt-legend tr').filter({ hasText: /整块预留|部分预留/ })
      await kept
        .locator('td')
        .filter({ hasText: /^[1-9]/ })
        .first()
        .waitFor()
      await map.close()

      const [place] = await rows.locator('a[href^="/map"]').allInnerTexts()
      await plan
        .getByRole('link', { name: place ?? '', exact: true })
        .first()
        .click()
      await page.waitForURL(/\/map\?parcel=/)
      await page.goBack()
      await rows.first().getByRole('link').first().click()
      await page.waitForURL(/\/projects\/.*tab=land/)
    },
  )
})
