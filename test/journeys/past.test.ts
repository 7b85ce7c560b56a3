import assert from 'node:assert/strict'
import { journeys } from './journey.ts'

journeys('Looking back', ({ claim }) => {
  claim(
    'a day of the past is chosen, shown beyond mistake, goes along, and cannot be changed',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      const countOf = async () =>
        Number.parseInt(
          (await page
            .getByText(/^\d+ 个项目$/)
            .first()
            .textContent()) ?? '',
          10,
        )
      await page.goto(`${url}/ledger`)
      const now = await countOf()
      await page.getByRole('button', { name: '新建项目' }).waitFor()

      await page.getByLabel('看哪一天的数据').fill('2021-12-31')
      const bar = page.getByRole('status').filter({ hasText: '2021-12-31 当天的数据' })
      await bar.waitFor()
      await page.getByText('377 个项目').first().waitFor()
      assert.ok(now > 377)
      assert.equal(await page.getByRole('button', { name: '新建项目' }).count(), 0)

      // The day goes along to the next page, and an export is of that day.
      await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '今日' }).click()
      await page.getByRole('heading', { level: 1, name: '当日' }).waitFor()
      await bar.waitFor()
      assert.match(page.url(), /asOf=2021-12-31/)

      await page.getByRole('button', { name: '回到今天' }).click()
      await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
      assert.equal(await bar.count(), 0)
    },
  )

  claim(
    'what changed in a month: the figures agree, and each count opens its projects',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      await page.goto(`${url}/changes?from=2021-12-31&to=2022-01-31`)
      await page.getByText('项目 377 → 395 个').waitFor()
      const added = page.locator('.zt-changes-table tfoot button').first()
      assert.equal(await added.textContent(), '18')
      await added.click()
      await page.getByRole('heading', { level: 2, name: /^新增 18/ }).waitFor()
      assert.equal(await page.locator('.zt-timeline > li').count(), 18)
    },
  )

  claim('an officer finds nothing of another corps’ unsigned project', async ({ url, openAs }) => {
    const analyst = await openAs('analyst')
    const answer = await analyst.request.get(
      `${url}/api/ledger?limit=1&where=${encodeURIComponent('[{"field":"stage","op":"is","value":["lead"]}]')}&sort=-corps`,
    )
    const [secret] = ((await answer.json()) as { items: { id: string; name: string }[] }).items
    assert.ok(secret)
    const officer = await openAs('officer1')
    await officer.goto(`${url}/ledger?q=${encodeURIComponent(secret.name)}`)
    await officer.getByText('0 个项目').first().waitFor()
    await officer.goto(`${url}/projects/${secret.id}`)
    await officer
      .getByText(/没有|找不到/)
      .first()
      .waitFor()
    assert.equal(await officer.getByText(secret.name).count(), 0)
  })
})
