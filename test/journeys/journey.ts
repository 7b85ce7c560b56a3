import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { noChromium, openChromium } from './chromium.ts'
import { openSample } from './sample-server.ts'
import type { Server } from './server-process.ts'
import { type Look, openWindow } from './windows.ts'

const failures = fileURLToPath(new URL('../../screens/failed/', import.meta.url))

export type Journeys = {
  /** A claim, played in windows that are closed when it ends; if it fails, they are drawn into screens/failed/. */
  claim: (words: string, play: (windows: Windows) => Promise<void>) => void
}
export type Windows = {
  url: string
  /** Nobody signed in yet. */
  open: (look?: Look) => Promise<Page>
  /** Signed in by one tap on a sample account, as a person of their own: nothing is shared with other windows. */
  openAs: (login: string, look?: Look) => Promise<Page>
}

/** Claims about the running product: one server with the sample zone, and one Chromium, for the file. */
export function journeys(title: string, tell: (journeys: Journeys) => void) {
  describe(title, { concurrency: false }, () => {
    let server: Server
    let browser: Browser
    before(async () => {
      if (noChromium) return
      server = await openSample()
      browser = await openChromium()
    })
    after(async () => {
      await browser?.close()
      await server?.stop()
    })
    tell({
      claim: (words, play) =>
        it(words, { skip: noChromium ?? false }, async () => {
          const opened: BrowserContext[] = []
          const open = async (look: Look = {}) => {
            const page = await openWindow(browser, server.url, look)
            opened.push(page.context())
            return page
          }
          const openAs = async (login: string, look: Look = {}) => {
            const page = await open(look)
            await signIn(page, login)
            return page
          }
          try {
            await play({ url: server.url, open, openAs })
          } catch (problem) {
            await draw(words, opened)
            throw problem
          } finally {
            await Promise.all(opened.map((context) => context.close()))
          }
        }),
    })
  })
}

/** One tap on a sample account. */
export async function signIn(page: Page, login: string) {
  await page.locator('.zt-sample-accounts button', { has: page.getByText(login, { exact: true }) }).click()
  await page.locator('#main').waitFor()
}

async function draw(words: string, contexts: readonly BrowserContext[]) {
  mkdirSync(failures, { recursive: true })
  const pages = contexts.flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const file = join(failures, `${words.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}-${index + 1}.png`)
    await page.screenshot({ path: file }).catch(() => undefined)
  }
}
