import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'
import { ledgerOf } from './ledger.ts'

/** What a thumb hits without aiming, in px. */
const thumb = 44

journeys('On the phone', ({ claim }) => {
  claim('sign in, search, open a project and edit a field with one thumb', async ({ openAs }) => {
    const page = await openAs('officer1', { phone: true })
    const rooms = page.getByRole('navigation', { name: '主导航' })
    await fits(page)
    for (const room of await rooms.getByRole('link').all()) await isLarge(room)

    await rooms.getByRole('link', { name: '台账' }).tap()
    const search = page.getByLabel('搜索台账')
    await search.tap()
    await search.fill('chuanhua')
    const row = page.locator('.zt-phone-rows li').first()
    await row.getByText('传化').first().waitFor()
    await isLarge(row)
    await fits(page)

    await search.fill('mxd')
    const own = page.locator('.zt-phone-rows li').filter({ hasText: '市北兵团' }).first()
    await own.tap()
    const field = page.getByRole('button', { name: /修改“责任人”/ }).first()
    await field.waitFor()
    await fits(page)
    await field.tap()
    await page.getByRole('textbox', { name: '责任人' }).fill('林若溪拇指')
    const saved = ledgerOf(page).saved()
    await page.getByRole('heading', { level: 1 }).tap()
    await saved
    await field.filter({ hasText: '林若溪拇指' }).waitFor()
    await page.reload()
    await field.filter({ hasText: '林若溪拇指' }).waitFor()
  })
})

/** Nothing hangs out at the side. */
async function fits(page: Page) {
  const [wide, screen] = await page.evaluate(
    () => [document.documentElement.scrollWidth, innerWidth] as const,
  )
  assert.ok(wide <= screen, `${page.url()} is ${wide} px wide on a screen of ${screen}`)
}

async function isLarge(place: ReturnType<Page['locator']>) {
  const box = await place.boundingBox()
  assert.ok(box && box.height >= thumb, `${await place.textContent()} is ${box?.height} px high`)
}
