import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Position } from '../../src/engine/geometry/position.ts'
import { toGcj02 } from '../../src/engine/geometry/shifted.ts'
import type { Basemap } from '../../src/features/basemaps/contract.ts'
import { defaultBasemap } from '../../src/features/basemaps/model/sources.ts'
import { groundWith } from '../../src/features/basemaps/test-ground.ts'
import { servePictures } from '../../src/features/basemaps/test-pictures.ts'
import { callAs } from './caller.ts'
import { journeys } from './journey.ts'

/** Golden vector 9. */
const place: Position = [120.27, 30.185]
const at = `${place.join(',')},17`

async function setBasemap(url: string, values: object) {
  const administrator = await callAs(url, 'admin')
  const { revision } = await administrator.get<Basemap>('/basemap')
  await administrator.send('PUT', '/basemap', { ...defaultBasemap, revision, ...values })
}
async function openMap(page: Page, url: string) {
  await page.goto(`${url}/map?at=${at}&hide=built`)
  await page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: 30_000 })
}

/** How far the middle of what is magenta lies from the middle of the map, in pixels; undefined: nothing is. */
async function magentaBesideMiddle(page: Page): Promise<[number, number] | undefined> {
  const box = await page.locator('.zt-map-canvas').boundingBox()
  assert.ok(box)
  const half = 60
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
  const shot = await page.screenshot({
    clip: { x: x - half, y: y - half, width: 2 * half, height: 2 * half },
  })
  const { data, width } = PNG.sync.read(shot)
  const ratio = width / (2 * half)
  const found: [number, number][] = []
  for (let index = 0; index < data.length / 4; index++) {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4)
    if (red - green > 90 && blue - green > 90)
      found.push([(index % width) + 0.5, Math.floor(index / width) + 0.5])
  }
  if (found.length === 0) return undefined
  const mean = (axis: 0 | 1) => found.reduce((sum, point) => sum + point[axis], 0) / found.length / ratio
  const middle = [box.x + box.width / 2 - x + half, box.y + box.height / 2 - y + half]
  return [mean(0) - (middle[0] ?? 0), mean(1) - (middle[1] ?? 0)]
}

/** Looks until there is some in sight, or none any more. */
async function untilMagenta(page: Page, isWanted: boolean) {
  for (let look = 0; look < 40; look++) {
    const beside = await magentaBesideMiddle(page)
    if ((beside !== undefined) === isWanted) return beside
    await page.waitForTimeout(250)
  }
  return magentaBesideMiddle(page)
}

journeys('A base map', ({ claim }) => {
  claim('one in GCJ-02 shows a place where the zone has it, to the pixel', async ({ url, openAs }) => {
    const service = await servePictures(groundWith(toGcj02(place), 24))
    const values = { kind: 'address', address: `${service.address}/{z}/{x}/{y}`, credit: '测绘院' }
    try {
      await setBasemap(url, { ...values, system: 'gcj02' })
      const page = await openAs('director')
      await openMap(page, url)
      await page.getByText('测绘院').waitFor()
      const beside = await untilMagenta(page, true)
      assert.ok(beside, 'what the base map shows there is not in sight')
      assert.ok(Math.hypot(...beside) < 1.5, `${beside} pixels beside`)

      // Taken as CGCS2000, the same pictures are half a kilometre off; the open map hears of it.
      await setBasemap(url, values)
      assert.equal(await untilMagenta(page, false), undefined)
    } finally {
      await service.close()
      await setBasemap(url, {})
    }
  })

  claim(
    'one that is silent leaves the map whole, is told once, and can be hidden',
    async ({ url, openAs }) => {
      const service = await servePictures(() => undefined)
      try {
        await setBasemap(url, { kind: 'address', address: `${service.address}/{z}/{x}/{y}` })
        const page = await openAs('director')
        await openMap(page, url)
        await page.getByText('底图没有回答').waitFor({ timeout: 15_000 })
        assert.equal(await page.locator('.zt-map-lost').count(), 0)
        assert.equal(await page.getByText('底图没有回答').count(), 1)
        await page.getByRole('button', { name: '底图', exact: true }).click()
        await page.getByText('底图没有回答').waitFor({ state: 'detached' })
        assert.equal(new URL(page.url()).searchParams.get('hide'), 'built,base')
      } finally {
        await setBasemap(url, {})
        await service.close()
      }
    },
  )

  claim(
    'the system administrator sets one, sees a picture come, and never the key again',
    async ({ url, openAs }) => {
      const service = await servePictures(groundWith(place, 24))
      try {
        const page = await openAs('admin')
        await page.goto(`${url}/settings/basemap`)
        await page.getByRole('button', { name: '其他服务' }).click()
        await page.getByRole('textbox', { name: '地址' }).fill('https://me:word@map.example/{z}/{x}/{y}')
        await page.getByRole('button', { name: '保存' }).click()
        await page.getByRole('alert').filter({ hasText: '不能带用户名和密码' }).waitFor()
        await page.getByRole('textbox', { name: '地址' }).fill(`${service.address}/{z}/{x}/{y}?tk={key}`)
        await page.locator('input[type=password]').fill('journey-key')
        await page.getByRole('button', { name: '保存' }).click()
        await page.getByText('取到了').waitFor()
        assert.ok(service.asked.at(-1)?.url?.endsWith('?tk=journey-key'))
        await page.reload()
        const key = page.locator('input[type=password]')
        await key.waitFor()
        assert.equal(await key.inputValue(), '')
        assert.ok(!(await page.content()).includes('journey-key'))
      } finally {
        await setBasemap(url, {})
        await service.close()
      }
    },
  )
})
