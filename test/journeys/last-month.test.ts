import assert from 'node:assert/strict'
import { addDays, monthOf, shanghaiDay } from '../../src/shared/days.ts'
import { journeys } from './journey.ts'
import { ledgerOf } from './ledger.ts'

const endOfLastMonth = addDays(`${monthOf(shanghaiDay(Date.now()))}-01`, -1)
const columns = 'totalInvestment,problem'

journeys('Last month and today', ({ claim }) => {
  claim(
    'last month’s ledger says what it said, and the difference to today says what was done since',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      const ledger = ledgerOf(page)
      await ledger.open(url, '', columns)
      const name = (await ledger.names().first().textContent()) ?? ''
      const before = await (await ledger.cell(name, '存在问题')).textContent()
      const count =
        (await page
          .getByText(/^[\d,]+ 个项目$/)
          .first()
          .textContent()) ?? ''
      await ledger.type(name, '存在问题', '本月新报：用地红线待调整')
      await page.getByRole('button', { name: '新建项目' }).click()
      await page.getByRole('dialog').getByLabel('项目名称').fill('今天才登记的项目')
      await page.getByRole('dialog').getByRole('button', { name: '新建项目' }).click()
      await page.waitForURL(/\/ledger\/[0-9a-f-]{36}/)

      await ledger.open(url, '', columns)
      await page.getByLabel('看哪一天的数据').fill(endOfLastMonth)
      await page
        .getByRole('status')
        .filter({ hasText: `${endOfLastMonth} 当天的数据` })
        .waitFor()
      await page.getByText(count, { exact: true }).first().waitFor()
      assert.equal(await (await ledger.cell(name, '存在问题')).textContent(), before)
      assert.equal(await ledger.row('今天才登记的项目').count(), 0)
      await page.getByRole('button', { name: '回到今天' }).click()
      await ledger.shows(name, '存在问题', '本月新报：用地红线待调整')

      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '变化' }).click()
      await page.getByRole('button', { name: '本月以来' }).click()
      const list = page.locator('.zt-timeline')
      await list.getByText('今天才登记的项目').first().waitFor()
      await list.getByText('本月新报：用地红线待调整').first().waitFor()
      await list.getByText(name).first().waitFor()
    },
  )
})
