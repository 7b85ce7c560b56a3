import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'
import { ledgerOf } from './ledger.ts'

const columns = 'corps,officer,note'

journeys('Several people in one ledger', ({ claim }) => {
  claim(
    'two windows on one cell: the second is told who wrote what, and chooses',
    async ({ url, openAs }) => {
      const first = await openAs('shibei')
      const second = await openAs('officer1')
      const name = await projectOf(first, url, '市北兵团')
      const [one, two] = [ledgerOf(first), ledgerOf(second)]
      await one.open(url, name, columns)
      await two.open(url, name, columns)

      await one.type(name, '责任人', '高先')
      await two.type(name, '责任人', '金后', { isRefused: true })
      const dialog = second.getByRole('dialog')
      await dialog.getByText('1 格已被别人修改').waitFor()
      await dialog.getByText('顾思齐改为').waitFor()
      assert.deepEqual((await dialog.locator('dd').allTextContents()).slice(1), ['高先', '金后'])
      await dialog.getByText('保留对方的').click()
      await dialog.getByRole('button', { name: '按所选保存' }).click()
      await two.shows(name, '责任人', '高先')

      await one.type(name, '责任人', '高又先')
      await two.type(name, '责任人', '金又后', { isRefused: true })
      await dialog.getByText('改用我的').click()
      const saved = two.saved()
      await dialog.getByRole('button', { name: '按所选保存' }).click()
      await saved
      await two.shows(name, '责任人', '金又后')
      await one.open(url, name, columns)
      await one.shows(name, '责任人', '金又后')
    },
  )

  claim(
    'an officer edits the rows of the own corps only, and has no import room',
    async ({ url, openAs }) => {
      const page = await openAs('officer3')
      const ledger = ledgerOf(page)
      const rooms = page.getByRole('navigation', { name: '主导航' })
      await rooms.getByRole('link', { name: '台账' }).waitFor()
      assert.equal(await rooms.getByRole('link', { name: '导入' }).count(), 0)

      const own = await projectOf(page, url, '桥南兵团')
      await ledger.open(url, own, columns)
      await ledger.type(own, '责任人', '何承宇')

      const other = await projectOf(page, url, '市北兵团')
      await ledger.open(url, other, columns)
      const cell = await ledger.cell(other, '责任人')
      assert.equal(await cell.getAttribute('aria-readonly'), 'true')
      const before = await cell.textContent()
      await cell.click()
      await page.keyboard.type('改掉')
      await page.keyboard.press('Enter')
      assert.equal(await cell.textContent(), before)
      await page.goto(await projectAddress(page, url, other))
      await page.getByText('只能查看').waitFor()
      assert.equal(await page.getByRole('button', { name: /修改“/ }).count(), 0)

      for (const address of ['/imports', `/imports/${crypto.randomUUID()}`, '/settings/people']) {
        await page.goto(url + address)
        await page.getByRole('heading', { name: '您没有权限看这里' }).waitFor()
        await page.getByRole('link', { name: '返回今日' }).waitFor()
      }
    },
  )

  claim(
    'a connection lost in mid-save: the cell says so, keeps what was typed, and takes it later',
    async ({ url, openAs }) => {
      const page = await openAs('shibei')
      const ledger = ledgerOf(page)
      const name = await projectOf(page, url, '市北兵团')
      await ledger.open(url, name, columns)
      await page.context().setOffline(true)
      await (await ledger.cell(name, '备注')).click()
      await page.keyboard.type('断网时写的话')
      await page.keyboard.press('Enter')
      const refused = ledger.row(name).locator('[aria-invalid=true]')
      await refused.waitFor()
      assert.match((await refused.getAttribute('title')) ?? '', /没有保存|连不上/)

      await page.context().setOffline(false)
      await refused.click()
      await page.keyboard.press('F2')
      assert.equal(await ledger.input.inputValue(), '断网时写的话')
      const saved = ledger.saved()
      await page.keyboard.press('Enter')
      await saved
      await refused.waitFor({ state: 'detached' })
      await page.reload()
      await ledger.shows(name, '备注', '断网时写的话')
    },
  )

  claim(
    'a connection lost on a project page: the field says so and keeps what was typed',
    async ({ url, openAs }) => {
      const page = await openAs('shibei')
      const name = await projectOf(page, url, '市北兵团')
      await page.goto(await projectAddress(page, url, name))
      const field = page.getByRole('button', { name: /修改“责任人”/ }).first()
      await field.click()
      await page.context().setOffline(true)
      await page.getByRole('textbox', { name: '责任人' }).fill('断线人')
      await page.keyboard.press('Enter')
      await page
        .getByRole('alert')
        .filter({ hasText: /没有保存|连不上/ })
        .waitFor()

      await page.context().setOffline(false)
      if (await field.isVisible()) await field.click()
      assert.equal(await page.getByRole('textbox', { name: '责任人' }).inputValue(), '断线人')
      const saved = ledgerOf(page).saved()
      await page.keyboard.press('Enter')
      await saved
      await page.reload()
      await field.filter({ hasText: '断线人' }).waitFor()
    },
  )
})

/** The first project of a corps, as the ledger lists it. */
async function projectOf(page: Page, url: string, corps: string): Promise<string> {
  await ledgerOf(page).open(url, '', columns)
  const row = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: corps, exact: true }) })
  return (await row.first().locator('.zt-name-text').textContent()) ?? ''
}

/** Where a project has a page of its own, as its panel tells. */
async function projectAddress(page: Page, url: string, name: string): Promise<string> {
  const ledger = ledgerOf(page)
  await ledger.open(url, name, columns)
  await (await ledger.cell(name, '项目名称')).click()
  await page.keyboard.press('Space')
  const link = page.getByRole('link', { name: '整页打开' })
  return url + (await link.getAttribute('href'))
}
