import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { furnishMap } from './furnish-map.ts'
import { journeys } from './journey.ts'

/** A day with records, before anything of these journeys was done. */
const earlier = '2022-02-28'
const near = 16

async function middleOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox()
  assert.ok(box)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
const [then, now] = ['.zt-then .zt-map-canvas', '.zt-map-stage > .zt-map-pane .zt-map-canvas']
const searchOf = (page: Page) => new URL(page.url()).searchParams
const drawn = (page: Page) => page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: 30_000 })

journeys('Two days beside each other', ({ claim }) => {
  claim(
    'the maps move together, each shows its day, and what differs is counted and found',
    async (windows) => {
      const scene = await furnishMap(windows.url)
      const [first] = scene.parcels
      assert.ok(first)
      const page = await windows.openAs('director')
      await page.goto(`${windows.url}/map?at=${scene.at(first, near)}`)
      await drawn(page)
      await page.getByRole('button', { name: '对比' }).click()
      await page.waitForURL(/vs=\d{4}-\d\d-\d\d/)
      await page.goto(`${windows.url}/map?at=${scene.at(first, near)}&vs=${earlier}`)
      await drawn(page)
      await page.locator('.zt-then[data-drawn]').waitFor({ timeout: 30_000 })
      assert.deepEqual(await page.locator('.zt-map-day').allTextContents(), [earlier, '今天'])

      // The parcel came after the earlier day: it lies under the mouse on the later map alone.
      const [left, right] = [await middleOf(page, then), await middleOf(page, now)]
      await page.mouse.move(right.x, right.y)
      await page.getByRole('tooltip').filter({ hasText: '14.11 亩' }).waitFor()
      await page.mouse.move(left.x, left.y)
      await page.getByRole('tooltip').waitFor({ state: 'detached' })

      // Dragging the earlier map takes the later one along, and the address with it.
      const before = searchOf(page).get('at')
      await page.mouse.down()
      await page.mouse.move(left.x - 90, left.y, { steps: 5 })
      await page.mouse.up()
      await page.waitForURL(({ searchParams }) => searchParams.get('at') !== before)

      const column = page.getByRole('region', { name: '两天之间的差别' })
      await column.getByRole('button', { name: /^新增地块/ }).click()
      await page.waitForURL(/differs=parcelNew/)
      await column.getByRole('button', { name: '战图〔2022〕3号', exact: true }).click()
      const third = scene.parcels[2]?.bounds ?? []
      await page.waitForURL(({ searchParams }) => {
        const [lon = 0] = (searchParams.get('at') ?? '').split(',').map(Number)
        return lon > (third[0] ?? 0) && lon < (third[2] ?? 0)
      })
      await column.getByRole('button', { name: '打开 战图〔2022〕3号' }).click()
      await page.getByRole('complementary').getByText('9,407 ㎡').waitFor()
      await page.keyboard.press('Escape')

      // Without a mouse: the earlier day by its own thumb.
      await page.getByRole('slider', { name: /前一天/ }).press('Home')
      await page.waitForURL(/vs=2020-03-31/)
      await page.locator('.zt-map-day').filter({ hasText: '2020-03-31' }).waitFor()
      await page.getByRole('button', { name: '结束对比' }).click()
      await page.waitForURL(({ searchParams }) => !searchParams.has('vs') && !searchParams.has('differs'))
      await page.locator('.zt-then').waitFor({ state: 'detached' })
    },
  )

  claim('on the phone one map turns from day to day', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const [first] = scene.parcels
    assert.ok(first)
    const page = await openAs('director', { phone: true })
    await page.goto(`${url}/map?at=${scene.at(first, near)}&vs=${earlier}`)
    await drawn(page)
    assert.equal(await page.locator('.zt-map-canvas').count(), 1)
    const { x, y } = await middleOf(page, '.zt-map-canvas')
    await page.getByRole('button', { name: earlier }).click()
    await page.locator(`.zt-map-stage[data-drawn="${earlier}"]`).waitFor()
    await page.touchscreen.tap(x, y)
    await page.waitForTimeout(500)
    assert.equal(searchOf(page).get('parcel'), null, 'nothing stood there')
    await page.locator('.zt-day-switch').getByRole('button', { name: '今天' }).click()
    await page.locator('.zt-map-stage[data-drawn="today"]').waitFor()
    await page.touchscreen.tap(x, y)
    await page.waitForURL(/parcel=/)
  })
})
