import assert from 'node:assert/strict'
import type { CDPSession, Page } from 'playwright-core'
import { callAs } from './caller.ts'
import { furnishMap } from './furnish-map.ts'
import { journeys } from './journey.ts'

/** Two hours at sixty times their speed: the wall's clock moves a scene on at a time, its pictures are really drawn. */
const [scenes, sceneMs] = [9, 20_000]
const rounds = (2 * 3_600_000) / (scenes * sceneMs)
const warm = rounds / 4
const drawnMs = 100

type Measure = { heap: number; nodes: number; listeners: number; webgl: number }

/** Whatever the graphics card is asked to keep, less what it is told to forget. */
function countGraphics() {
  const kept = { count: 0 }
  Object.assign(window, { keptByGraphics: kept })
  const all = WebGL2RenderingContext.prototype as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const kind of ['Buffer', 'Texture', 'Program', 'Shader', 'Framebuffer', 'Renderbuffer', 'VertexArray'])
    for (const [name, by] of [
      [`create${kind}`, 1],
      [`delete${kind}`, -1],
    ] as const) {
      const own = all[name]
      if (!own) continue
      all[name] = function (this: unknown, ...given: unknown[]) {
        if (by > 0 || given[0]) kept.count += by
        return own.apply(this, given)
      }
    }
}

async function measure(page: Page, cdp: CDPSession): Promise<Measure> {
  await page.waitForTimeout(1_000)
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
  const webgl = await page.evaluate(
    () => (window as unknown as { keptByGraphics: { count: number } }).keptByGraphics.count,
  )
  return { heap: usedSize, nodes, listeners: jsEventListeners, webgl }
}

journeys('A wall that nobody touches', ({ claim }) => {
  claim('does not grow in two hours of scenes and of other people’s work', async ({ url, openAs }) => {
    const scene = await furnishMap(url)
    const analyst = await callAs(url, 'analyst')
    const page = await openAs('director')
    await page.setViewportSize({ width: 960, height: 540 })
    await page.addInitScript(countGraphics)
    await page.clock.install()
    await page.goto(`${url}/wall?seconds=${sceneMs / 1_000}`)
    await page.locator('.zt-wall-map[data-drawn]').waitFor({ timeout: 30_000 })
    assert.equal(await page.locator('.zt-wall-round i').count(), scenes)
    const cdp = await page.context().newCDPSession(page)
    const wall = page.locator('.zt-wall')

    const changed = scene.parcels[0]
    assert.ok(changed)
    /** A parcel changes in each round, so that figures, marks and tiles do. */
    const change = async (round: number) => {
      const { revision } = await analyst.get<{ revision: number }>(`/parcels/${changed.id}`)
      await analyst.send('PATCH', `/parcels/${changed.id}`, {
        revision,
        status: round % 2 === 0 ? 'built' : 'reserve',
      })
    }
    const startedAt = Date.now()
    const kinds = new Set<string | null>()
    const turn = async (round: number) => {
      await change(round)
      for (let at = 0; at < scenes; at++) {
        await page.clock.fastForward(sceneMs)
        await page.waitForTimeout(drawnMs)
        kinds.add(await wall.getAttribute('data-scene'))
      }
    }
    const atFirst = async () => {
      // By the same way each time: the parts of the scene before are let go only with the next.
      for (const [key, kind] of [
        ['9', 'space'],
        ['2', 'corps'],
        ['1', 'zone'],
      ] as const) {
        await page.keyboard.press(key)
        await page.locator(`.zt-wall[data-scene=${kind}]`).waitFor()
      }
      return measure(page, cdp)
    }
    for (let round = 0; round < warm; round++) await turn(round)
    console.log(`warm after ${Math.round((Date.now() - startedAt) / 1_000)} s`)
    const early = await atFirst()
    for (let round = warm; round < rounds; round++) await turn(round)
    const late = await atFirst()
    console.log(JSON.stringify({ early, late }))
    assert.equal(kinds.size, 5, 'every kind of scene has come')
    const grown = (of: keyof Measure) => late[of] - early[of]
    assert.ok(grown('heap') < Math.max(2_000_000, early.heap * 0.08), `heap: ${early.heap} → ${late.heap}`)
    // React keeps a scene that has gone until the next; one of anything a scene would be 270 more.
    assert.ok(grown('nodes') < 200, `DOM nodes: ${early.nodes} → ${late.nodes}`)
    assert.ok(grown('listeners') < 60, `listeners: ${early.listeners} → ${late.listeners}`)
    assert.ok(grown('webgl') < 60, `kept by graphics: ${early.webgl} → ${late.webgl}`)
  })
})
