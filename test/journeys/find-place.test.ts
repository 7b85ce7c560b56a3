import assert from 'node:assert/strict'
import type { LedgerRow } from '../../src/features/projects/contract.ts'
import { callAs } from './caller.ts'
import { journeys } from './journey.ts'

journeys('A place for a project', ({ claim }) => {
  claim(
    'the best is first with its figures, the second says what it lacks, a weight moves them, a need leaves none and says why',
    async ({ url, openAs }) => {
      const analyst = await callAs(url, 'analyst')
      const { items } = await analyst.get<{ items: LedgerRow[] }>('/ledger?q=有机硅&limit=1')
      const project = items[0]
      if (!project) throw new Error('The sample has no such project.')
      await analyst.send('PATCH', '/ledger', {
        edits: [
          ['landArea', '20000'],
          ['expectedTax', '900'],
          ['expectedOutput', '9000'],
        ].map(([field = '', to]) => ({ projectId: project.id, field, from: project[field] ?? null, to })),
      })
      const page = await openAs('analyst')
      await page.goto(`${url}/projects/${project.id}?tab=land`)
      await page.getByRole('link', { name: '为这个项目找空间' }).click()
      await page.getByText(/看了 \d+ 处空间：\d+ 处可用/).waitFor()
      const places = page.locator('.zt-places > li')
      await places
        .first()
        .getByText(/万元\/亩（900 万元 ÷ [\d.]+ 亩）/)
        .waitFor()
      const orderNow = () => page.locator('.zt-place-name').allInnerTexts()
      const before = await orderNow()

      // Somewhere a place says why it stands after the one before.
      let said = 0
      for (let at = 1; at < 6 && said === 0; at++) {
        await places.nth(at).getByRole('button').click()
        await places.nth(at).getByRole('table').waitFor()
        said = await places
          .nth(at)
          .getByText(new RegExp(`排在第 ${at} 之后：`))
          .count()
      }
      assert.equal(said, 1)

      // Only nearness to the chain counts.
      for (const criterion of ['亩均税收', '亩均产值', '投资强度', '何时可用', '面积合适', '剩余零碎地'])
        await page.getByLabel(`${criterion}的权重`).fill('0')
      await page.getByLabel('面积合适的权重').press('Tab')
      await page.waitForFunction(
        (was) =>
          [...document.querySelectorAll('.zt-place-name')].map((one) => one.textContent).join() !== was,
        before.join(),
      )
      await page.waitForURL(/weights=/)
      await page.getByRole('button', { name: '恢复原来的权重' }).click()
      await page.waitForFunction(
        (was) =>
          [...document.querySelectorAll('.zt-place-name')].map((one) => one.textContent).join() === was,
        before.join(),
      )

      await page.getByLabel('面积（㎡）').fill('9000000')
      await page.getByLabel('最多（㎡）').fill('9000000')
      await page.getByLabel('最少（㎡）').fill('8000000')
      await page.getByRole('button', { name: '保存需求' }).click()
      await page.getByRole('alert').filter({ hasText: '挡在前面的是：最少面积' }).waitFor()
    },
  )
})
