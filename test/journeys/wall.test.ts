import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { LitProjects } from '../../src/features/lights/contract.ts'
import { type Caller, callAs } from './caller.ts'
import { furnishMap } from './furnish-map.ts'
import { allowWalls } from './furnish-walls.ts'
import { journeys } from './journey.ts'

/** By itself, long before the wall reads anew; that it is within a second is measured in bench/map.ts, on a machine with nothing else to do. */
const liveMs = 5_000
const title = (page: Page) => page.locator('.zt-wall h1')
const figure = (page: Page, word: string) =>
  page.locator('.zt-wall-figures > div').filter({ has: page.getByText(word, { exact: true }) })
const value = async (page: Page, word: string) =>
  (await figure(page, word).locator('dd b').innerText()).trim()

/** Opens the wall standing still, at its first scene. */
async function openWall(page: Page, url: string, search = '') {
  await page.goto(`${url}/wall${search}`)
  await page.locator('.zt-wall-map[data-drawn]').waitFor({ state: 'attached', timeout: 30_000 })
  await page.keyboard.press('Space')
  await page.getByText('已暂停').waitFor()
}
const shows = (page: Page, words: string) => title(page).filter({ hasText: words }).waitFor()

/** A parcel of the zone goes to another status, and back. */
async function setStatus(analyst: Caller, id: string, status: string) {
  const { revision } = await analyst.get<{ revision: number }>(`/parcels/${id}`)
  await analyst.send('PATCH', `/parcels/${id}`, { revision, status })
}

journeys('The wall', ({ claim }) => {
  claim('scenes come by themselves and by keyboard, as the address has them', async ({ url, openAs }) => {
    const page = await openAs('director')
    await page.goto(`${url}/wall?scenes=zone:5,red:5,space:5`)
    for (const words of ['全区', '红灯项目', '可供空间', '全区']) await shows(page, words)
    await page.goto(`${url}/wall`)
    await shows(page, '全区')
    await page.keyboard.press('Space')
    await page.getByText('已暂停').waitFor()
    assert.equal(await page.locator('.zt-wall-round i').count(), 9, 'five corps, each a scene')
    await page.keyboard.press('ArrowRight')
    await shows(page, '市北兵团')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await shows(page, '可供空间')
    await page.keyboard.press('7')
    await shows(page, '红灯项目')
    for (let scene = 1; scene <= 9; scene++) {
      await page.keyboard.press(String(scene))
      const count = await page.locator('.zt-wall-figures > div').count()
      assert.ok(count >= 4 && count <= 5, `scene ${scene} has ${count} figures`)
      const small = await page.locator('.zt-wall').evaluate((wall) =>
        [...wall.querySelectorAll('*')]
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          )
          .filter((one) => one.clientHeight > 1)
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) * (1080 / innerHeight))
          .filter((size) => size < 24 * Math.min(1, (innerWidth * 1080) / (1920 * innerHeight)) - 0.01),
      )
      assert.deepEqual(small, [], `letters of 24 px and more in scene ${scene}`)
    }
    await page.locator('.zt-wall-keys').waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByText('回到战图').waitFor()
    await page.locator('.zt-wall[data-rests]').waitFor()
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/map/)
  })

  claim('the wall says what the lists say, also of another day', async ({ url, openAs }) => {
    const analyst = await callAs(url, 'analyst')
    const page = await openAs('director')
    for (const day of ['', 'asOf=2022-03-01']) {
      const lit = await analyst.get<LitProjects>(`/lights?light=red&${day}`)
      const going = await analyst.get<{ count: number }>(
        `/ledger/totals?where=${encodeURIComponent('[{"field":"standing","op":"is","value":["ongoing"]}]')}&${day}`,
      )
      await openWall(page, url, `?${day}`)
      assert.equal(await value(page, '推进中项目'), String(going.count))
      assert.equal(await value(page, '红灯'), String(lit.total))
      await page.keyboard.press('7')
      await page.getByText(lit.items[0]?.name ?? 'no red light').waitFor()
      assert.equal(await value(page, '红灯'), String(lit.total))
      assert.equal(await page.getByText('2022-03-01 的样子，不是今天').count(), day ? 1 : 0)
    }
  })

  claim('what somebody changes is there by itself, and marked for a minute', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const [first] = scene.parcels
    assert.ok(first)
    const analyst = await callAs(url, 'analyst')
    const page = await openAs('director')
    await page.clock.install()
    await openWall(page, url, '?scenes=space,zone')
    const before = await value(page, '储备')
    const changed = figure(page, '储备').getByText(`刚变化，原 ${before}`)
    const seen = changed.waitFor().then(() => Date.now())
    await setStatus(analyst, first.id, 'built')
    const savedAt = Date.now()
    assert.ok((await seen) - savedAt < liveMs, `seen after ${(await seen) - savedAt} ms`)
    assert.equal(Number((await value(page, '储备')).replace(',', '')), Number(before.replace(',', '')) - 14)
    await page.clock.runFor(50_000)
    assert.equal(await changed.count(), 1)
    await page.clock.runFor(11_000)
    await changed.waitFor({ state: 'detached' })
    await setStatus(analyst, first.id, 'reserve')
    await figure(page, '储备').getByText(before, { exact: true }).waitFor()
  })

  claim('the line lost: it says so and keeps its picture; back, it goes on', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const [first] = scene.parcels
    assert.ok(first)
    const analyst = await callAs(url, 'analyst')
    const page = await openAs('director')
    await openWall(page, url, '?scenes=space')
    const before = await value(page, '储备')
    await page.context().setOffline(true)
    await page.getByText(/离线 自 \d\d:\d\d，画面是 \d{4}-/).waitFor()
    assert.equal(await value(page, '储备'), before)
    await setStatus(analyst, first.id, 'built')
    await page.context().setOffline(false)
    await figure(page, '储备').getByText(`刚变化，原 ${before}`).waitFor()
    await page.getByText(/离线 自/).waitFor({ state: 'detached' })
    await setStatus(analyst, first.id, 'reserve')
  })

  claim('a map that the graphics card lost is made anew', async ({ url, openAs }) => {
    const page = await openAs('director')
    await openWall(page, url)
    const former = await page.locator('.zt-wall-map canvas').elementHandle()
    await former?.evaluate((canvas) =>
      (canvas as HTMLCanvasElement).getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext(),
    )
    await page.waitForFunction((canvas) => !canvas?.isConnected, former)
    await page.locator('.zt-wall-map[data-drawn]').waitFor({ timeout: 30_000 })
    assert.equal(await page.locator('.zt-wall-map canvas').count(), 1)
  })

  claim(
    'without graphics the figures stay, and the map is tried again by itself',
    async ({ url, openAs }) => {
      const page = await openAs('director')
      await page.clock.install()
      await page.addInitScript(() => {
        const { getContext } = HTMLCanvasElement.prototype
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
          return asked[0] === 'webgl2' && !('hasGraphics' in window)
            ? null
            : getContext.apply(this, asked as Parameters<typeof getContext>)
        } as typeof getContext
      })
      await page.goto(`${url}/wall?scenes=zone:600`)
      await page.getByText('没有 WebGL 2').waitFor({ timeout: 30_000 })
      await figure(page, '推进中项目').waitFor()
      await page.evaluate(() => Object.assign(window, { hasGraphics: true }))
      await page.clock.runFor(61_000)
      await page.locator('.zt-wall-map[data-drawn]').waitFor({ timeout: 30_000 })
      assert.equal(await page.getByText('没有 WebGL 2').count(), 0)
    },
  )

  claim(
    'a session that ends is told in large letters, and signing in brings the wall back',
    async ({ url, openAs }) => {
      const page = await openAs('director')
      await openWall(page, url, '?scenes=zone:600')
      await page.context().clearCookies()
      await page.evaluate(() => fetch('/api/me'))
      const analyst = await callAs(url, 'analyst')
      const scene = await furnishMap(url)
      await setStatus(analyst, scene.parcels[1]?.id ?? '', 'built')
      await page.getByText('大屏停了').waitFor({ timeout: 30_000 })
      assert.equal(await page.locator('.zt-wall').count(), 0, 'what nobody may see any more is gone')
      await page.locator('.zt-sample-accounts button', { hasText: 'director' }).first().click()
      await shows(page, '全区')
      await setStatus(analyst, scene.parcels[1]?.id ?? '', 'reserve')
    },
  )

  claim(
    'kept signed in by whoever stands there, it reads the wall and nothing else until it is ended',
    async ({ url, openAs }) => {
      const security = await callAs(url, 'security')
      await allowWalls(security, 0)
      const page = await openAs('director')
      const refused: string[] = []
      page.on('response', (response) => {
        if (response.status() === 403) refused.push(response.url())
      })
      await openWall(page, url)
      assert.equal(await page.getByText('让这块屏保持登录').count(), 0, 'not where it is not allowed')
      await allowWalls(security, 7)
      await openWall(page, url)
      const other = await page.context().newPage()
      await other.goto(`${url}/ledger`)
      await other.locator('.zt-main').waitFor()
      await page.bringToFront()
      await page.mouse.move(300, 300)
      await page.keyboard.press('Tab')
      await page.locator('.zt-wall-keep:focus-visible').waitFor()
      await page.keyboard.press('Enter')
      // What is typed into the dialog is no key of the wall's.
      await page.keyboard.type('三楼大屏 fk9')
      await page.keyboard.press('Enter')
      await page.getByText(/^登录到 \d{4}-\d\d-\d\d$/).waitFor()
      await page.locator('.zt-wall-map[data-drawn]').waitFor({ state: 'attached', timeout: 30_000 })
      await shows(page, '全区')
      await other.waitForURL(/\/wall$/)
      await other.close()
      for (let scene = 2; scene <= 9; scene++) {
        await page.keyboard.press(String(scene))
        await page.waitForLoadState('networkidle').catch(() => undefined)
      }
      assert.deepEqual(refused, [], 'all that the wall asks is let through')

      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: /三楼大屏 fk9保持登录到/ }).waitFor()
      assert.equal(new URL(page.url()).pathname, '/wall', 'Esc opens no page')
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      for (const path of ['/map', '/ledger', '/settings', '/map/print']) {
        await page.goto(`${url}${path}`)
        await page.waitForURL(/\/wall$/)
        await page.locator('.zt-wall').waitFor()
      }
      const answers = await page.evaluate(() =>
        Promise.all(
          ['/api/ledger', '/api/home', '/api/ledger/export.xlsx?columns=name'].map(
            async (path) => (await fetch(path)).status,
          ),
        ),
      )
      assert.deepEqual(answers, [403, 403, 403])

      const changed = await furnishMap(url)
      const analyst = await callAs(url, 'analyst')
      await openWall(page, url, '?scenes=space')
      const before = await value(page, '储备')
      await setStatus(analyst, changed.parcels[2]?.id ?? '', 'built')
      await figure(page, '储备').getByText(`刚变化，原 ${before}`).waitFor()
      await setStatus(analyst, changed.parcels[2]?.id ?? '', 'reserve')

      const administrator = await openAs('security')
      await administrator.goto(`${url}/settings/security`)
      await administrator.getByRole('button', { name: '结束“三楼大屏 fk9”' }).click()
      await administrator.getByLabel('原因（记入日志）').fill('屏幕已拆')
      await administrator.getByRole('button', { name: '结束“三楼大屏 fk9”' }).click()
      await administrator.getByText('现在没有。').waitFor()
      await page.getByText('大屏停了').waitFor({ timeout: 40_000 })
      assert.equal(await page.locator('.zt-wall').count(), 0)
      await allowWalls(security, 0)
    },
  )

  claim('on a phone it says where it belongs', async ({ url, openAs }) => {
    const page = await openAs('director', { phone: true })
    await page.goto(`${url}/wall`)
    await page.getByText('手机上看不全').waitFor()
    await page.getByRole('link', { name: '去看战图' }).click()
    await page.waitForURL(/\/map/)
  })
})
