import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'
import { ledgerOf } from './ledger.ts'

journeys('With the keyboard alone', ({ claim }) => {
  claim('sign in, search, open a record, close it, move, edit and undo', async ({ open }) => {
    const page = await open()
    await page.getByLabel('账号').waitFor()
    await tabTo(page, '账号')
    await page.keyboard.type('shibei')
    await tabTo(page, '密码')
    await page.keyboard.type('Zhantu-2022')
    await page.keyboard.press('Enter')
    await page.locator('#main').waitFor()

    await tabTo(page, '台账')
    await page.keyboard.press('Enter')
    await page.getByRole('gridcell').first().waitFor()
    await page.keyboard.press('/')
    assert.equal(await focused(page), '搜索台账')
    await page.keyboard.type('市北')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('muxuedu')
    const ledger = ledgerOf(page)
    await page.getByText('1 个项目', { exact: true }).first().waitFor()
    const name = (await ledger.names().first().textContent()) ?? ''

    await tabIntoGrid(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Space')
    await page.getByRole('complementary').getByRole('tab', { name: '进度' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })

    await tabIntoGrid(page)
    await page.keyboard.press('Control+Home')
    for (let at = 1; at < Number(await ledger.columnIndex('投资方')); at++)
      await page.keyboard.press('ArrowRight')
    const investor = await (await ledger.cell(name, '投资方')).textContent()
    let saved = ledger.saved()
    await page.keyboard.type('键盘投资公司')
    await page.keyboard.press('Enter')
    await saved
    await ledger.shows(name, '投资方', '键盘投资公司')
    saved = ledger.saved()
    await page.keyboard.press('Control+Z')
    await saved
    await ledger.shows(name, '投资方', investor ?? '')
    await page.reload()
    await page.getByRole('gridcell').first().waitFor()
    await ledger.shows(name, '投资方', investor ?? '')
  })
})

/** What the focus is on, as it is read out. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement)) return ''
    const label = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : undefined
    return (at.getAttribute('aria-label') ?? label ?? at.textContent ?? '').trim()
  })

const furthest = 60

async function tabTo(page: Page, name: string) {
  for (let step = 0; step < furthest; step++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === name) return
  }
  assert.fail(`Tab does not come to “${name}” in ${furthest} steps`)
}

async function tabIntoGrid(page: Page) {
  const isInside = () => page.evaluate(() => document.activeElement?.closest('.ztg') !== null)
  for (let step = 0; step < furthest; step++) {
    if (await isInside()) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab does not come to the grid in ${furthest} steps`)
}
