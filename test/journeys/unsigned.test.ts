import assert from 'node:assert/strict'
import { callAs } from './caller.ts'
import { journeys } from './journey.ts'

const secret = {
  name: '玄武湖低空飞行器总装基地',
  investor: '玄武湖航空工业集团有限公司',
  problem: '空域批文未下达',
}
const trace = /玄武湖|飞行器|空域/

journeys('Before it signs', ({ claim }) => {
  claim(
    'an officer finds another corps’ unsigned project by no means, its own commander by all of them',
    async ({ url, openAs }) => {
      const analyst = await callAs(url, 'analyst')
      const { items: units } = await analyst.get<{ items: { id: string; name: string }[] }>('/units')
      const corps = units.find((unit) => unit.name === '桥南兵团')?.id ?? ''
      const values = { ...secret, corps, stage: 'negotiating', totalInvestment: '777777.77' }
      const { row } = await analyst.send<{ row: { id: string } }>('POST', '/projects', { values })
      await analyst.send('POST', `/projects/${row.id}/approvals`, {
        name: '低空飞行器空域批复',
        acceptedOn: '2022-03-01',
      })

      const ways = [
        `/ledger?q=${encodeURIComponent('玄武湖')}`,
        '/ledger?q=xuanwuhu',
        '/ledger?q=xwhdkfxq',
        `/ledger?q=${encodeURIComponent('航空工业')}`,
        `/ledger?where=${encodeURIComponent('[{"field":"problem","op":"contains","value":"空域"}]')}`,
      ]
      const commander = await openAs('qiaonan')
      for (const way of ways) {
        await commander.goto(url + way)
        await commander.getByText('1 个项目').first().waitFor()
        await commander.getByText(secret.name).first().waitFor()
      }

      const officer = await openAs('officer1')
      for (const way of ways) {
        await officer.goto(url + way)
        await officer.getByText('0 个项目').first().waitFor()
      }
      assert.equal(await officer.getByRole('button', { name: '导出 Excel' }).count(), 0)
      await officer.getByRole('banner').getByRole('searchbox').fill('xwhdkfxqzzjd')
      await officer.keyboard.press('Enter')
      await officer.getByText('0 个项目').first().waitFor()

      // Wherever lists, counts and groups stand, nothing of it is written.
      const month = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10)
      for (const [address, landmark] of [
        ['/', '今日'],
        ['/ledger?by=corps&sort=-totalInvestment', '台账'],
        ['/approvals', '审批时限'],
        [`/changes?from=${month}`, '变化'],
      ] as const) {
        await officer.goto(url + address)
        await officer.getByRole('heading', { level: 1, name: landmark }).waitFor()
        await officer.waitForLoadState('networkidle')
        assert.doesNotMatch((await officer.locator('body').textContent()) ?? '', trace, address)
      }
      for (const tab of ['', '?tab=evidence', '?tab=approvals', '?tab=timeline']) {
        await officer.goto(`${url}/projects/${row.id}${tab}`)
        await officer.getByText('没有这个项目').waitFor()
        assert.doesNotMatch((await officer.locator('body').textContent()) ?? '', trace, tab)
      }
      await officer.goto(`${url}/ledger/duplicates`)
      await officer.getByRole('heading', { name: '您没有权限看这里' }).waitFor()
    },
  )
})
