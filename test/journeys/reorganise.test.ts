import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { addDays, shanghaiDay } from '../../src/shared/days.ts'
import { journeys } from './journey.ts'

const inAMonth = addDays(shanghaiDay(Date.now()), 30)
const picked = (page: Page, label: string) => page.locator('.zt-step-form').getByLabel(label, { exact: true })

/** Chooses out of a drop-down by a label. */
async function choose(page: Page, label: string, ...words: string[]) {
  const typed = label !== '添加一步' && label !== '合并后'
  await picked(page, label).click()
  for (const word of words) {
    if (typed) await page.keyboard.type(word)
    await page.locator('.ant-select-dropdown:visible').getByTitle(word, { exact: true }).click()
  }
  await page.keyboard.press('Escape')
}
const row = (page: Page, unit: string) => page.locator('.zt-organisation-tree tbody tr', { hasText: unit })
const numbers = async (page: Page, unit: string) =>
  (await row(page, unit).locator('td').allTextContents()).map((text) => Number(text.replace('·', '0')))

journeys('The corps reorganised', ({ claim }) => {
  claim('two corps become one on a future date: both sides are seen, then it is undone', async (windows) => {
    const { url, openAs } = windows
    const page = await openAs('director')
    await page.goto(`${url}/settings/organisation`)
    await row(page, '桥南兵团').waitFor()
    const before = { south: await numbers(page, '桥南兵团'), city: await numbers(page, '科技城兵团') }
    const [, projects] = before.south

    await page.getByRole('button', { name: '拟定调整' }).click()
    await page.getByLabel('名称').first().fill('桥南、科技城两个兵团合并')
    await page.getByLabel('生效日期').fill(inAMonth)
    await choose(page, '添加一步', '撤销单位')
    await choose(page, '单位', '科技城兵团')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByRole('button', { name: '保存并预览' }).click()
    await page.getByText('这样还不能确认').waitFor()
    await page.getByText(/“科技城兵团”还有.*不能撤销/).waitFor()
    assert.ok(await page.getByRole('button', { name: /^确认/ }).isDisabled())

    await page.getByRole('button', { name: /修\s?改/ }).click()
    await page.getByRole('button', { name: '去掉这一步' }).click()
    await choose(page, '添加一步', '合并')
    await choose(page, '要合并的单位', '桥南兵团', '科技城兵团')
    await choose(page, '合并后', '桥南兵团')
    await picked(page, '名称（不填则沿用）').fill('江南科技城兵团')
    await page.getByRole('button', { name: '加入' }).click()
    await page.getByText('桥南兵团、科技城兵团 合并为').waitFor()
    await page.getByRole('button', { name: '保存并预览' }).click()
    const count = page.locator('summary', { hasText: /项目 \d+ 个/ })
    await count.click()
    const told = Number((await count.textContent())?.replace(/\D/g, ''))
    assert.equal(await page.locator('details[open] tbody tr').count(), told)
    assert.equal(told, before.city[1])
    await page.getByRole('button', { name: `确认，${inAMonth} 生效` }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^确认/ }).click()
    await page.getByText('已确认，到日子自动生效。').waitFor()

    await page.getByRole('link', { name: '前一天的组织' }).click()
    await page.getByText(`${addDays(inAMonth, -1)} 的组织`).waitFor()
    await row(page, '科技城兵团').waitFor()
    assert.deepEqual(await numbers(page, '桥南兵团'), before.south)
    await page.getByRole('button', { name: inAMonth }).click()
    await row(page, '江南科技城兵团').waitFor()
    assert.equal(await row(page, '桥南兵团').count(), 0)
    assert.equal((await numbers(page, '江南科技城兵团'))[1], (projects ?? 0) + told)

    // An officer sees what is to come, without a way to change it.
    const officer = await openAs('officer3', { phone: true })
    await officer.goto(`${url}/settings/organisation?on=${inAMonth}`)
    await row(officer, '江南科技城兵团').waitFor()
    await officer.getByText('桥南、科技城两个兵团合并').waitFor()
    assert.equal(await officer.getByRole('button', { name: '拟定调整' }).count(), 0)

    await page.getByRole('link', { name: '桥南、科技城两个兵团合并' }).click()
    await page.getByRole('button', { name: '撤销这次调整' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '撤销这次调整' }).click()
    await page.getByText('已撤销，一切照旧。').waitFor()
    await page.goto(`${url}/settings/organisation?on=${inAMonth}`)
    await row(page, '桥南兵团').waitFor()
    assert.deepEqual(await numbers(page, '桥南兵团'), before.south)
    assert.deepEqual(await numbers(page, '科技城兵团'), before.city)
  })
})
