import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../test/journeys/chromium.ts'
import { ms } from './measure.ts'

const opened = 7
const changed = 20
const patience = 60_000
const goneMs = 3_000
const lookMs = 250
const near = 16
const desk = { width: 1440, height: 900 }

type Parcel = { id: string; bounds: [number, number, number, number] }
type Opened = { first: number; land: number; whole: number }
type Persons = { address: string; watcher: string; keeper: string }

/** The built product in Chromium without a graphics card: from an address to the whole map, from a save to the other screen. */
export async function paintFigures(persons: Persons): Promise<string[][]> {
  const browser = await openChromium()
  try {
    const parcel = await firstParcel(persons)
    const whole: Opened[] = []
    const street: Opened[] = []
    for (let round = 0; round < opened; round++) {
      whole.push(await openMap(browser, persons, ''))
      street.push(await openMap(browser, persons, `?at=${viewOf(parcel)}`))
    }
    const seen = await changesSeen(browser, persons, parcel)
    return [
      ...openedRows('the whole zone', whole),
      ...openedRows(`zoom ${near}`, street),
      ['a status saved, drawn in another window: p50', ms(share(seen, 0.5))],
      ['a status saved, drawn in another window: max', ms(share(seen, 1))],
    ]
  } finally {
    await browser.close()
  }
}

const openedRows = (what: string, times: Opened[]) =>
  (
    [
      ['first', 'frame and words'],
      ['land', 'land drawn'],
      ['whole', 'all drawn'],
    ] as const
  ).map(([key, words]) => {
    const all = times.map((one) => one[key])
    return [
      `Chromium, empty cache, ${what}: ${words}, p50 (least–most)`,
      `${ms(share(all, 0.5))} (${ms(share(all, 0))}–${ms(share(all, 1))})`,
    ]
  })

const share = (times: number[], part: number) => {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

async function firstParcel({ address, keeper }: Persons): Promise<Parcel> {
  const response = await fetch(`${address}/api/parcels?limit=1`, { headers: { cookie: keeper } })
  const { items } = (await response.json()) as { items: { id: string }[] }
  const one = await fetch(`${address}/api/parcels/${items[0]?.id}`, { headers: { cookie: keeper } })
  return (await one.json()) as Parcel
}

const viewOf = ({ bounds: [west, south, east, north] }: Parcel) =>
  `${((west + east) / 2).toFixed(6)},${((south + north) / 2).toFixed(6)},${near}`

/** A window of a new person with nothing kept. */
async function openWindow(browser: Browser, { address, watcher }: Persons): Promise<Page> {
  const context = await browser.newContext({ viewport: desk, reducedMotion: 'reduce' })
  context.setDefaultTimeout(patience)
  await context.addCookies(
    watcher.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: address }
    }),
  )
  return context.newPage()
}

/** Marks in the page’s own timeline when an attribute comes, so that nothing of the tester’s waits in the page meanwhile. */
const marking = `new MutationObserver((seen) => {
  for (const { attributeName } of seen) performance.mark(attributeName)
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-land', 'data-drawn'] })`

async function openMap(browser: Browser, persons: Persons, search: string): Promise<Opened> {
  const page = await openWindow(browser, persons)
  try {
    await page.addInitScript(marking)
    const told = await page.context().newCDPSession(page)
    const at = async (name: string) => {
      const expression = `performance.getEntriesByName('${name}')[0]?.startTime ?? null`
      const { result } = await told.send('Runtime.evaluate', { expression })
      return (result.value as number | null) ?? undefined
    }
    await page.goto(`${persons.address}/map${search}`, { waitUntil: 'commit' })
    const until = Date.now() + patience
    let whole: number | undefined
    while (whole === undefined && Date.now() < until) {
      await wait(lookMs)
      whole = await at('data-drawn')
    }
    const [first, land] = [await at('first-contentful-paint'), await at('data-land')]
    if (first === undefined || land === undefined || whole === undefined)
      throw new Error('The map was not drawn.')
    return { first, land, whole }
  } finally {
    await page.context().close()
    // A page that goes takes the processor for a while: that is no part of the next one.
    await wait(goneMs)
  }
}

/** The tooltip reads what the map has drawn under a mouse that rests. */
async function changesSeen(browser: Browser, persons: Persons, parcel: Parcel): Promise<number[]> {
  const page = await openWindow(browser, persons)
  try {
    // Projects stand on their parcels and would be what lies under the mouse.
    await page.goto(`${persons.address}/map?at=${viewOf(parcel)}&hide=seek,sign,build,run,review`)
    await page.locator('.zt-map-stage[data-drawn]').waitFor()
    const box = await page.locator('.zt-map-canvas').boundingBox()
    if (!box) throw new Error('No map was drawn.')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.getByRole('tooltip').waitFor()
    const seen: number[] = []
    for (let round = 0; round < changed; round++) seen.push(await changeSeen(page, persons, parcel.id, round))
    return seen
  } finally {
    await page.context().close()
  }
}

async function changeSeen(page: Page, { address, keeper }: Persons, id: string, round: number) {
  const before = await page.getByRole('tooltip').innerText()
  const { revision } = (await (
    await fetch(`${address}/api/parcels/${id}`, { headers: { cookie: keeper } })
  ).json()) as { revision: number }
  const drawn = page.waitForFunction(
    (was) => {
      const now = document.querySelector<HTMLElement>('[role=tooltip]')?.innerText
      return now !== undefined && now !== was && Date.now()
    },
    before,
    { polling: 10 },
  )
  const saved = await fetch(`${address}/api/parcels/${id}`, {
    method: 'PATCH',
    headers: { cookie: keeper, 'content-type': 'application/json' },
    body: JSON.stringify({ revision, status: round % 2 ? 'reserve' : 'built' }),
  })
  if (!saved.ok) throw new Error(await saved.text())
  const savedAt = Date.now()
  const seenAt = Number(await (await drawn).jsonValue())
  await page.waitForTimeout(500)
  return seenAt - savedAt
}
