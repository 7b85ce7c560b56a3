import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

const firstProject = async (page: Page, url: string, corps: string) => {
  const units = (await (await page.request.get(`${url}/api/units`)).json()) as {
    items: { id: string; name: string }[]
  }
  const corpsId = units.items.find(({ name }) => name.startsWith(corps))?.id ?? ''
  const where = JSON.stringify([
    { field: 'corps', op: 'is', value: [corpsId] },
    { field: 'standing', op: 'is', value: ['ongoing'] },
  ])
  const rows = (await (
    await page.request.get(`${url}/api/ledger?where=${encodeURIComponent(where)}&limit=1`)
  ).json()) as {
    items: { id: string }[]
  }
  return rows.items[0]?.id ?? ''
}

journeys('Approvals', ({ claim }) => {
  claim(
    'an officer takes a chain, starts a clock, stops it for the owner, and finds it among those due',
    async ({ openAs, url }) => {
      const page = await openAs('officer1')
      const id = await firstProject(page, url, '市北')
      await page.goto(`${url}/projects/${id}?tab=approvals`)
      await page.getByRole('button', { name: '采用“一般企业投资项目 90 天”' }).click()
      const filing = page.locator('.zt-approval').filter({ hasText: '项目备案' })
      await filing.getByRole('button', { name: '受理', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('受理日期').fill('2022-03-01')
      await dialog.getByRole('button', { name: '受理', exact: true }).click()
      await filing.getByText('办理中').or(filing.getByText('超期')).first().waitFor()
      await page
        .locator('.zt-part')
        .first()
        .getByText(/超期 \d+ 天/)
        .waitFor()

      await filing.getByRole('button', { name: '停钟' }).click()
      await dialog.getByLabel('原因').fill('待业主补正环评材料')
      await dialog.getByLabel('停钟日期').fill('2022-02-28')
      await dialog.getByRole('button', { name: '停钟', exact: true }).click()
      await dialog.getByText('停钟日期 2022-02-28 早于受理日期 2022-03-01。').waitFor()
      await dialog.getByLabel('停钟日期').fill('2022-03-03')
      await dialog.getByRole('button', { name: '停钟', exact: true }).click()
      await filing.getByText('已用 2 个工作日').waitFor()
      await filing.getByText(/2022-03-03 起停钟/).waitFor()
      await filing.getByText('待业主补正环评材料').waitFor()

      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '审批时限' }).click()
      await page.getByRole('link', { name: /市北兵团.*停钟：1 项/ }).click()
      await page
        .getByRole('row', { name: /待业主补正环评材料/ })
        .getByRole('link')
        .click()

      await filing.getByRole('button', { name: '恢复计时' }).click()
      await dialog.getByLabel('恢复日期').fill('2022-03-10')
      await dialog.getByRole('button', { name: '恢复计时', exact: true }).click()
      await filing.getByText('2022-03-03 至 2022-03-10 停钟 5 个工作日').waitFor()
      await filing.getByRole('button', { name: '办结' }).click()
      await dialog.getByLabel('办结日期').fill('2022-03-15')
      await dialog.getByLabel('证照或文号').fill('2203-330109-04-01-123456')
      await dialog.getByRole('button', { name: '办结', exact: true }).click()
      await filing.getByText('已批准').waitFor()
      await filing.getByText('已用 5 个工作日').waitFor()

      await page.getByRole('button', { name: 'English' }).click()
      await page.getByText('Project filing (code given)').waitFor()
      assert.deepEqual(await chineseWordsOn(page), [])
    },
  )

  claim(
    'another corps reads the clock and has no button; the phone shows the same',
    async ({ openAs, url }) => {
      const officer = await openAs('officer1')
      const id = await firstProject(officer, url, '市北')
      await officer.request.put(`${url}/api/projects/${id}/approvals/chain`, {
        data: { chain: 'ordinary90' },
      })
      const other = await openAs('qiaonan', { phone: true })
      await other.goto(`${url}/projects/${id}?tab=approvals`)
      await other.getByText('建筑工程施工许可证').waitFor()
      assert.equal(await other.locator('.zt-approval button').count(), 0)
      const [wide, screen] = await other.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      )
      assert.ok(wide <= screen, `${wide} px on ${screen}`)
    },
  )
})
