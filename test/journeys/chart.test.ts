import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { BattleChart } from '../../src/features/charts/contract.ts'
import { addToMonth, monthOf, shanghaiDay } from '../../src/shared/days.ts'
import { callAs } from './caller.ts'
import { composeAndCommit } from './input-method.ts'
import { journeys } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

const today = shanghaiDay(Date.now())
const month = (step: number) => addToMonth(monthOf(today), step)
/** Six months, from three before this one. */
const address = (more = '') => `/chart?from=${month(-3)}&months=6${more}`

type Row = { id: string; name: string; [field: string]: string | null }

/** A signed project of 市北兵团 whose completion was planned for last month and is forecast for the month after next. */
async function slippingProject(url: string): Promise<Row> {
  const analyst = await callAs(url, 'analyst')
  const { items: units } = await analyst.get<{ items: { id: string; name: string }[] }>('/units')
  const corps = units.find(({ name }) => name.startsWith('市北'))?.id ?? ''
  const where = JSON.stringify([
    { field: 'corps', op: 'is', value: [corps] },
    { field: 'standing', op: 'is', value: ['ongoing'] },
    { field: 'stage', op: 'is', value: ['signed', 'landed'] },
  ])
  const { items } = await analyst.get<{ items: Row[] }>(`/ledger?where=${encodeURIComponent(where)}&limit=1`)
  const row = items[0] ?? assert.fail('no project')
  const edit = (field: string, to: string) => ({ projectId: row.id, field, from: row[field] ?? null, to })
  await analyst.send('PATCH', '/ledger', {
    edits: [edit('completed.plan', month(-1)), edit('completed.forecast', month(2))],
  })
  return row
}

const rowOf = (page: Page, { name }: Row) => page.locator('.zt-battle-row').filter({ hasText: name })
const cellOf = (page: Page, row: Row, step: number) =>
  rowOf(page, row)
    .locator('.zt-battle-cell')
    .nth(step + 3)
const stateOf = (page: Page, row: Row, step: number) => cellOf(page, row, step).getAttribute('data-state')
const editor = (page: Page) => page.locator('.zt-cell-editor textarea')
/** Until the cell says so, since a save is shown at once and answered later. */
const isState = (page: Page, row: Row, step: number, state: string) =>
  rowOf(page, row)
    .locator(`.zt-battle-cell:nth-child(${step + 5})[data-state="${state}"]`)
    .waitFor()

journeys('Battle chart', ({ claim }) => {
  claim(
    'a task is written in its cell, done under a red flag, overdue under a black one; a slip is hatched; all of it without a mouse',
    async ({ openAs, url }) => {
      const row = await slippingProject(url)
      const page = await openAs('shibei')
      await page.goto(url + address(`&q=${encodeURIComponent(row.name)}`))
      await rowOf(page, row).waitFor()
      assert.equal(await stateOf(page, row, -1), 'overdue')
      await cellOf(page, row, -1).locator('[data-flag="overdue"]').waitFor()
      for (const step of [0, 1, 2])
        assert.equal(await cellOf(page, row, step).getAttribute('data-slip'), 'true')
      assert.equal(await cellOf(page, row, -1).getAttribute('data-slip'), null)
      await page.locator('.zt-battle-legend').getByText('预计晚于计划').waitFor()
      await page.locator('.zt-battle-months [data-now]').waitFor()

      // By the mouse into one cell, and out of it: saved by leaving.
      await cellOf(page, row, 0).click()
      // The Enter that chooses a candidate is the input method's.
      await composeAndCommit(page, ['z', 'zhuangji'], '桩基施工完成')
      await page.keyboard.type(' 60%')
      await page.locator('.zt-page-head h1').click()
      await cellOf(page, row, 0).getByText('桩基施工完成 60%').waitFor()
      await page
        .getByRole('status')
        .getByText(`${month(0)} 已保存`)
        .waitFor()

      // By the keyboard into another: a month that is over.
      await page.getByRole('grid').focus()
      for (let step = 0; step < 2; step++) await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      await editor(page).fill('场地平整')
      await page.keyboard.press('Escape')
      assert.equal(await cellOf(page, row, -2).locator('.zt-battle-face').count(), 0)
      await page.keyboard.press('F2')
      await editor(page).fill('场地平整')
      await page.keyboard.press('Control+Enter')
      await isState(page, row, -2, 'overdue')
      await page.keyboard.press('d')
      await isState(page, row, -2, 'done')
      await cellOf(page, row, -2).locator('[data-flag="done"]').waitFor()
      // It was done today, after its month.
      await cellOf(page, row, -2).hover()
      assert.match((await cellOf(page, row, -2).getAttribute('title')) ?? '', /逾期后完成/)
      await page.keyboard.press('Control+z')
      await isState(page, row, -2, 'overdue')
      const taken = page.waitForResponse((answer) => answer.request().postDataJSON()?.text === '')
      await page.keyboard.press('Control+z')
      await rowOf(page, row).locator('.zt-battle-cell:nth-child(3):not([data-state])').waitFor()
      await page
        .getByRole('status')
        .getByText(`已撤销：${month(-2)}`)
        .waitFor()
      assert.equal((await taken).status(), 200)
      const { items } = await (await callAs(url, 'analyst')).get<BattleChart>(
        `/battle-chart?from=${month(-3)}&months=6&q=${encodeURIComponent(row.name)}`,
      )
      const texts = items[0]?.cells.flatMap((cell) => cell.task?.text ?? [])
      assert.deepEqual(texts, ['桩基施工完成 60%'])

      // What happened needs evidence: the milestone's own cell says where to go.
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('d')
      await page.getByRole('status').getByText('节点完成须有佐证').waitFor()
      await page.keyboard.press('Space')
      const panel = page.locator('.zt-side-panel')
      await panel.getByRole('row', { name: /竣工/ }).getByRole('link', { name: '登记佐证' }).waitFor()
      // Its forecast is moved there, and the hatched months with it.
      await panel
        .getByRole('row', { name: /竣工/ })
        .getByRole('button', { name: /预计竣工/ })
        .first()
        .click()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(month(1))
      await page.keyboard.press('Enter')
      await rowOf(page, row).locator('.zt-battle-cell:nth-child(7):not([data-slip])').waitFor()
      assert.equal(await cellOf(page, row, 1).getAttribute('data-slip'), 'true')
    },
  )

  claim(
    'of two who write into one cell the second is told, keeps what was typed, and may put it over',
    async ({ openAs, url }) => {
      const row = await slippingProject(url)
      const query = address(`&q=${encodeURIComponent(row.name)}`)
      const [one, two] = [await openAs('shibei'), await openAs('analyst')]
      for (const page of [one, two]) {
        await page.goto(url + query)
        await rowOf(page, row).waitFor()
      }
      await cellOf(two, row, 1).click()
      await editor(two).fill('我写的')
      await cellOf(one, row, 1).click()
      await editor(one).fill('先写的')
      await one.keyboard.press('Control+Enter')
      await cellOf(two, row, 1).getByText('先写的').waitFor()
      await two.keyboard.press('Control+Enter')
      await two
        .locator('.zt-cell-editor')
        .getByText(/刚被.+改为“先写的”/)
        .waitFor()
      assert.equal(await editor(two).inputValue(), '我写的')
      await two.keyboard.press('Control+Enter')
      await cellOf(one, row, 1).getByText('我写的').waitFor()
    },
  )

  claim(
    'by corps and by chain, narrowed in the address, read only to others and as of a former day',
    async ({ openAs, url }) => {
      const row = await slippingProject(url)
      const page = await openAs('analyst')
      await page.goto(url + address())
      await page.locator('.zt-battle-group').first().waitFor()
      await page.getByRole('combobox', { name: '兵团' }).selectOption({ label: '市北兵团' })
      await page.waitForURL(/corps=/)
      await page.waitForFunction(() => document.querySelectorAll('.zt-battle-group').length === 1)
      await page.locator('.zt-battle-group').getByText('市北兵团').waitFor()
      await page.getByRole('button', { name: '按产业链' }).click()
      await page.waitForFunction(() => document.querySelectorAll('.zt-battle-group').length > 1)
      await page.getByRole('searchbox', { name: '搜索项目' }).last().fill(row.name)
      await page.waitForURL(/q=/)
      await rowOf(page, row).waitFor()
      await page.getByRole('button', { name: 'English' }).click()
      await page.locator('.zt-battle-legend').getByText('Forecast later than planned').waitFor()

      // As of a day when the zone had nothing yet, the same filter finds nothing.
      await page.goto(`${url}${address()}&asOf=2022-02-28&from=2022-01`)
      await page.locator('.zt-battle-cell').first().click()
      await page.locator('.zt-side-panel').waitFor()
      assert.equal(await page.locator('.zt-cell-editor').count(), 0)
      assert.equal(await page.locator('.zt-side-panel form').count(), 0)

      const other = await openAs('qiaonan')
      await other.goto(url + address(`&q=${encodeURIComponent(row.name)}`))
      await cellOf(other, row, 0).click()
      await other.getByText('您的任职不包含这个项目，只能看。').waitFor()
      assert.equal(await other.locator('.zt-cell-editor').count(), 0)
    },
  )

  claim(
    'what a project needs is added, found by the unit that is asked, met, and on the project’s page',
    async ({ openAs, url }) => {
      const row = await slippingProject(url)
      const page = await openAs('shibei')
      await page.goto(`${url}/chart/support`)
      await page.getByRole('button', { name: '添加保障事项' }).click()
      const panel = page.locator('.zt-side-panel')
      await panel.getByRole('textbox', { name: /哪个项目/ }).fill(row.name)
      await panel.getByRole('button', { name: row.name }).click()
      await panel.getByRole('button', { name: '用工' }).click()
      await panel.getByRole('textbox', { name: /需要什么/ }).fill('技工 120 人')
      await panel.getByRole('button', { name: '添加保障事项' }).click()
      await panel.getByText('请填写“单位”').waitFor()
      await panel.getByRole('combobox', { name: '由谁保障' }).selectOption({ label: '桥南兵团' })
      await panel.getByLabel('何时需要').fill('2022-03-01')
      await panel.getByRole('button', { name: '添加保障事项' }).click()
      const chip = (on: Page) => on.locator('.zt-support-chip').filter({ hasText: '技工 120 人' })
      await chip(page).waitFor()
      assert.equal(await chip(page).getAttribute('data-state'), 'overdue')
      assert.match((await chip(page).textContent()) ?? '', /逾期.*桥南兵团.*2022-03-01 前/)

      const asked = await openAs('qiaonan')
      await asked.goto(`${url}/chart/support?of=me`)
      await chip(asked).click()
      await asked.locator('.zt-side-panel').getByText('技工 120 人').waitFor()
      assert.equal(await asked.locator('.zt-side-panel form').count(), 0)

      await page.goto(`${url}/projects/${row.id}`)
      await page.locator('.zt-project-chart').getByText('技工 120 人').click()
      await panel.getByRole('button', { name: '今天已落实' }).click()
      await chip(page).waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: '已落实' }).click()
      await chip(page).waitFor()
      assert.equal(await chip(page).getAttribute('data-state'), 'met')
      await page.getByRole('button', { name: 'English' }).click()
      await page.getByRole('button', { name: 'Add a need' }).waitFor()
      assert.deepEqual(
        (await chineseWordsOn(page)).filter((word) => word.includes('落实')),
        [],
      )
    },
  )
})
