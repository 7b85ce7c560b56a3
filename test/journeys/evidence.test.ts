import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import type { Evidence } from '../../src/features/evidence/contract.ts'
import { stages } from '../../src/features/projects/stages.ts'
import { addDays, shanghaiDay } from '../../src/shared/days.ts'
import { type Caller, callAs } from './caller.ts'
import { journeys } from './journey.ts'
import { smallPdf, smallPng, smallXlsx } from './small-papers.ts'
import { chineseWordsOn } from './words-on-screen.ts'

journeys('Evidence before stage', ({ claim }) => {
  claim(
    'a project from lead to contract review: refused for a date to come, a missing paper and its own author',
    async ({ url, openAs }) => {
      const page = await openAs('officer1')
      const projectId = await addProject(page, url, '云栖湾光子芯片中试线')
      const evidence = evidenceTabOf(page)
      await page.goto(`${url}/projects/${projectId}?tab=evidence`)

      // The first stage: a date to come is refused with its reason and kept for correcting.
      await evidence.door('“线索”还缺佐证').getByText('还缺 1 项').waitFor()
      const tomorrow = addDays(shanghaiDay(Date.now()), 1)
      await evidence.date('线索', tomorrow)
      await evidence
        .milestone('线索')
        .getByRole('alert')
        .filter({ hasText: '还没有到，不能填为实际日期' })
        .waitFor()
      assert.ok(await page.getByRole('button', { name: '确认“线索”有佐证' }).isDisabled())
      await evidence.date('线索', '2022-03-01')
      await page.getByRole('button', { name: '确认“线索”有佐证' }).click()
      await page.getByText('“线索”已确认有佐证。').waitFor()

      // Contact made: what is missing is said before anybody asks.
      const enter = page.getByRole('button', { name: '进入“对接”' })
      await evidence.door('进入“对接”需要').getByText('还缺 2 项').waitFor()
      assert.ok(await enter.isDisabled())
      await evidence.date('对接', '2022-03-08')
      await evidence.door('进入“对接”需要').getByText('还缺 1 项').waitFor()
      await evidence.file('对接', '对接记录.pdf', smallPdf('first contact'))
      await evidence.door('进入“对接”需要').getByText('佐证齐全').waitFor()

      // The paper goes while this window is open: the button refuses, and says why.
      const officer = await callAs(url, 'officer1')
      const [paper] = (await officer.get<Evidence>(`/projects/${projectId}/evidence`)).papers
      await officer.send('DELETE', `/projects/${projectId}/papers/${paper?.id}`)
      await enter.click()
      await page.getByText(/还不能进入“对接”，缺：“对接”的佐证材料：对接记录。/).waitFor()
      await evidence.file('对接', '现场对接.png', smallPng())
      await enter.click()
      await page.getByText('已进入“对接”。').waitFor()

      await bring(officer, projectId, 'negotiating')
      await bring(officer, projectId, 'underReview')
      await enterBy(officer, projectId, 'engaged', 'negotiating')

      // Who wrote the date cannot vouch for it; the commander looks at date and papers, and does.
      await page.reload()
      await evidence.milestone('评审').getByText('“评审”的日期是您填写的，须由他人核验。').waitFor()
      assert.equal(
        await evidence
          .milestone('评审')
          .getByRole('button', { name: /核验无误/ })
          .count(),
        0,
      )
      assert.ok(await page.getByRole('button', { name: '进入“评审”' }).isDisabled())
      const other = await openAs('shibei')
      await other.goto(`${url}/projects/${projectId}?tab=evidence`)
      await other.getByRole('link', { name: 'jointReview.pdf' }).waitFor()
      await other.getByRole('button', { name: '核验无误 评审' }).click()
      await other.getByText('已核验“评审”。').waitFor()
      await other.getByText(/✓ 顾思齐 .* 核验/).waitFor()
      await page.reload()
      await page.getByRole('button', { name: '进入“评审”' }).click()
      await page.getByText('已进入“评审”。').waitFor()

      const commander = await callAs(url, 'shibei')
      for (const [at, stage] of stages.entries()) {
        if (at <= stages.indexOf('underReview')) continue
        for (const milestone of await bring(officer, projectId, stage))
          await verify(commander, projectId, milestone)
        if (stage !== 'contractReview') await enterBy(officer, projectId, stages[at - 1] ?? 'lead', stage)
      }
      await page.reload()
      await page.getByRole('button', { name: '进入“履约评价”' }).click()
      await page.getByText('已到最后一个阶段').first().waitFor()
      const rail = page.getByRole('list', { name: '阶段' })
      await rail.locator('[aria-current=step]', { hasText: '履约评价' }).waitFor()
      assert.equal(await rail.locator('[data-unproven]').count(), 0)
      const entries = page.getByRole('region', { name: '阶段经过' }).getByRole('listitem')
      assert.equal(await entries.count(), stages.length)
      assert.equal(await entries.filter({ hasText: '✓ 有佐证' }).count(), stages.length)

      await page.getByRole('button', { name: 'English' }).click()
      await page.reload()
      await page.getByText('The last stage is reached').first().waitFor()
      assert.deepEqual(await chineseWordsOn(page), [])
    },
  )
})

/** By the ledger's own button; the corps is the person's. */
async function addProject(page: Page, url: string, name: string): Promise<string> {
  await page.goto(`${url}/ledger`)
  await page.getByRole('button', { name: '新建项目' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('项目名称').fill(name)
  await dialog.getByLabel('总投资').fill('5.2')
  await dialog.getByText('市北兵团').waitFor()
  await dialog.getByRole('button', { name: '新建项目' }).click()
  await page.waitForURL(/\/ledger\/[0-9a-f-]{36}/)
  return /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? ''
}

/** The evidence of a project by what a person reads and presses. */
function evidenceTabOf(page: Page) {
  const milestone = (word: string) =>
    page.locator('.zt-evidence > li').filter({ has: page.getByRole('heading', { name: word, exact: true }) })
  return {
    milestone,
    door: (words: string) => page.getByRole('region', { name: words }),
    date: async (word: string, day: string) => {
      const place = milestone(word)
      const input = place.getByRole('textbox')
      if (!(await input.isVisible())) await place.getByRole('button', { name: /^.*修改“/ }).click()
      await input.fill(day)
      await input.press('Enter')
    },
    file: async (word: string, name: string, content: Buffer) => {
      await milestone(word).getByRole('button', { name: '上传材料' }).click()
      const dialog = page.getByRole('dialog')
      const mimeType = name.endsWith('.png') ? 'image/png' : 'application/pdf'
      await dialog.getByLabel('选择文件').setInputFiles({ name, mimeType, buffer: content })
      await dialog.getByRole('button', { name: `上传“${name}”` }).click()
      await page.getByText(`已上传“${name}”。`).waitFor()
    },
  }
}

/** Dates and papers that a stage asks for, over the API; returns its milestones. */
async function bring(officer: Caller, projectId: string, stage: string): Promise<string[]> {
  const { stages: states } = await officer.get<Evidence>(`/projects/${projectId}/evidence`)
  const needs = states.find((state) => state.stage === stage)?.needs ?? []
  const undated = [...new Set(needs.filter((need) => need.actual === null).map((need) => need.milestone))]
  await officer.send('PATCH', '/ledger', {
    edits: undated.map((one) => ({ projectId, field: `${one}.actual`, from: null, to: '2022-03-15' })),
  })
  for (const [at, { milestone, papers, hasPaper }] of needs.entries()) {
    const [kind] = papers
    if (!kind || hasPaper) continue
    const [extension, content] = [
      ['pdf', smallPdf(kind)],
      ['png', smallPng()],
      ['xlsx', await smallXlsx(kind)],
    ][at % 3] as [string, Buffer]
    await officer.upload(`/projects/${projectId}/papers`, `${kind}.${extension}`, content, {
      milestone,
      kind,
    })
  }
  if (stage === 'signed') await reviewCompetition(officer, projectId)
  return [...new Set(needs.map((need) => need.milestone))]
}

async function reviewCompetition(officer: Caller, projectId: string) {
  const { papers } = await officer.get<Evidence>(`/projects/${projectId}/evidence`)
  await officer.send('POST', `/projects/${projectId}/fair-reviews`, {
    conclusion: 'conforms',
    basis: '逐条对照审查标准，不违反',
    reviewedOn: '2022-03-14',
    paperId: papers.find(({ kind }) => kind === 'fairCompetition')?.id,
  })
}

async function verify(commander: Caller, projectId: string, milestone: string) {
  const { proofs, papers } = await commander.get<Evidence>(`/projects/${projectId}/evidence`)
  await commander.send('POST', `/projects/${projectId}/milestones/${milestone}/verification`, {
    actual: proofs.find((one) => one.milestone === milestone)?.actual,
    paperIds: papers.filter((paper) => paper.milestone === milestone).map((paper) => paper.id),
  })
}

const enterBy = (officer: Caller, projectId: string, from: string, to: string) =>
  officer.send('POST', `/projects/${projectId}/stage`, { from, to })
