import assert from 'node:assert/strict'
import type { Evidence } from '../../src/features/evidence/contract.ts'
import type { LedgerRow } from '../../src/features/projects/contract.ts'
import { type Caller, callAs } from './caller.ts'
import { journeys } from './journey.ts'
import { smallPdf } from './small-papers.ts'

journeys('Land conditions', ({ claim }) => {
  claim(
    'a set made of a published example stops a project by name; what is promised, confirmed and decided lets it in',
    async ({ url, openAs }) => {
      const analyst = await callAs(url, 'analyst')
      const { parcelNo, projectId } = await landed(url, analyst)

      // The example of Wenling is copied, cut to four rules and put upon the parcel.
      const desk = await openAs('analyst')
      await desk.goto(`${url}/settings/land-conditions`)
      await desk.getByRole('button', { name: /温岭 2021 · 电气机械 C38/ }).click()
      const editor = desk.getByRole('region', { name: /温岭 2021/ })
      await editor.getByRole('listitem').nth(7).waitFor()
      for (let left = 8; left > 3; left--)
        await editor
          .getByRole('button', { name: '去掉这条' })
          .nth(left - 1)
          .click()
      await editor.getByLabel('加一条…').click()
      await desk.getByTitle('文字条件').click()
      await editor.getByLabel('文字条件').fill('履约保证金已到账')
      await editor.getByLabel('名称').fill('本地块标准地条件')
      await editor.getByLabel('用于地块').click()
      await editor.getByLabel('用于地块').fill(parcelNo)
      await desk
        .getByTitle(new RegExp(parcelNo.replace(/[〔〕]/g, '.')))
        .first()
        .click()
      await desk.keyboard.press('Escape')
      await editor.getByRole('button', { name: '保存为本区条件' }).click()
      await desk.getByText('“本地块标准地条件”已保存。').waitFor()
      await desk.getByRole('button', { name: /本地块标准地条件.*4 条.*1 个地块/ }).waitFor()

      // The door says how many before anybody asks, and leads to them.
      const page = await openAs('director')
      await page.goto(`${url}/projects/${projectId}?tab=evidence`)
      await page.getByRole('link', { name: /4 条没有满足/ }).click()
      const table = page.getByRole('region', { name: '供地条件' })
      const line = (name: string) => table.getByRole('row', { name: new RegExp(name) })
      await line('固定资产投资强度').getByText('不满足').waitFor()
      await line('亩均增加值').getByText('待补').waitFor()
      const enter = { from: 'landed', to: 'landSupplied' }
      await assert.rejects(
        analyst.send('POST', `/projects/${projectId}/stage`, enter),
        ({ message }: Error) =>
          ['409', '产业准入', '固定资产投资强度', '亩均增加值', '履约保证金已到账'].every((one) =>
            message.includes(one),
          ),
      )

      await line('亩均增加值').getByRole('button', { name: '登记承诺…' }).click()
      await page.getByLabel('承诺值').fill('150')
      await page.getByLabel('出处').fill('投资协议第 5 条')
      await page.getByRole('button', { name: '登记', exact: true }).click()
      await line('亩均增加值').getByText('+19.1').waitFor()
      await line('履约保证金已到账').getByRole('button', { name: '确认…' }).click()
      await page.getByLabel('满足', { exact: true }).check()
      await page.getByRole('button', { name: '登记确认' }).click()
      await line('履约保证金已到账').getByText('✓').waitFor()
      for (const name of ['产业准入', '固定资产投资强度']) {
        await line(name).getByRole('button', { name: '豁免…' }).click()
        await page.getByLabel('理由').fill('一事一议，党工委会第 7 次会议')
        await page.getByLabel('依据材料').click()
        await page.getByTitle(/上会纪要/).click()
        await page.getByRole('button', { name: '决定豁免' }).click()
        await line(name).getByText('已豁免').waitFor()
      }
      await table.getByText('全部满足').waitFor()
      await page.getByRole('button', { name: '进入“供地”' }).click()
      await page.getByText('已进入“供地”。').waitFor()
    },
  )
})

/** A project of 3,000 万元 on a parcel of the sample, landed with its evidence, and a paper to decide upon. */
async function landed(url: string, analyst: Caller) {
  const { items: parcels } = await analyst.get<{ items: { number: string | null; areaM2: string }[] }>(
    '/parcels?limit=200',
  )
  const parcelNo = parcels.find(({ number, areaM2 }) => number && Number(areaM2) > 20_000)?.number ?? ''
  const { items } = await analyst.get<{ items: LedgerRow[] }>(
    `/ledger?limit=200&where=${encodeURIComponent(JSON.stringify([{ field: 'stage', op: 'is', value: ['landed'] }]))}`,
  )
  const projectId = items[0]?.id ?? ''
  const before = items[0] ?? ({} as LedgerRow)
  const edits = [
    { field: 'parcelNo', to: parcelNo },
    { field: 'landArea', to: '20000' },
    { field: 'fixedAssetInvestment', to: '3000' },
    { field: 'industryCode', to: '3429' },
    { field: 'landAwarded.actual', to: '2022-03-01' },
    { field: 'landSupplied.actual', to: '2022-03-10' },
  ].map(({ field, to }) => ({ projectId, field, from: before[field] ?? null, to }))
  await analyst.send('PATCH', '/ledger', { edits })
  for (const [milestone, kind] of [
    ['landAwarded', 'landDeal'],
    ['landSupplied', 'landContract'],
    ['landSupplied', 'decision'],
  ] as const)
    await analyst.upload(`/projects/${projectId}/papers`, `${kind}.pdf`, smallPdf(kind), { milestone, kind })
  const director = await callAs(url, 'director')
  const { papers } = await director.get<Evidence>(`/projects/${projectId}/evidence`)
  for (const [milestone, actual] of [
    ['landAwarded', '2022-03-01'],
    ['landSupplied', '2022-03-10'],
  ] as const) {
    const paperIds = papers.filter((paper) => paper.milestone === milestone).map(({ id }) => id)
    const path = `/projects/${projectId}/milestones/${milestone}/verification`
    await director.send('POST', path, { actual, paperIds })
  }
  return { parcelNo, projectId }
}
