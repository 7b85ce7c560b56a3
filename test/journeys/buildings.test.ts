import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { csv } from '../../src/features/buildings/test-office.ts'
import { addDays, addMonths, shanghaiDay } from '../../src/shared/days.ts'
import { journeys } from './journey.ts'

const today = shanghaiDay(Date.now())
const box = (page: Page, number: string) => page.locator(`.zt-room-box[title^="${number} "]`)

/** As somebody else would, from elsewhere. */
const rename = (page: Page, number: string, next: string) =>
  page.evaluate(
    async ([from, to]) => {
      const building = location.pathname.split('/').at(-1)
      const { items } = await (await fetch(`/api/rooms?buildingId=${building}`)).json()
      const { id, revision } = items.find((one: { number: string }) => one.number === from)
      const body = JSON.stringify({ revision, number: to })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`/api/rooms/${id}`, { method: 'PATCH', headers, body })
      if (!answer.ok) throw new Error(await answer.text())
    },
    [number, next] as const,
  )

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
    'by hand: a building and its rooms are added, split, combined and removed, and the picture says so everywhere',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
      const panel = page.getByRole('complementary')
      await page.goto(`${url}/space/buildings`)
      await press('添加楼宇')
      await panel.getByLabel('名称').fill('手记大楼')
      await panel.getByLabel('类型').selectOption({ label: '标准厂房' })
      await panel.getByLabel(/^经度/).fill('120°')
      await panel.getByText('“120°”读不出度数，写成 120.2694').waitFor()
      await panel.getByLabel('地块编号').fill('没有的地块')
      await panel.getByText('没有这个编号的地块').waitFor()
      assert.ok(await panel.getByRole('button', { name: '添加', exact: true }).isDisabled())
      const parcel = await page.evaluate(
        async () => (await (await fetch('/api/parcels?limit=1')).json()).items[0],
      )
      await panel.getByLabel('地块编号').fill(parcel.number)
      await panel.getByText(/ 亩$/).waitFor()
      await press('添加')
      await page.getByRole('heading', { name: '手记大楼' }).waitFor()
      const facts = page.getByRole('region', { name: '楼宇资料' })
      await facts.getByText(parcel.number).waitFor()

      await facts.getByText('修改资料').click()
      await facts.getByLabel('类型').selectOption({ label: '商务楼宇' })
      assert.equal(await facts.getByLabel(/^经度/).count(), 0, 'its place is its parcel’s')
      await facts.getByLabel('地块编号').fill('')
      await facts.getByLabel(/^经度/).fill('120.2694')
      await facts.getByLabel(/^纬度/).fill('30.1847')
      await facts.getByRole('button', { name: '保存' }).click()
      await facts.locator('dl').getByText('商务楼宇').waitFor()
      await facts.locator('dl').getByText(parcel.number).waitFor({ state: 'detached' })
      await facts.getByText('修改资料').click()
      await facts.getByLabel('地块编号').fill(parcel.number)
      await facts.getByText(/ 亩$/).waitFor()
      await facts.getByRole('button', { name: '保存' }).click()
      await facts.locator('dl').getByText(parcel.number).waitFor()

      await press('添加单元')
      await panel.getByLabel('新楼层').fill('0')
      await panel.getByText('“0”读不出楼层').waitFor()
      await panel.getByLabel('新楼层').fill('三层')
      await panel.getByLabel('房号').fill('301')
      await panel.getByLabel('建筑面积 ㎡').fill('300.5')
      await press('添加')
      await page.locator('.zt-room-box[data-chosen][title^="301 "]').waitFor()
      assert.deepEqual(await page.locator('.zt-stack-level b').allTextContents(), ['3F'])

      const other = await openAs('promoter4')
      await other.goto(page.url())
      await box(other, '301').waitFor()
      assert.equal(await other.getByRole('button', { name: '拆分' }).count(), 0)

      await press('添加单元')
      await box(page, '301').click()
      await press('拆分')
      await panel.getByLabel('第 1 间建筑面积 ㎡').fill('33.33333')
      await panel.getByText('“33.33333”不能作面积').waitFor()
      await panel.getByLabel('第 1 间建筑面积 ㎡').fill('100.2')
      await rename(page, '301', '301甲')
      await panel.getByRole('alert').filter({ hasText: '打开之后又有人改过' }).waitFor()
      assert.equal(await panel.getByLabel('第 1 间建筑面积 ㎡').inputValue(), '100.2')
      await press('剩下的填到第 2 间')
      await press('拆成 2 间')
      await panel.getByRole('alert').filter({ hasText: '刚被他人修改' }).waitFor()
      await box(page, '301甲').waitFor()
      await rename(page, '301甲', '301')
      await box(page, '301').waitFor()
      await panel.getByRole('button', { name: '取消', exact: true }).click()

      await press('拆分')
      await panel.getByLabel('第 1 间建筑面积 ㎡').fill('100.2')
      await panel.getByText('还剩 200.3 ㎡').waitFor()
      assert.ok(await panel.getByRole('button', { name: '拆成 2 间' }).isDisabled())
      await press('剩下的填到第 2 间')
      await panel.getByText('正好').waitFor()
      await press('拆成 2 间')
      await page.locator('.zt-room-box[data-chosen][title^="301-1 "]').waitFor()
      await box(other, '301-1').waitFor()
      const [wide, narrow] = [await box(page, '301-1').boundingBox(), await box(page, '301').boundingBox()]
      assert.ok(wide && narrow)
      assert.ok(Math.abs(wide.width / narrow.width - 200.3 / 100.2) < 0.1, 'each as wide as its part')

      await page.goto(`${url}/space/rooms?q=${encodeURIComponent('手记大楼')}`)
      await page.locator('.zt-parcel-table').getByRole('link', { name: '301', exact: true }).click()
      await press('合并')
      await panel.locator('.zt-combined input:enabled').check()
      await panel.getByText('300.5 ㎡').waitFor()
      await panel.getByLabel('合并后的房号').fill('300')
      await press('合并 2 间')
      await page.getByText('1 间 · 301 ㎡').waitFor()
      await panel.getByText('手记大楼 300', { exact: true }).waitFor()
      await panel.getByRole('link', { name: '在楼里看' }).click()
      await page.locator('.zt-room-box[data-chosen][title^="300 "]').waitFor()
      await box(other, '300').waitFor()
      assert.equal(await other.locator('.zt-room-box').count(), 1)

      await press('删除')
      await panel.getByText('3F 只有这一间').waitFor()
      await press('删除 300')
      await page.getByText('这栋楼还没有单元').waitFor()
      await other.getByText('这栋楼还没有单元').waitFor()
      assert.equal(await panel.count(), 0)

      await other.goto(`${url}/map?building=${page.url().split('/').at(-1)?.split('?')[0]}`)
      await other.getByRole('complementary').getByText('手记大楼').waitFor()
      await press('删除这栋楼')
      await press('删除 手记大楼')
      await page.getByRole('heading', { name: '楼宇', exact: true }).waitFor()
      await other.getByRole('complementary').getByText('没有这栋楼').waitFor()
    },
  )

  claim(
    'on a phone: rooms that are let are neither combined nor removed, and it is said beside the form who has them',
    async ({ url, openAs }) => {
      const page = await openAs('analyst', { phone: true })
      await page.goto(`${url}/space/buildings?q=${encodeURIComponent('旅程大楼')}`)
      await page.getByRole('link', { name: '旅程大楼' }).click()
      await box(page, '102').click()
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
      await press('登记租约')
      await page.getByLabel('承租方').fill('手机租户')
      await press('保存')
      await page.getByText('手机租户').first().waitFor()
      await press('删除')
      await press('删除 102')
      await page.getByRole('alert').filter({ hasText: '“102”（手机租户）现在或以后有租约' }).waitFor()
      const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
      assert.equal(wide, seen, 'nothing sticks out')
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
