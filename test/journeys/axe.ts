import assert from 'node:assert/strict'
import axe, { type NodeResult } from 'axe-core'
import type { Page } from 'playwright-core'
import { enterAs } from './caller.ts'
import { comeTo, still } from './come-to.ts'
import { furnish } from './furnish.ts'
import { journeys } from './journey.ts'
import { type Place, pagesOf } from './places.ts'
import { statesOf } from './states.ts'
import type { Look } from './windows.ts'

const languages = ['zh', 'en'] as const

/** All pages and states on one screen: a file for each, so that they go side by side. */
export const axeOn = (phone: boolean) =>
  journeys('axe finds nothing serious', ({ claim }) => {
    claim(`on every page and state, ${phone ? 'on the phone' : 'at the desk'}`, async ({ url, open }) => {
      const furniture = await furnish(url)
      const pages = pagesOf(furniture)
      const found: string[] = []
      for (const language of languages) {
        // Both languages share what is looked like: the states are gone through in one of them on each screen.
        const places = language === (phone ? 'en' : 'zh') ? [...pages, ...statesOf(furniture)] : pages
        found.push(...(await findingsIn(places, { phone, language }, open, url)))
      }
      assert.deepEqual(found, [])
    })
  })

async function findingsIn(
  places: readonly Place[],
  look: Look,
  open: (look: Look) => Promise<Page>,
  url: string,
): Promise<string[]> {
  const found: string[] = []
  const seen = places.filter((place) => !place.only || place.only === (look.phone ? 'phone' : 'desk'))
  for (const [login, own] of Map.groupBy(seen, (place) => place.login)) {
    const page = await open(look)
    if (login) await enterAs(page.context(), url, login)
    let isUntouched = false
    for (const place of own) {
      await comeTo(page, url, place, { onFoot: isUntouched })
      if (!(await page.evaluate(() => 'axe' in window))) await makeReady(page)
      isUntouched = place.reach === undefined
      found.push(...(await findingsOn(page)).map((one) => `${place.name} ${look.language}: ${one}`))
    }
    await page.context().close()
  }
  return found
}

async function makeReady(page: Page) {
  await page.evaluate(axe.source)
  // Rows out of sight are otherwise left undrawn, in colours of before.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
}

async function findingsOn(page: Page): Promise<string[]> {
  const light = await seriousIn(page)
  // Nobody has chosen here, so the page follows the system's theme; only colours differ.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await still(page)
  const dark = await seriousIn(page, 'color-contrast')
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return [...light, ...dark.map((one) => `dark: ${one}`)]
}

/** All rules, or one; each finding in a line with the first places where it is. */
async function seriousIn(page: Page, rule?: string): Promise<string[]> {
  const { violations } = await page.evaluate(
    (only) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        // The style sheets are the page's own: nothing is fetched again.
        preload: false,
        ...(only ? { runOnly: [only] } : {}),
      }),
    rule,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.slice(0, 3).map(told).join(' | ')}`)
}

const told = ({ html, any }: NodeResult) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`
