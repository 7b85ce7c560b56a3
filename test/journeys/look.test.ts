import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

const groundOf = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { sameDocument: true }))
const isSameDocument = (page: Page) => page.evaluate(() => 'sameDocument' in window)

journeys('Language and theme', ({ claim }) => {
  claim('the sign-in page changes its language where it stands', async ({ open }) => {
    const page = await open()
    await mark(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    // Roles are words of the product; units and names are the zone's own.
    assert.deepEqual(await chineseWordsOn(page), [])
    assert.ok(await isSameDocument(page))
  })

  claim('every word of every room changes without a reload, and stays changed', async ({ url, openAs }) => {
    const page = await openAs('analyst')
    await page.goto(`${url}/ledger?q=chuanhua`)
    await page.getByRole('gridcell').nth(2).click()
    await page.keyboard.press('Space')
    await page.getByRole('tab', { name: '进度' }).waitFor()
    assert.ok((await chineseWordsOn(page)).length > 40, 'the Chinese words are found while they are there')
    await mark(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('tab', { name: 'Progress' }).waitFor()
    assert.deepEqual(await chineseWordsOn(page), [], 'the ledger with a project beside it')
    for (const tab of ['Amounts', 'About', 'People', 'Timeline']) {
      await page.getByRole('tab', { name: tab }).click()
      assert.deepEqual(await chineseWordsOn(page), [], tab)
    }
    const rooms = page.getByRole('navigation', { name: 'Main navigation' })
    for (const [room, title] of [
      ['Today', 'Today'],
      ['Imports', 'Imports'],
      ['Settings', 'Settings'],
    ] as const) {
      await rooms.getByRole('link', { name: room }).click()
      await page.getByRole('heading', { name: title, exact: true }).waitFor()
      await page.waitForLoadState('networkidle')
      assert.deepEqual(await chineseWordsOn(page), [], room)
    }
    await rooms.getByRole('link', { name: 'Imports' }).click()
    await page.getByRole('link', { name: /2022-02/ }).click()
    await page.getByRole('heading', { name: 'Check' }).waitFor()
    assert.deepEqual(await chineseWordsOn(page), [], 'an import')
    assert.ok(await isSameDocument(page), 'no reload on the way')

    await page.reload()
    await page.getByRole('heading', { name: 'Check' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  })

  claim('the theme changes where one stands, and is remembered', async ({ openAs }) => {
    const page = await openAs('director')
    const light = await groundOf(page)
    await mark(page)
    await page.getByRole('button', { name: '改用深色' }).click()
    await page.getByRole('button', { name: '改用浅色' }).waitFor()
    const dark = await groundOf(page)
    assert.notEqual(dark, light)
    assert.ok(await isSameDocument(page))
    await page.reload()
    await page.getByRole('button', { name: '改用浅色' }).waitFor()
    assert.equal(await groundOf(page), dark)
  })

  claim('what opens over a page is in sight for those who want no motion', async ({ url, openAs }) => {
    const page = await openAs('analyst')
    await page.goto(`${url}/ledger`)
    await page.getByRole('button', { name: /^列 / }).click()
    const box = await page.locator('.zt-columns').boundingBox()
    const size = page.viewportSize()
    assert.ok(box && size)
    assert.ok(box.y > 0 && box.y + box.height < size.height && box.x + box.width < size.width)
  })
})
