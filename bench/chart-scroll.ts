import type { Browser, CDPSession, Page } from 'playwright-core'
import { addToMonth, monthOf, shanghaiDay } from '../src/shared/days.ts'
import type { TestZone } from '../test/factories.ts'
import { openChromium } from '../test/journeys/chromium.ts'
import { ms, table } from './measure.ts'
import { placeMakers } from './places.ts'
import { startServing } from './start-serving.ts'

const projects = Number(process.env['BENCH_PROJECTS'] ?? 400)
const months = 12
const patience = 60_000
const heapMb = 1024
/** Wide enough for all months, and for half of them. */
const windows = { down: { width: 1440, height: 900 }, across: { width: 900, height: 900 } } as const
/** A wheel turned steadily: so many pixels, so often. */
const wheel = { step: 120, everyMs: 40, turns: 100 }

/** Work: of the page's thread for a turn of the wheel, by `parts`. */
type Frames = { deltas: number[]; work: number[] }

/** The battle chart scrolled by a wheel in Chromium without a graphics card, full of tasks: from frame to frame. */
export async function chartScroll(): Promise<string> {
  const [makePlace] = placeMakers()
  if (!makePlace) throw new Error('There is no database to measure on.')
  const place = await makePlace('chart')
  try {
    const from = addToMonth(monthOf(shanghaiDay(Date.now())), 4 - months)
    const server = await startServing(
      {
        folder: place.folder,
        zones: [projects],
        tasks: { from, months },
        ...(place.url ? { url: place.url } : {}),
      },
      heapMb,
    )
    const browser = await openChromium()
    try {
      const [zone] = server.zones as [TestZone]
      const cookie = await server.signIn(zone, 'analyst')
      const address = `${server.address}/chart?from=${from}&months=${months}`
      const rows: string[][] = []
      for (const axis of ['down', 'across'] as const) {
        const frames = await scrolled(browser, { address, cookie, axis })
        rows.push([axis, ...figures(frames)])
      }
      return [
        `${projects} projects × ${months} months, a task in every cell. Milliseconds from one frame to the next while a wheel turns ${wheel.step} pixels every ${wheel.everyMs} ms; then what the page's own thread does for a turn, ms of processor.\n`,
        table(
          ['axis', 'frames', 'p50', 'p95', 'max', 'over 33 ms, %', 'script', 'style', 'layout', 'whole'],
          rows,
        ),
      ].join('\n')
    } finally {
      await browser.close()
      await server.stop()
    }
  } finally {
    await place.remove()
  }
}

function figures({ deltas, work }: Frames): string[] {
  const sorted = deltas.toSorted((a, b) => a - b)
  const share = (part: number) =>
    ms(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  const late = (100 * sorted.filter((delta) => delta > 33.5).length) / sorted.length
  return [String(sorted.length), share(0.5), share(0.95), share(1), late.toFixed(1), ...work.map(ms)]
}

type Asked = { address: string; cookie: string; axis: keyof typeof windows }

async function scrolled(browser: Browser, { address, cookie, axis }: Asked): Promise<Frames> {
  const context = await browser.newContext({ viewport: windows[axis] })
  context.setDefaultTimeout(patience)
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address }
    }),
  )
  try {
    const page = await context.newPage()
    await page.goto(address)
    await page.locator('.zt-battle-face').first().waitFor()
    const box = await page.locator('.zt-battle').boundingBox()
    if (!box) throw new Error('No chart was drawn.')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    // Once there and back, so that what is measured is not the first of anything.
    await turn(page, axis, 20)
    await watchFrames(page)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const before = await threadTimes(session)
    await turn(page, axis, wheel.turns)
    const deltas = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
    const after = await threadTimes(session)
    return { deltas, work: after.map((time, at) => (time - (before[at] ?? 0)) / wheel.turns) }
  } finally {
    await context.close()
  }
}

/** To one side, then back, over and over where there is not so much. */
async function turn(page: Page, axis: keyof typeof windows, turns: number) {
  for (let at = 0; at < turns; at++) {
    const [back, next] = [Math.floor(at / (turns / 2)) % 2 === 1, page.waitForTimeout(wheel.everyMs)]
    const step = back ? -wheel.step : wheel.step
    await page.mouse.wheel(
      axis === 'across' ? (at % 8 < 4 ? 1 : -1) * wheel.step : 0,
      axis === 'down' ? step : 0,
    )
    await next
  }
}

const watchFrames = (page: Page) =>
  page.evaluate(() => {
    const frames: number[] = []
    ;(window as unknown as { frames: number[] }).frames = frames
    let last = performance.now()
    const look = () => {
      const now = performance.now()
      frames.push(now - last)
      last = now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })

const parts = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration', 'TaskDuration'] as const

/** What the page's own thread has had of a processor so far, ms: a machine with other work adds nothing to it. */
async function threadTimes(session: CDPSession): Promise<number[]> {
  const { metrics } = await session.send('Performance.getMetrics')
  return parts.map((part) => (metrics.find(({ name }) => name === part)?.value ?? 0) * 1000)
}
