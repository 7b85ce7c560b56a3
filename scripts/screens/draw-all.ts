import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { enterAs } from '../../test/journeys/caller.ts'
import { comeTo, still } from '../../test/journeys/come-to.ts'
import type { Place } from '../../test/journeys/places.ts'
import { openWindow } from '../../test/journeys/windows.ts'
import { fileOf, looks, screens, shownOn } from './looks.ts'

/** Draws each place in each look; answers with the files drawn. A place that cannot be come to is told and left out. */
export async function drawAll(
  browser: Browser,
  url: string,
  places: readonly Place[],
  folder: string,
): Promise<Set<string>> {
  const drawn = new Set<string>()
  for (const [login, own] of Map.groupBy(places, (place) => place.login))
    for (const screen of screens)
      for (const language of ['zh', 'en'] as const) {
        const page = await openWindow(browser, url, { phone: screen === 'phone', language })
        if (login) await enterAs(page.context(), url, login)
        for (const place of own.filter((one) => shownOn(one, screen)))
          try {
            await comeTo(page, url, place)
            for (const look of looks.filter((one) => one.screen === screen && one.language === language)) {
              await page.emulateMedia({ colorScheme: look.theme, reducedMotion: 'reduce' })
              await still(page)
              const file = fileOf(place, look)
              await page.screenshot({ path: join(folder, file), fullPage: true })
              drawn.add(file)
            }
          } catch (problem) {
            console.error(`${place.name} (${screen}, ${language}): ${(problem as Error).message}`)
            process.exitCode = 1
          }
        await page.context().close()
      }
  return drawn
}
