import type { Page, Request } from 'playwright-core'
import type { Place } from './places.ts'

/**
 * Goes to a place and presses what it takes; answers when all that was asked for has come and nothing moves.
 * `onFoot`: by the page's own links, from a place where nothing was pressed, without loading the product anew.
 */
export async function comeTo(page: Page, url: string, place: Place, { onFoot = false } = {}) {
  const asked = asksOf(page)
  if (onFoot) await page.evaluate((address) => history.pushState({}, '', address), place.address)
  else await page.goto(url + place.address)
  await page.locator(place.login ? '#main' : '.zt-sign-in form').waitFor()
  await settled(page, asked)
  await place.reach?.(page)
  await settled(page, asked)
  asked.forget()
}

/** How many requests of the page are on their way. */
function asksOf(page: Page) {
  const open = new Set<unknown>()
  // The line for what others write stays open as long as the page.
  const begin = (request: Request) => request.resourceType() !== 'eventsource' && open.add(request)
  const end = (request: unknown) => open.delete(request)
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  return {
    count: () => open.size,
    forget: () => page.off('request', begin).off('requestfinished', end).off('requestfailed', end),
  }
}

const patience = 40_000

async function settled(page: Page, asked: { count: () => number }) {
  const until = Date.now() + patience
  // An answer may make the page ask again, so it must be quiet after it was drawn.
  for (let quiet = 0; quiet < 2; ) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    quiet = asked.count() === 0 ? quiet + 1 : 0
    if (Date.now() > until) throw new Error(`${page.url()} goes on asking.`)
  }
  await page.waitForFunction(() => document.querySelector('.zt-loading') === null)
  await still(page)
}

/** Whatever was moving or changing colour has come to its end, and nothing else begins. */
export const still = (page: Page) =>
  page.evaluate(async () => {
    const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
    for (let quiet = 0; quiet < 3; ) {
      await drawn()
      const now = moving()
      await Promise.allSettled(now.map(({ finished }) => finished))
      quiet = now.length === 0 ? quiet + 1 : 0
    }
  })
