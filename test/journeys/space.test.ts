import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { rectangle, surveyTxt } from '../../src/features/spaces/test-survey.ts'
import { journeys } from './journey.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhantu-space-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const names = ['萧储出〔2023〕7号', '萧储出〔2023〕8号']
/** In a gap of the sample’s land: GBK, X and Y exchanged, and a zone in the header that the eastings contradict. */
const survey = surveyTxt(
  names.map((number, at) => ({ number, name: '龙湖单元', ring: rectangle(650, at * 150) })),
  { zone: '38', swapped: true },
)

journeys('A survey becomes land', ({ claim }) => {
  claim(
    'a file is read with its faults, confirmed, applied, found, changed and taken back',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      const file = join(folder, '龙湖勘测定界.txt')
      writeFileSync(file, survey)
      await read(page, url, file)
      await confirm(page)
      const address = await apply(page)
      await findAndChange(page, url)
      await undo(page, address)
      await page.goto(`${url}/space?q=${encodeURIComponent('萧储出')}`)
      await page.getByRole('row', { name: names[0] ?? '' }).waitFor()
      assert.equal(await parcels(page).count(), 1, 'what was changed since stays')
    },
  )

  claim('neighbours become one parcel that remembers them', async ({ url, openAs }) => {
    const page = await openAs('director', { language: 'en' })
    const file = join(folder, 'neighbours.txt')
    const side = rectangle(3000)
    writeFileSync(
      file,
      surveyTxt([
        { number: 'N-1', ring: side },
        { number: 'N-2', ring: rectangle(3000, 100) },
      ]),
    )
    await page.goto(`${url}/space/imports`)
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Import 2 parcels, 28.22 mu' }).click()
    await page.getByText('2 parcels imported').waitFor()
    await page.goto(`${url}/space?q=N-`)
    for (const name of ['N-1', 'N-2']) await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
    await page.getByText('2 chosen, 28.22 mu in all').waitFor()
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByText('One parcel of 28.22 mu (18,814 ㎡).').waitFor()
    await page.getByLabel('New number (may be empty)').fill('N-12')
    await page.getByRole('button', { name: 'Merge 2 parcels' }).click()
    const panel = page.getByRole('complementary', { name: 'Parcel' })
    await panel.getByText('What it came of').waitFor()
    await panel.getByRole('link', { name: 'N-2', exact: true }).click()
    await panel.getByText(/Split or merged away on/).waitFor()
    await panel.getByRole('link', { name: 'N-12', exact: true }).waitFor()
  })

  claim('an officer reads the land and changes nothing', async ({ url, openAs }) => {
    const page = await openAs('officer3')
    await page.goto(`${url}/space`)
    await page.getByRole('heading', { name: '空间' }).waitFor()
    await page.locator('.zt-space').waitFor()
    assert.equal(await page.getByRole('link', { name: '导入地块' }).count(), 0)
    await page.goto(`${url}/space/imports`)
    await page.getByText('您没有权限看这里').waitFor()
  })
})

const parcels = (page: Page) => page.locator('.zt-parcel-table tbody tr')

/** What speaks against reading it so is told, each with the values. */
async function read(page: Page, url: string, file: string) {
  await page.goto(`${url}/space`)
  await page.getByRole('link', { name: '导入地块' }).first().click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.waitForURL(/\/space\/imports\/[0-9a-f-]{36}/)
  await page.getByText(/先写 40526000、后写 3341250，X 和 Y 多半写反了/).waitFor()
  await page.getByText(/文件写带号 38，东坐标 40526000 却以 40 开头/).waitFor()
  await page.getByText('坐标系确认之后，在这里导入。').waitFor()
  assert.equal(await page.locator('.zt-reading-where .zt-shape').count(), 2, 'both are drawn')
}

async function confirm(page: Page) {
  await page.getByRole('button', { name: '确认这样读取' }).click()
  const row = page.locator('.zt-shape-row').filter({ hasText: names[0] ?? '' })
  await row.getByText('新增').waitFor()
  await row.getByText('14.11 亩').waitFor()
}

async function apply(page: Page): Promise<string> {
  await page.getByRole('button', { name: '导入 2 块，共 28.22 亩' }).click()
  await page.getByText('已导入 2 块，共 28.22 亩').waitFor()
  return page.url()
}

async function findAndChange(page: Page, url: string) {
  await page.goto(`${url}/space`)
  await page.getByLabel('编号或名称').fill('萧储出〔2023〕7')
  await page.getByText('1 块 · 14.11 亩').waitFor()
  const status = page.getByLabel(`${names[0]} 的状态`)
  assert.equal(await status.inputValue(), 'reserve')
  await status.selectOption('listed')
  await page.getByRole('button', { name: '已挂牌 1' }).click()
  await page.getByRole('link', { name: names[0] ?? '' }).click()
  const panel = page.getByRole('complementary', { name: '地块' })
  await panel.getByText('2000国家大地坐标系 3度第40带').waitFor()
  assert.match(
    (await panel.getByRole('link', { name: '在战图上看' }).getAttribute('href')) ?? '',
    /\/map\?parcel=/,
  )
}

async function undo(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await page.getByText('移除 1 块，0 块改回导入前。').waitFor()
  await page
    .locator('.zt-ledger-links')
    .getByRole('link', { name: names[0] ?? '' })
    .waitFor()
}
