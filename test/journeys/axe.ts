import assert from 'node:assert/strict'
import axe, { type NodeResult, type RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { enterAs } from './caller.ts'
import { comeTo, still } from './come-to.ts'
import { furnish } from './furnish.ts'
import { journeys } from './journey.ts'
import { type Place, pagesOf } from './places.ts'
import { statesOf } from './states.ts'
import type { Look } from './windows.ts'

const languages = ['zh', 'en'] as const
const contrast = 'color-contrast'

/** All pages and states on one screen: a file for each, so that they go side by side. */
export const axeOn = (phone: boolean) =>
  journeys('axe finds nothing serious', ({ claim }) => {
    claim(`on every page and state, ${phone ? 'on the phone' : 'at the desk'}`, async ({ url, open }) => {
      const furniture = await furnish(url)
      const pages = pagesOf(furniture)
      const found: string[] = []
      for (const language of languages) {
        // Colours are of no language: contrast, the dark and all states are gone through in one of them on each screen.
        const isWhole = language === (phone ? 'en' : 'zh')
        const places = isWhole ? [...pages, ...statesOf(furniture)] : pages
        found.push(...(await findingsIn(places, { phone, language, isWhole }, open, url)))
      }
      assert.deepEqual(found, [])
    })
  })

async function findingsIn(
  places: readonly Place[],
  { isWhole, ...look }: Look & { isWhole: boolean },
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
      const findings = isWhole
        ? [...(await seriousIn(page)), ...(await seriousInTheDark(page))]
        : await seriousIn(page, { rules: { [contrast]: { enabled: false } } })
      found.push(...findings.map((one) => `${place.name} ${look.language}: ${one}`))
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

/** Nobody has chosen here, so the page follows the system's theme; only colours differ. */
async function seriousInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await still(page)
  const found = await seriousIn(page, { runOnly: [contrast] })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return found.map((one) => `dark: ${one}`)
}

/** All rules, or those asked for; each finding in a line with the first places where it is. */
async function seriousIn(page: Page, only: RunOptions = {}): Promise<string[]> {
  const { violations } = await page.evaluate(
    (asked) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        // The style sheets are the page's own: nothing is fetched again.
        preload: false,
        ...asked,
      }),
    only,
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} ${nodes.slice(0, 3).map(told).join(' | ')}`)
}

const told = ({ html, any }: NodeResult) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`
