import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Merge } from '../../src/features/duplicates/contract.ts'
import { type Caller, callAs } from './caller.ts'
import { journeys } from './journey.ts'
import { ledgerOf } from './ledger.ts'
import { smallPdf } from './small-papers.ts'

const older = '星澜湾储能变流器项目'
const newer = '星澜湾储能变流器建设项目'

journeys('Projects there twice', ({ claim }) => {
  claim(
    'two doubles are found, compared, merged field by field, looked up as one, and taken apart as they were',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      const analyst = await callAs(url, 'analyst')
      const ids = {
        older: await addProject(page, url, older, '杭州星澜湾电力电子有限公司', '5.2'),
        newer: await addProject(page, url, newer, '杭州星澜湾电力电子有限公司', '5.5'),
      }
      await furnish(analyst, ids)
      const before = {
        older: await answersOf(analyst, ids.older),
        newer: await answersOf(analyst, ids.newer),
      }

      await page.goto(`${url}/ledger`)
      await page.getByRole('button', { name: '查重' }).click()
      await page.getByPlaceholder('按项目名称查找').fill('星澜湾')
      await page.keyboard.press('Enter')
      const pair = page.getByRole('row').filter({ hasText: newer })
      await pair.getByText('投资方相同').waitFor()
      assert.equal(await page.locator('.zt-pairs tbody tr').count(), 1)
      await pair.getByRole('link', { name: '核对' }).click()

      // Name, total, the started month and the problem differ; the rest is filled up by itself.
      await page.getByText('两边不同，请选择：4 处').waitFor()
      await page.getByText(/只有一边填了，会补全：\d+ 处/).waitFor()
      await page.locator('.zt-side-head').filter({ hasText: older }).getByText('保留这个').click()
      await take(page, '总投资', 1)
      await take(page, '存在问题', 1)
      await page.getByText(`“${newer}”并入“${older}”`).waitFor()
      await page.getByRole('button', { name: '合并为一个项目' }).click()
      await page.getByText(`已合并到“${older}”。可在“已合并”中撤销。`).waitFor()
      await pair.waitFor({ state: 'detached' })

      const ledger = ledgerOf(page)
      for (const q of [newer, 'xinglanwan', 'xlwcnblq']) {
        await ledger.open(url, q, 'totalInvestment,problem')
        await page.getByText('1 个项目').first().waitFor()
        await ledger.shows(older, '总投资', '5.50')
        await ledger.shows(older, '存在问题', '接入系统批复未到')
      }
      await page.goto(`${url}/projects/${ids.newer}`)
      await page.getByText('没有这个项目').waitFor()
      await page.goto(`${url}/projects/${ids.older}?tab=evidence`)
      await page.getByRole('link', { name: '对接记录.pdf' }).waitFor()

      await page.goto(`${url}/ledger/duplicates/merged`)
      await page.getByRole('row').filter({ hasText: newer }).getByRole('button', { name: '撤销合并' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText('合并之后没有人改过这些内容，可以整份撤销。').waitFor()
      await dialog.getByRole('button', { name: '撤销合并' }).click()
      await page.getByText(/孔见微 .* 撤销/).waitFor()
      const { items } = await analyst.get<{ items: Merge[] }>('/merges')
      assert.equal(items.find((merge) => merge.keptId === ids.older)?.undoneBy, '孔见微')

      assert.deepEqual(await answersOf(analyst, ids.older), before.older)
      assert.deepEqual(await answersOf(analyst, ids.newer), before.newer)
      await ledger.open(url, 'xinglanwan', 'totalInvestment')
      await page.getByText('2 个项目').first().waitFor()
      await ledger.shows(older, '总投资', '5.20')
      await ledger.shows(newer, '总投资', '5.50')
      await page.goto(`${url}/ledger/duplicates?q=${encodeURIComponent('星澜湾')}`)
      await pair.waitFor()
    },
  )
})

async function addProject(page: Page, url: string, name: string, investor: string, total: string) {
  await page.goto(`${url}/ledger`)
  await page.getByRole('button', { name: '新建项目' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('项目名称').fill(name)
  await dialog.getByLabel('投资方').fill(investor)
  await dialog.getByLabel('总投资').fill(total)
  await dialog.getByRole('button', { name: '新建项目' }).click()
  await page.waitForURL(/\/ledger\/[0-9a-f-]{36}/)
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
}

/** What people wrote into the one and into the other: dates, a month, a paper, an approval, a guest. */
async function furnish(analyst: Caller, ids: { older: string; newer: string }) {
  const write = (projectId: string, values: Record<string, string>) =>
    analyst.send('PATCH', '/ledger', {
      edits: Object.entries(values).map(([field, to]) => ({ projectId, field, from: null, to })),
      period: '2022-02',
    })
  await write(ids.older, { 'started.plan': '2022-06', problem: '用地未落实', officer: '何承宇' })
  await write(ids.newer, {
    'started.plan': '2022-Q3',
    'engaged.actual': '2022-02-18',
    problem: '接入系统批复未到',
    nextStep: '报批接入系统',
    code: '2202-330109-04-01-246802',
  })
  await analyst.upload(`/projects/${ids.newer}/papers`, '对接记录.pdf', smallPdf('contact'), {
    milestone: 'engaged',
    kind: 'contactRecord',
  })
  await analyst.send('POST', `/projects/${ids.newer}/approvals`, {
    name: '接入系统批复',
    authority: '供电公司',
    acceptedOn: '2022-02-21',
  })
}

/** All that the product answers of one project, but for the count of writes. */
const answersOf = (analyst: Caller, id: string) =>
  Promise.all(
    ['', '/evidence', '/approvals', '/guests'].map(async (rest) => {
      const answer = await analyst.get<unknown>(`/projects/${id}${rest}`)
      return JSON.parse(JSON.stringify(answer), (key, value) => (key === 'revision' ? undefined : value))
    }),
  )

/** Chooses the older's (0) or the newer's (1) value of a field in which they differ. */
async function take(page: Page, field: string, side: 0 | 1) {
  const row = page.locator('.zt-facts tr').filter({ has: page.getByRole('rowheader', { name: field }) })
  const button = row.locator('button.zt-fact').nth(side)
  await button.click()
  assert.equal(await button.getAttribute('aria-pressed'), 'true')
}
