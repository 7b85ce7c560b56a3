import assert from 'node:assert/strict'
import { callAs } from './caller.ts'
import { journeys } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

const name = '镜湖谐波减速器总部基地'

journeys('A project goes to another corps', ({ claim }) => {
  claim(
    'its commander proposes with shares of exactly 100 %, the other corps sees it now, agrees and names the officer',
    async ({ url, openAs }) => {
      const analyst = await callAs(url, 'analyst')
      const { items } = await analyst.get<{ items: { id: string; name: string }[] }>('/units')
      const corps = items.find((unit) => unit.name === '市北兵团')?.id ?? ''
      const values = { name, corps, stage: 'negotiating', investor: '镜湖精密传动有限公司' }
      const { row } = await analyst.send<{ row: { id: string } }>('POST', '/projects', { values })
      const address = `${url}/projects/${row.id}?tab=cooperation`

      const taker = await openAs('qiaonan')
      await taker.goto(address)
      await taker.getByText('没有这个项目').waitFor()

      const giver = await openAs('shibei')
      await giver.goto(address)
      await giver.getByRole('button', { name: '提出流转或共建' }).click()
      const dialog = giver.getByRole('dialog')
      const choose = async (label: string, option: string) => {
        await dialog.getByLabel(label, { exact: true }).click()
        await giver
          .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
          .getByText(option, { exact: true })
          .click()
      }
      await choose('接收兵团', '桥南兵团')
      await dialog.getByLabel('第 1 个单位的分成（%）').fill('60')
      await dialog.getByLabel('第 2 个单位的分成（%）').fill('39.99')
      await dialog.getByLabel('理由').fill('市北没有连片工业用地')
      await dialog.getByText('合计 99.99%，还差 0.01%').waitFor()
      await dialog.getByRole('button', { name: '提出' }).click()
      await dialog
        .getByRole('alert')
        .filter({ hasText: /99\.99%/ })
        .waitFor()
      await dialog.getByLabel('第 2 个单位的分成（%）').fill('40')
      await dialog.getByText('✓ 合计 100%').waitFor()
      await dialog.getByRole('button', { name: '提出' }).click()
      await dialog.waitFor({ state: 'detached' })
      await giver.getByText(/^✓ .+ 同意/).waitFor()

      await taker.goto(url)
      await taker.getByRole('region', { name: '等您办' }).getByText(name).first().click()
      await taker.getByText('市北兵团 → 桥南兵团').first().waitFor()
      await taker.getByRole('button', { name: '同意' }).click()
      await taker.getByRole('dialog').getByLabel('新的责任人').fill('何承宇')
      await taker.getByRole('dialog').getByRole('button', { name: '同意' }).click()
      await taker.getByRole('dialog').waitFor({ state: 'detached' })
      await taker
        .locator('.zt-agreements li[data-state=done]')
        .filter({ hasText: '市北没有连片工业用地' })
        .waitFor()

      await taker.goto(`${url}/ledger?q=jhxbjsq&columns=name!,corps,officer`)
      await taker.getByText('1 个项目').first().waitFor()
      const line = taker.getByRole('row').filter({ hasText: name })
      assert.match((await line.textContent()) ?? '', /桥南兵团.*何承宇/)
      await taker.goto(`${url}/projects/${row.id}?tab=timeline`)
      await taker.getByText('市北兵团 → 桥南兵团').first().waitFor()

      await taker.goto(address)
      await taker.getByRole('banner').getByRole('button', { name: 'English' }).click()
      await taker.getByText('市北兵团 → 桥南兵团').first().waitFor()
      assert.deepEqual(await chineseWordsOn(taker), [])
    },
  )
})
