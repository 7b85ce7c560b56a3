import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { csv } from '../../src/features/buildings/test-office.ts'
import { addDays, addMonths, shanghaiDay } from '../../src/shared/days.ts'
import { journeys } from './journey.ts'

const today = shanghaiDay(Date.now())
const box = (page: Page, number: string) => page.locator(`.zt-room-box[title^="${number} "]`)

journeys('Buildings', ({ claim }) => {
  claim(
    'a property office’s table becomes a picture of floors; a lease ends, and picture and list say so',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      await page.goto(`${url}/space/building-imports`)
      const bytes = csv([
        ['旅程大楼', 'B1', 'B101', 300, '自用', null, null, null, null],
        [
          '旅程大楼',
          1,
          '101',
          400,
          '已租',
          '旅程科技有限公司',
          addMonths(today, -10),
          addMonths(today, 2),
          45,
        ],
        [null, null, '102', 100, '空置', null, null, null, null],
        [null, 2, '201', '约200', '空置', null, null, null, null],
        ['合计', null, null, 800, null, null, null, null, null],
      ])
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '旅程大楼单元表.csv', mimeType: 'text/csv', buffer: bytes })
      await page.getByText('面积“约200”读不出来').waitFor()
      await page.getByText('D5', { exact: true }).waitFor()
      await page.getByRole('button', { name: '导入 3 行' }).click()
      await page.getByText('已导入 3 行').waitFor()

      await page.goto(`${url}/space/buildings?q=${encodeURIComponent('旅程大楼')}`)
      const line = page.locator('.zt-building-table tbody tr')
      await line.getByRole('link', { name: '100', exact: true }).waitFor()
      await line.getByText('12.5').waitFor()
      await line.getByRole('link', { name: '旅程大楼' }).click()
      await page.getByRole('heading', { name: '旅程大楼' }).waitFor()
      const levels = await page.locator('.zt-stack-level b, .zt-stack-ground span').allTextContents()
      assert.deepEqual(levels, ['1F', '地面', 'B1'])
      const [wide, narrow] = [await box(page, '101').boundingBox(), await box(page, '102').boundingBox()]
      assert.ok(wide && narrow)
      assert.ok(Math.abs(wide.width / narrow.width - 4) < 0.1, 'as wide as its share of the floor')
      assert.equal(await box(page, '101').getAttribute('data-state'), 'leased')
      await box(page, '101').getByText('3 个月内').waitFor()

      const other = await openAs('promoter4')
      await other.goto(`${url}/space/rooms?q=${encodeURIComponent('旅程大楼')}&state=vacant`)
      await other.getByText('1 间 · 100 ㎡').waitFor()

      await box(page, '101').click()
      await page.getByRole('complementary').getByText('旅程科技有限公司').waitFor()
      await page.getByRole('button', { name: '今天腾出' }).click()
      await page.locator('.zt-room-box[data-state=vacant][title^="101 "]').waitFor()
      await page.locator('.zt-stack-legend').getByText('2 间 500 ㎡').waitFor()
      await page
        .getByRole('complementary')
        .getByText(`至 ${addDays(today, -1)}`)
        .waitFor()
      await other.getByText('2 间 · 500 ㎡').waitFor()
      assert.equal(await other.getByRole('button', { name: '登记租约' }).count(), 0)

      await page.locator('.zt-stack-legend').getByRole('link', { name: '2 间 500 ㎡' }).click()
      await page.getByText('2 间 · 500 ㎡').waitFor()
    },
  )

  claim(
    'two leases of one room on one day are refused where they are entered, with who has it',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      await page.goto(`${url}/space/rooms?q=${encodeURIComponent('数字总部基地')}&state=leased`)
      await page.locator('.zt-parcel-table tbody a').first().click()
      await page.getByRole('button', { name: '登记租约' }).click()
      await page.getByLabel('承租方').fill('另一家')
      await page.getByLabel('起租日').fill(today)
      await page.getByRole('button', { name: '保存' }).first().click()
      await page.getByRole('alert').filter({ hasText: '同一天不能有两份' }).waitFor()
    },
  )
})
