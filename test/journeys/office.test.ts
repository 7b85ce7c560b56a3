import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { Page } from 'playwright-core'
import { importRoomOf } from './import-room.ts'
import { composeAndCommit } from './input-method.ts'
import { journeys } from './journey.ts'
import { ledgerOf } from './ledger.ts'
import { dirty, type KnownProject, writeOfficeWorkbook } from './office-workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhantu-office-'))
after(() => rmSync(folder, { recursive: true, force: true }))

journeys("An office's workbook becomes a ledger", ({ claim }) => {
  claim(
    'sign in, import, correct, apply, find, edit, undo, export, and that export changes nothing',
    async ({ url, openAs }) => {
      const page = await openAs('analyst')
      const before = await countOf(page, url)
      const known = await firstProject(page, url)
      const book = join(folder, '2022年2月重点项目推进台账.xlsx')
      const written = await writeOfficeWorkbook(book, known)

      await correct(page, url, book)
      await apply(page, written)
      const address = page.url()
      await findByPinyin(page)
      await editInline(page, url, known)
      await undo(page, address)
      // The project that was edited since stays, and so does the other's edited cell.
      assert.equal(await countOf(page, url), before + 1)
      const ledger = ledgerOf(page)
      await ledger.open(url, known.name, 'officer')
      await ledger.shows(known.name, '责任人', '李明远')

      const file = await exportLedger(page, url)
      await importAgain(page, url, file, before + 1)
    },
  )
})

async function countOf(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/ledger`)
  const words = await page
    .getByText(/^\d+ 个项目$/)
    .first()
    .textContent()
  return Number.parseInt(words ?? '', 10)
}

async function firstProject(page: Page, url: string): Promise<KnownProject> {
  const ledger = ledgerOf(page)
  await ledger.open(url, '', 'investor')
  const name = (await ledger.names().first().textContent()) ?? ''
  return { name, investor: (await (await ledger.cell(name, '投资方')).first().textContent()) ?? '' }
}

/** Reads the file, says what the unknown column is, and answers the three cells that could not be taken. */
async function correct(page: Page, url: string, book: string) {
  const room = importRoomOf(page)
  await room.upload(url, book)
  await room.step('读取').getByText('期次 2022-02').waitFor()
  await room.column('I').getByText('未识别').waitFor()
  await room.column('I').getByRole('combobox', { name: 'I 列导入为' }).click()
  await page.keyboard.type('备注')
  await page.keyboard.press('Enter')
  await room.column('I').getByText('您选的').waitFor()
  await page.getByRole('button', { name: '核对 62 行' }).click()

  await room.tab('待答').filter({ hasText: '3' }).click()
  const corps = room.issue('市南兵团')
  await corps.getByRole('button', { name: '市北兵团' }).click()
  await corps.waitFor({ state: 'detached' })
  const amount = room.issue('30000-50000')
  await amount.getByRole('button', { name: '另填' }).click()
  await page.keyboard.type('4亿')
  await amount.getByText('记为').waitFor()
  await page.keyboard.press('Enter')
  await amount.waitFor({ state: 'detached' })
  const day = room.issue('2022-02-30')
  await day.getByRole('button', { name: '2022-02-28' }).click()
  await page.getByText('都答完了').waitFor()
}

async function apply(page: Page, written: { rows: number; new: number }) {
  const room = importRoomOf(page)
  await room.watchWriting()
  await page.getByRole('button', { name: `导入 ${written.rows} 行：新增 ${written.new}，变更 1` }).click()
  await page.getByText(`新增 ${written.new} 个项目，变更 1 个`).waitFor()
  const said = await room.saidOfWriting()
  assert.ok(
    said.some((words) => words.startsWith('正在写入')),
    'nothing was said while it was written',
  )
}

async function findByPinyin(page: Page) {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '台账' }).click()
  const search = page.getByLabel('搜索台账')
  for (const words of [dirty.fullPinyin, dirty.initials]) {
    await search.fill(words)
    await page.getByText('1 个项目', { exact: true }).first().waitFor()
    await ledgerOf(page).row(dirty.name).waitFor()
    await search.fill('')
    await page.getByText('1 个项目', { exact: true }).first().waitFor({ state: 'detached' })
  }
}

/** Types into a cell as a Chinese input method does, and finds it kept after a reload. */
async function editInline(page: Page, url: string, known: KnownProject) {
  const ledger = ledgerOf(page)
  for (const name of [dirty.name, known.name]) {
    await ledger.open(url, name, 'corps,totalInvestment,started.plan,officer,note')
    await (await ledger.cell(name, '责任人')).click()
    const saved = ledger.saved()
    await composeAndCommit(page, ['l', 'li', 'li m', 'li ming', 'li ming yuan'], '李明远')
    assert.equal(await ledger.input.inputValue(), '李明远')
    await page.keyboard.press('Enter')
    await ledger.shows(name, '责任人', '李明远')
    await saved
    await page.reload()
    await page.getByRole('gridcell').first().waitFor()
    await ledger.shows(name, '责任人', '李明远')
  }
  await ledger.open(url, dirty.name, 'corps,totalInvestment,started.plan,note')
  await ledger.shows(dirty.name, '落户兵团', '市北兵团')
  await ledger.shows(dirty.name, '总投资', '4.00')
  await ledger.shows(dirty.name, '计划开工', '2022-02-28')
  await ledger.shows(dirty.name, '备注', dirty.box)
}

async function undo(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('移除 60 个项目').waitFor()
  const edited = dialog.locator('.zt-edited tbody tr')
  assert.equal(await edited.count(), 2)
  await edited.filter({ hasText: dirty.name }).filter({ hasText: '李明远' }).waitFor()
  await edited.filter({ hasText: '苏晚晴' }).filter({ hasText: '李明远' }).waitFor()
  await dialog.getByRole('radio', { name: '保留后来的修改' }).check()
  await dialog.getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('撤销了这次导入').waitFor()
}

async function exportLedger(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/ledger`)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 Excel' }).click(),
  ])
  const file = join(folder, download.suggestedFilename())
  await download.saveAs(file)
  return file
}

/** The export comes in again as a file like any other: every row agrees with the ledger. */
async function importAgain(page: Page, url: string, file: string, rows: number) {
  const room = importRoomOf(page)
  await room.upload(url, file)
  await page.getByRole('button', { name: `核对 ${rows} 行` }).click()
  await room
    .tab('无变化')
    .filter({ hasText: String(rows) })
    .waitFor()
  for (const words of ['新增', '变更', '存疑', '待答'])
    assert.equal(await room.tab(words).textContent(), `${words === '待答' ? '■' : ''}${words}0`)
  await page.getByText('文件与台账一致').waitFor()
  assert.ok(await page.getByRole('button', { name: /^导入 0 行/ }).isDisabled())
}
