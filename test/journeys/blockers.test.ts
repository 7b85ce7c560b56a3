import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { journeys } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

/** A project of 市北兵团 that says what stands in its way. */
async function projectWithProblem(page: Page, url: string) {
  const get = async <T>(path: string) => (await (await page.request.get(`${url}/api${path}`)).json()) as T
  const units = await get<{ items: { id: string; name: string }[] }>('/units')
  const corpsId = units.items.find(({ name }) => name.startsWith('市北'))?.id ?? ''
  const where = JSON.stringify([
    { field: 'corps', op: 'is', value: [corpsId] },
    { field: 'standing', op: 'is', value: ['ongoing'] },
    { field: 'problem', op: 'filled' },
  ])
  const { items } = await get<{ items: { id: string; problem: string }[] }>(
    `/ledger?where=${encodeURIComponent(where)}&limit=1`,
  )
  assert.ok(items[0])
  return items[0]
}

const act = async (page: Page, button: string, text: string) => {
  await page.locator('.zt-blocker-acts').getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(text)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'hidden' })
}

journeys('Blockers', ({ claim }) => {
  claim(
    'an officer makes a blocker of the month’s problem; it climbs to the joint meeting, each finds it at home, and it is solved',
    async ({ openAs, url }) => {
      const officer = await openAs('officer1')
      const { id, problem } = await projectWithProblem(officer, url)
      await officer.goto(`${url}/projects/${id}?tab=blockers`)
      await officer.getByRole('button', { name: '把“存在问题”转为卡点' }).click()
      const dialog = officer.getByRole('dialog')
      const title = await dialog.getByLabel('卡在哪里').inputValue()
      assert.ok(problem.startsWith(title), problem)
      await dialog.getByRole('button', { name: '提出卡点' }).click()
      await dialog.getByText('请填写类别').waitFor()
      await dialog.getByRole('combobox', { name: '类别' }).click()
      await officer.locator('.ant-select-item-option').getByText('用地', { exact: true }).click()
      await dialog.getByRole('button', { name: '提出卡点' }).click()
      await officer.locator('.zt-blocker').getByText('在项目管家一级提出').waitFor()
      assert.equal(await officer.getByRole('button', { name: '把“存在问题”转为卡点' }).count(), 0)
      await act(officer, '上移到兵团', '兵团统一向资规分局要指标')
      await officer.locator('.zt-blocker').getByText('从项目管家上移到兵团').waitFor()
      assert.equal(await officer.getByRole('button', { name: /^上移到/ }).count(), 0)
      await officer.locator('.zt-blocker-line').getByText(title).waitFor()

      const commander = await openAs('shibei')
      await commander
        .locator('section', { hasText: '上到兵团的卡点' })
        .getByRole('link', { name: title })
        .click()
      await act(commander, '上移到开发区', '兵团内没有指标可调')

      const director = await openAs('director')
      await director
        .locator('section', { hasText: '上到开发区的卡点' })
        .getByRole('link', { name: '全部 1 个' })
        .click()
      await director.getByRole('link', { name: /市北兵团，开发区：1 个/ }).waitFor()
      await director
        .getByRole('row', { name: new RegExp(title) })
        .getByRole('link')
        .click()
      await act(director, '上移到联席协调', '请市资规局上联席会')
      await act(director, '解决', '市里调剂指标 3 亩')
      await director.getByText('已关闭的 1 个').waitFor()
      await director.locator('.zt-blocker-history summary').click()
      await director.getByText('市里调剂指标 3 亩').waitFor()
      for (const said of ['兵团内没有指标可调', '请市资规局上联席会'])
        await director.locator('.zt-blocker-history').getByText(said).waitFor()

      await director.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '卡点' }).click()
      await director.getByRole('button', { name: '已解决' }).click()
      await director.getByRole('row', { name: new RegExp(title) }).waitFor()
      await director.getByRole('button', { name: 'English' }).click()
      await director.getByText('All corps').first().waitFor()
      assert.deepEqual(await chineseWordsOn(director), [])
    },
  )

  claim(
    'of two windows the second is told what the first did, and what was typed stays',
    async ({ openAs, url }) => {
      const first = await openAs('officer1')
      const { id } = await projectWithProblem(first, url)
      const raised = await first.request.post(`${url}/api/projects/${id}/blockers`, {
        data: { title: '管线迁改方案未定', kind: 'technical' },
      })
      assert.equal(raised.status(), 201)
      const second = await openAs('shibei')
      for (const page of [first, second]) await page.goto(`${url}/projects/${id}?tab=blockers`)
      const own = (page: Page) => page.locator('.zt-blocker').filter({ hasText: '管线迁改方案未定' })
      await own(second).getByRole('button', { name: '解决' }).click()
      const dialog = second.getByRole('dialog')
      await dialog.getByRole('textbox').fill('已改线')
      await own(first).getByRole('button', { name: '上移到兵团' }).click()
      await first.getByRole('dialog').getByRole('textbox').fill('要兵团出面')
      await first.getByRole('dialog').getByRole('button', { name: '上移到兵团' }).click()
      await own(first).getByText('要兵团出面').waitFor()
      await dialog.getByRole('button', { name: '解决' }).click()
      await dialog.getByText(/刚刚把它上移到兵团：“要兵团出面”/).waitFor()
      assert.equal(await dialog.getByRole('textbox').inputValue(), '已改线')
      await dialog.getByRole('button', { name: '解决' }).click()
      await second.getByText('已关闭的').waitFor()
    },
  )

  claim('another corps reads and has no button; the phone shows the same', async ({ openAs, url }) => {
    const officer = await openAs('officer1')
    const { id } = await projectWithProblem(officer, url)
    const title = '供电增容未批'
    await officer.request.post(`${url}/api/projects/${id}/blockers`, { data: { title, kind: 'energy' } })
    const other = await openAs('qiaonan', { phone: true })
    const fits = async () => {
      const [wide, screen] = await other.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      )
      assert.ok(wide <= screen, `${wide} px on ${screen}`)
    }
    await other.goto(`${url}/projects/${id}?tab=blockers`)
    await other.locator('.zt-blocker h3').getByText(title).waitFor()
    assert.equal(await other.locator('.zt-blocker button').count(), 0)
    await fits()
    await other.goto(`${url}/blockers`)
    await other.getByRole('link', { name: new RegExp(title) }).waitFor()
    await fits()
  })
})
