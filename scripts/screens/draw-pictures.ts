import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { enterAs } from '../../test/journeys/caller.ts'
import { comeTo } from '../../test/journeys/come-to.ts'
import type { Furniture } from '../../test/journeys/furnish.ts'
import { openWindow } from '../../test/journeys/windows.ts'

const mostBytes = 300 * 1024

/** What the documentation shows, in Chinese, light, on a desk's screen. */
export async function drawPictures(browser: Browser, url: string, furniture: Furniture, folder: string) {
  const columns =
    'name:240!,corps,stage,totalInvestment,landArea,expectedTax,signed.actual,started.plan,completionRate,light'
  const pictures = {
    home: '/',
    ledger: `/ledger?columns=${columns}`,
    project: `/projects/${furniture.projectId}`,
    map: '/map?at=120.178,30.12,14',
    building: `/space/buildings/${furniture.buildings.buildingId}`,
    import: `/imports/${furniture.imports.checked}?show=question`,
  }
  mkdirSync(folder, { recursive: true })
  const page = await openWindow(browser, url, { language: 'zh', theme: 'light' })
  await enterAs(page.context(), url, 'analyst')
  for (const [name, address] of Object.entries(pictures)) {
    await comeTo(page, url, { name, login: 'analyst', address })
    const path = join(folder, `${name}.png`)
    await page.screenshot({ path })
    const { size } = statSync(path)
    console.log(`${name}.png ${Math.ceil(size / 1024)} KB`)
    if (size > mostBytes)
      throw new Error(`${path} is ${size} bytes: show less, so that it is ${mostBytes} at most.`)
  }
  await page.context().close()
}
