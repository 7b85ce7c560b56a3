import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { BuildingList } from '../../src/features/buildings/contract.ts'
import { callAs } from './caller.ts'
import { furnishMap, type MapScene } from './furnish-map.ts'
import { journeys, signIn } from './journey.ts'

/** By itself, long before anything asks anew; that it is within a second is measured in bench/map.ts, on a machine with nothing else to do. */
const liveMs = 5_000
const near = 16

/** Opens the map with a parcel in its middle, and waits until all of it is drawn. */
async function openMap(page: Page, url: string, at: string, more = '') {
  await page.goto(`${url}/map?at=${at}${more}`)
  await page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: 30_000 })
}
async function middle(page: Page): Promise<[number, number]> {
  const box = await page.locator('.zt-map-canvas').boundingBox()
  assert.ok(box)
  return [box.x + box.width / 2, box.y + box.height / 2]
}
const panel = (page: Page) => page.getByRole('complementary')
const searchOf = (page: Page) => new URL(page.url()).searchParams
const firstOf = ({ parcels }: MapScene) => {
  const [first, second] = parcels
  assert.ok(first && second)
  return { first, second }
}

journeys('The battle map', ({ claim }) => {
  claim(
    'what one changes is on the other’s map by itself, and nothing moves there',
    async ({ url, openAs }) => {
      const scene = await furnishMap(url)
      const { first } = firstOf(scene)
      const watcher = await openAs('director')
      await openMap(watcher, url, scene.at(first, near))
      const [x, y] = await middle(watcher)
      // The tooltip reads what the map has drawn under the mouse, which rests there from now on.
      await watcher.mouse.move(x, y)
      const tooltip = watcher.getByRole('tooltip')
      await tooltip.filter({ hasText: '储备' }).waitFor()
      const before = watcher.url()
      const ground = { x: x - 12, y: y - 12, width: 24, height: 24 }
      const drawn = await watcher.screenshot({ clip: ground })

      const keeper = await openAs('analyst')
      await openMap(keeper, url, scene.at(first, near), `&parcel=${first.id}`)
      const status = panel(keeper).getByRole('combobox', { name: '状态' })
      const seen = watcher.waitForFunction(
        () => {
          const text = document.querySelector('[role=tooltip]')?.textContent ?? ''
          return text.includes('建成') && Date.now()
        },
        undefined,
        { polling: 20 },
      )
      const answered = keeper.waitForResponse((response) => response.request().method() === 'PATCH')
      await status.selectOption({ label: '建成' })
      await answered
      const savedAt = Date.now()
      const seenAt = Number(await (await seen).jsonValue())
      assert.ok(seenAt - savedAt < liveMs, `seen after ${seenAt - savedAt} ms`)
      assert.notDeepEqual(await watcher.screenshot({ clip: ground }), drawn, 'the parcel is drawn otherwise')
      await watcher.getByText('刚刚更新').waitFor()
      assert.equal(watcher.url(), before)
      assert.equal(await status.inputValue(), 'built')
    },
  )

  claim('a month of the past is dragged to, and played on from the first one', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const page = await openAs('director')
    await openMap(page, url, scene.at(firstOf(scene).first, near))
    const strip = page.locator('.zt-time-strip')
    const slider = strip.getByRole('slider')
    const shows = (day: string) => strip.locator('output').filter({ hasText: day }).waitFor()
    await slider.press('Home')
    await page.waitForURL(/asOf=2020-03-31/)
    await slider.press('ArrowRight')
    await page.waitForURL(/asOf=2020-04-30/)
    await slider.press('End')
    await shows('今天')
    await page.waitForURL((address) => !address.searchParams.has('asOf'))
    await strip.getByRole('button', { name: '播放' }).click()
    for (const day of ['2020-03-31', '2020-04-30', '2020-05-31']) await shows(day)
    await strip.getByRole('button', { name: '暂停' }).click()
    const stood = searchOf(page).get('asOf')
    await page.waitForTimeout(2_500)
    assert.equal(searchOf(page).get('asOf'), stood)
  })

  claim(
    'a click opens the parcel, its address opens it again, and Esc closes it',
    async ({ url, openAs }) => {
      const scene = await furnishMap(url)
      const { first } = firstOf(scene)
      const page = await openAs('officer3')
      await openMap(page, url, scene.at(first, near))
      await page.mouse.click(...(await middle(page)))
      await panel(page).getByText('战图〔2022〕1号').waitFor()
      assert.equal(searchOf(page).get('parcel'), first.id)
      // An officer reads; the zone and the corps that holds the land write.
      assert.equal(await panel(page).getByRole('combobox').count(), 0)
      await page.reload()
      await panel(page).getByText('9,407 ㎡').waitFor()
      await page.keyboard.press('Escape')
      await panel(page).waitFor({ state: 'detached' })
      assert.equal(searchOf(page).get('parcel'), null)
    },
  )

  claim('a search flies to what it found and opens it', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const { first, second } = firstOf(scene)
    const page = await openAs('director')
    await openMap(page, url, scene.at(first, 12))
    const field = page.getByRole('combobox', { name: '在地图上查找' })
    await field.fill('战图 [2022] 2')
    await page.getByRole('option', { name: /战图〔2022〕2号/ }).waitFor()
    await page.keyboard.press('Enter')
    await panel(page).getByText('战图〔2022〕2号').waitFor()
    await page.waitForURL(({ searchParams }) => Number(searchParams.get('at')?.split(',')[2]) > 15)
    const [lon = 0, lat = 0] = (searchOf(page).get('at') ?? '').split(',').map(Number)
    const [west = 0, south = 0, east = 0, north = 0] = second.bounds
    assert.ok(Math.abs(lon - (west + east) / 2) < 0.005 && Math.abs(lat - (south + north) / 2) < 0.005)
  })

  claim('a box drawn on the map is counted and opens its projects in the ledger', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const last = scene.parcels.at(-1)
    assert.ok(last)
    const page = await openAs('director')
    await openMap(page, url, scene.at(last, near))
    const [x, y] = await middle(page)
    const before = searchOf(page).get('at')
    await page.keyboard.down('Shift')
    await page.mouse.move(x - 60, y - 60)
    await page.mouse.down()
    await page.mouse.move(x, y, { steps: 4 })
    await page.mouse.move(x + 60, y + 60, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page.getByText('圈选：1 个项目、1 块地、14.11 亩、0 栋楼宇').waitFor()
    assert.equal(searchOf(page).get('at'), before, 'the map stays where it is')
    await page.getByRole('link', { name: '在台账中打开' }).click()
    await page.getByRole('gridcell', { name: scene.project.name }).waitFor()
    await page.getByText('1 个项目', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: '去掉“地图圈选范围”的条件' }).click()
    await page.waitForURL(({ searchParams }) => !searchParams.has('within'))
  })

  claim('buildings drawn around on the map open in their list, and back', async ({ url, openAs }) => {
    const [one] = (await (await callAs(url, 'director')).get<BuildingList>('/buildings')).items.filter(
      ({ lon }) => lon !== null,
    )
    assert.ok(one && one.lon !== null && one.lat !== null)
    const [west, south, east, north] = [one.lon - 2e-5, one.lat - 2e-5, one.lon + 2e-5, one.lat + 2e-5]
    const page = await openAs('director')
    await page.goto(`${url}/map?within=${west},${south};${east},${south};${east},${north};${west},${north}`)
    await page.getByText(/、1 栋楼宇$/).waitFor()
    await page.getByRole('link', { name: '看楼宇' }).click()
    const lines = page.locator('.zt-building-table tbody tr')
    await lines.getByRole('link', { name: [one.name, one.number].filter(Boolean).join(' ') }).waitFor()
    assert.equal(await lines.count(), 1)
    await page.getByRole('link', { name: '地图圈选范围' }).click()
    await page.getByText(/、1 栋楼宇$/).waitFor()
    await page.goBack()
    await page.getByRole('button', { name: '去掉“地图圈选范围”的条件' }).click()
    await page.waitForURL(({ searchParams }) => !searchParams.has('within'))
    await lines.nth(1).waitFor()
  })

  claim('without a mouse: the list of what is in sight opens a parcel', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const { first } = firstOf(scene)
    const page = await openAs('director')
    await openMap(page, url, scene.at(first, near))
    await page.getByRole('button', { name: '地块列表' }).focus()
    await page.keyboard.press('Enter')
    const row = panel(page).getByRole('button', { name: /战图〔2022〕1号/ })
    await row.focus()
    await page.keyboard.press('Enter')
    await panel(page).getByText('9,407 ㎡').waitFor()
    await page.keyboard.press('Escape')
    await row.waitFor()
  })

  claim(
    'signed in at the map it is drawn, and looking around asks for no more than tiles and counts',
    async ({ url, open }) => {
      const { first } = firstOf(await furnishMap(url))
      const page = await open()
      await page.goto(`${url}/map?parcel=${first.id}`)
      await signIn(page, 'director')
      await page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: 30_000 })
      await panel(page).getByText('9,407 ㎡').waitFor()
      // What the page begins with is no longer new by then.
      await page.waitForTimeout(5_500)
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.locator('.zt-map-canvas canvas').focus()
      const before = searchOf(page).get('at')
      const counted = page.waitForRequest(/\/api\/map\/legend/)
      await page.keyboard.press('ArrowRight')
      await page.waitForURL((address) => address.searchParams.get('at') !== before)
      await counted
      assert.deepEqual(
        asked.filter((path) => path === '/api/map'),
        [],
      )
    },
  )

  claim('where no map can be drawn, the list stands in its place', async ({ url, openAs }) => {
    const { first } = firstOf(await furnishMap(url))
    const [west, south, east, north] = first.bounds
    const page = await openAs('director')
    await page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
        return kind === '2d' ? getContext.call(this, kind) : null
      } as typeof getContext
    })
    await page.goto(`${url}/map?within=${west},${south};${east},${south};${east},${north};${west},${north}`)
    await page.getByText('没有 WebGL').waitFor()
    await page.getByRole('button', { name: /战图〔2022〕1号/ }).click()
    await panel(page).getByText('9,407 ㎡').waitFor()
  })
})
