import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Legend, Print } from '../../src/features/map/contract.ts'
import { callAs } from './caller.ts'
import { furnishMap, type MapScene } from './furnish-map.ts'
import { journeys } from './journey.ts'
import { type PictureDifference, pictureDifference } from './picture-difference.ts'
import { canReadPdf, readPdf } from './read-pdf.ts'

const approved = fileURLToPath(new URL('approved/map-a4.png', import.meta.url))
const failed = fileURLToPath(new URL('../../screens/failed/', import.meta.url))
/** A sheet is drawn without a graphics card here, and beside other work. */
const patience = 120_000
/** Of the small picture’s dots; letters of another machine’s fonts are less. */
const mostDifferent = 0.004

/** Of two million: an edge falls on the other side of a dot’s middle when it is reckoned from another corner. */
const [fewDots, aShade] = [200, 64]

/** Around the four parcels of the scene, at a scale of their own. */
function addressOf({ parcels }: MapScene, more = ''): string {
  const [first, last] = [parcels[0]?.bounds ?? [], parcels.at(-1)?.bounds ?? []]
  const sight = [
    (first[0] ?? 0) - 0.001,
    (first[1] ?? 0) - 0.001,
    (last[2] ?? 0) + 0.001,
    (last[3] ?? 0) + 0.001,
  ]
  return `/map/print?sight=${sight.map((degrees) => degrees.toFixed(5)).join()}&paper=a4${more}`
}

/** Of two projects on one parcel each stands where its own number says, which is another one in every sample. */
async function placeByPoint(url: string, { project, parcels }: MapScene) {
  const analyst = await callAs(url, 'analyst')
  const { row } = await analyst.get<{ row: { parcelNo?: string } }>(`/projects/${project.id}`)
  const edit = { projectId: project.id, field: 'parcelNo', from: row.parcelNo ?? null, to: null }
  await analyst.send('PATCH', '/ledger', { edits: [edit] })
  const [, , east = 0, north = 0] = parcels.at(-1)?.bounds ?? []
  await analyst.send('PUT', `/projects/${project.id}/place`, { lon: east - 0.0006, lat: north - 0.0005 })
}

/** What differs from one printing to the next is the same in every run. */
async function standStill(page: Page) {
  await page.route('**/api/map/prints', async (route) => {
    const response = await route.fetch()
    const told = (await response.json()) as Print
    const same = { id: '01a228b3-0000-7000-8000-000000000001', at: '2022-03-01T01:30:00.000Z' }
    // Of the whole sample zone, which is not this picture’s.
    const legend = { ...told.legend, unplaced: 12 }
    await route.fulfill({ response, json: { ...told, ...same, legend } })
  })
}
const shown = (page: Page) => page.locator('.zt-print-preview[data-drawn]').waitFor({ timeout: patience })

async function saved(page: Page, button: 'PDF' | 'PNG'): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: patience }),
    page.getByRole('button', { name: `下载 ${button}` }).click(),
  ])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

/** Numbers beside the words of a legend, on the sheet. */
const figures = (page: Page, part: string) =>
  page.locator(`.zt-sheet-legend [data-part=${part}]`).last().locator('text').allTextContents()

journeys('The map on paper', ({ claim }) => {
  claim('the map as it was left goes onto a sheet that counts what it shows', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const [first] = scene.parcels
    assert.ok(first)
    const page = await openAs('analyst')
    await page.goto(`${url}/map?at=${scene.at(first, 15)}&by=light&hide=grey`)
    await page.locator('.zt-map-stage[data-drawn]').waitFor({ timeout: patience })
    await page.getByRole('button', { name: '打印' }).click()
    await page.waitForURL(/\/map\/print\?/)
    const { searchParams } = new URL(page.url())
    assert.deepEqual([searchParams.get('by'), searchParams.get('hide')], ['light', 'grey'])
    await shown(page)
    const bounds = await page.locator('.zt-print-sheet').getAttribute('data-bounds')
    const analyst = await callAs(url, 'analyst')
    const legend = await analyst.get<Legend>(`/map/legend?bounds=${bounds}`)
    const reserve = legend.parcels.find(({ key }) => key === 'reserve')
    assert.equal(reserve?.count, 4)
    assert.deepEqual((await figures(page, 'reserve')).slice(1), ['4', '56'])
    assert.deepEqual((await figures(page, 'together')).slice(1), [
      String(legend.lights.filter(({ key }) => key !== 'grey').reduce((sum, { count }) => sum + count, 0)),
    ])
    await page.getByText('未画出：未亮灯').waitFor()
    await page.getByText('项目 · 按灯').waitFor()
  })

  claim('a PDF has its page’s size, and the log has its number', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const page = await openAs('analyst', { theme: 'dark' })
    await page.goto(url + addressOf(scene, '&turn=upright'))
    await page.getByLabel('标题').fill('试打一张')
    await shown(page)
    const printed = page.waitForResponse((response) => response.url().includes('/api/map/prints'))
    const { name, bytes } = await saved(page, 'PDF')
    const { id } = (await (await printed).json()) as { id: string }
    assert.match(name, /^试打一张 \d{4}-\d\d-\d\d A4\.pdf$/)
    if (canReadPdf) {
      const pdf = readPdf(bytes)
      assert.deepEqual([pdf.width, pdf.height, pdf.pages], [595.28, 841.89, 1])
      assert.deepEqual([pdf.dots.width, pdf.dots.height], [1240, 1754])
      assert.deepEqual(pdf.corner, [255, 255, 255], 'light paper in the dark, too')
    }
    const auditor = await callAs(url, 'auditor')
    const { items } = await auditor.get<{ items: { kind: string; entity: string }[] }>(`/audit?record=${id}`)
    assert.deepEqual(
      items.map(({ kind, entity }) => [kind, entity]),
      [['export', 'map']],
    )
    assert.equal(await page.locator('.zt-off-screen').count(), 0)
  })

  claim('a sheet is the one that was approved', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    await placeByPoint(url, scene)
    const page = await openAs('analyst')
    await standStill(page)
    await page.goto(url + addressOf(scene))
    await shown(page)
    const { bytes } = await saved(page, 'PNG')
    const now = PNG.sync.read(bytes)
    assert.deepEqual([now.width, now.height], [1754, 1240])
    const physical = bytes.indexOf('pHYs') + 4
    assert.equal(bytes.readUInt32BE(physical), 5906, '150 dots to the inch')
    if (process.env['ZHANTU_APPROVE'] || !existsSync(approved)) {
      writeFileSync(approved, bytes)
      assert.ok(process.env['ZHANTU_APPROVE'], `No picture was approved: look at ${approved} and keep it.`)
    }
    const found = pictureDifference(now, PNG.sync.read(readFileSync(approved)))
    if (found.share > mostDifferent) keep(bytes, found)
    assert.ok(
      found.share <= mostDifferent,
      `${(found.share * 100).toFixed(2)}% differ: screens/failed/map-a4*.png`,
    )
  })

  claim(
    'drawn in small windows by a weak graphics card it is the same sheet, without a seam',
    async ({ url, openAs }) => {
      const scene = await furnishMap(url)
      const pictures: PNG[] = []
      for (const most of [undefined, 500]) {
        const page = await openAs('analyst')
        await standStill(page)
        if (most) await page.addInitScript(weakCard, { most, widest: 8192 })
        await page.goto(url + addressOf(scene))
        await shown(page)
        pictures.push(PNG.sync.read((await saved(page, 'PNG')).bytes))
        await page.context().close()
      }
      const [whole, parts] = pictures
      assert.ok(whole && parts)
      const [different, farthest] = dotsApart(whole, parts)
      assert.ok(
        different <= fewDots && farthest <= aShade,
        `${different} dots differ, by ${farthest} at most`,
      )
    },
  )

  claim('the printer gets one page of that size, with its letters as letters', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const page = await openAs('analyst')
    await page.addInitScript(() =>
      Object.assign(window, { print: () => document.body.setAttribute('data-printed', '') }),
    )
    await page.goto(url + addressOf(scene))
    await shown(page)
    await page.getByRole('button', { name: '用打印机打印' }).click()
    await page.locator('body[data-printed]').waitFor({ timeout: patience })
    const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    if (canReadPdf) {
      const pdf = readPdf(bytes)
      assert.deepEqual([Math.round(pdf.width), Math.round(pdf.height), pdf.pages], [842, 595, 1])
      for (const words of ['萧山经济技术开发区战图', '储备', '导出人：孔见微（analyst）'])
        assert.ok(pdf.text.includes(words), words)
    }
    // The dialog is closed: the page is as before.
    await page.locator('.zt-paper-sheet').waitFor({ state: 'detached' })
  })

  claim('drawing can be stopped, and nothing is left of it', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const page = await openAs('analyst')
    await page.goto(`${url}${addressOf(scene, '&dpi=300')}`.replace('paper=a4', 'paper=a2'))
    await shown(page)
    await page.getByRole('button', { name: '下载 PDF' }).click()
    await page.getByRole('button', { name: '停止' }).click({ timeout: 60_000 })
    await page.getByRole('button', { name: '下载 PDF' }).waitFor()
    assert.equal(await page.locator('.zt-off-screen').count(), 0)
    assert.equal(await page.getByRole('alert').count(), 0)
  })

  claim('what a graphics card cannot draw is not offered, and why is said', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const page = await openAs('analyst')
    await page.addInitScript(weakCard, { most: 4096, widest: 5000 })
    await page.goto(url + addressOf(scene))
    await shown(page)
    const offered = () => page.getByLabel('精细程度').locator('option:not([disabled])').allTextContents()
    assert.deepEqual(await offered(), ['150 dpi', '200 dpi', '300 dpi'])
    await page.getByLabel('纸张').selectOption('a1')
    await page.getByText('200 dpi 的图宽').waitFor()
    assert.deepEqual(await offered(), ['150 dpi'])
    await page.goto(`${url}/map/print?paper=a0`)
    await page.getByText('150 dpi 的图宽').waitFor()
    assert.ok(await page.getByRole('button', { name: '下载 PDF' }).isDisabled())
  })

  claim('who may take nothing out of the house is not offered it, nor let to it', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const [first] = scene.parcels
    assert.ok(first)
    const page = await openAs('officer3')
    await page.goto(`${url}/map?at=${scene.at(first, 16)}`)
    await page.getByRole('button', { name: '地块列表' }).waitFor()
    assert.equal(await page.getByRole('button', { name: '打印' }).count(), 0)
    await page.goto(url + addressOf(scene))
    await page.locator('.zt-state-title').waitFor()
    assert.equal(await page.getByRole('button', { name: '下载 PDF' }).count(), 0)
  })

  claim('where no map can be drawn, the page says so', async ({ url, openAs }) => {
    const page = await openAs('analyst')
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = (() => null) as typeof HTMLCanvasElement.prototype.getContext
    })
    await page.goto(`${url}/map/print`)
    await page.getByText('这台电脑的浏览器画不了地图').waitFor()
  })
})

/** In the page: a graphics card that says it can do little. */
function weakCard({ most, widest }: { most: number; widest: number }) {
  const { getParameter } = WebGL2RenderingContext.prototype
  WebGL2RenderingContext.prototype.getParameter = function (this: WebGL2RenderingContext, name: number) {
    if (name === this.MAX_RENDERBUFFER_SIZE) return most
    return name === this.MAX_VIEWPORT_DIMS ? new Int32Array([widest, widest]) : getParameter.call(this, name)
  }
}

/** How many dots differ, and by how much of 255 at most. */
function dotsApart(one: PNG, other: PNG): [count: number, farthest: number] {
  let [count, farthest] = [0, 0]
  for (let dot = 0; dot < one.data.length; dot += 4) {
    const by = Math.max(
      ...[0, 1, 2].map((at) => Math.abs((one.data[dot + at] ?? 0) - (other.data[dot + at] ?? 0))),
    )
    if (by > 0) count++
    farthest = Math.max(farthest, by)
  }
  return [count, farthest]
}

function keep(bytes: Buffer, { picture }: PictureDifference) {
  mkdirSync(failed, { recursive: true })
  writeFileSync(`${failed}map-a4.png`, bytes)
  writeFileSync(`${failed}map-a4-difference.png`, PNG.sync.write(picture))
}
