/**
 * Draws every page and state of the product, in both languages and themes, on a desk's and a phone's screen, into
 * screens/ with a contact sheet (screens/index.html). `--pictures` draws those of the documentation instead.
 * `node scripts/screens.ts ledger` draws only what has “ledger” in its name.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noChromium, openChromium } from '../test/journeys/chromium.ts'
import { furnish } from '../test/journeys/furnish.ts'
import { pagesOf } from '../test/journeys/places.ts'
import { openSample } from '../test/journeys/sample-server.ts'
import { statesOf } from '../test/journeys/states.ts'
import { contactSheet } from './screens/contact-sheet.ts'
import { drawAll } from './screens/draw-all.ts'
import { drawPictures } from './screens/draw-pictures.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

async function main(wanted: readonly string[]) {
  if (noChromium) throw new Error(`Nothing can be drawn: ${noChromium}.`)
  // Plain JavaScript, without types.
  const { ensureBuilt } = (await import(new URL('install.mjs', import.meta.url).href)) as {
    ensureBuilt(): void
  }
  ensureBuilt()
  const server = await openSample()
  const browser = await openChromium()
  try {
    const furniture = await furnish(server.url)
    if (wanted.includes('--pictures')) {
      await drawPictures(browser, server.url, furniture, join(root, 'docs', 'pictures'))
      return
    }
    const places = [...pagesOf(furniture), ...statesOf(furniture)].filter(
      ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
    )
    const folder = join(root, 'screens')
    if (wanted.length === 0) rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const drawn = await drawAll(browser, server.url, places, folder)
    writeFileSync(join(folder, 'index.html'), contactSheet(places, drawn))
    console.log(`${drawn.size} screens of ${places.length} places: ${join(folder, 'index.html')}`)
  } finally {
    await browser.close()
    await server.stop()
  }
}

main(process.argv.slice(2)).catch((problem: Error) => {
  console.error(problem.message)
  process.exitCode = 1
})
