import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { noChromium, openChromium } from '../../../test/journeys/chromium.ts'
import { serveStory } from './story/serve-story.ts'

const skip = noChromium ?? false

describe('Grid in Chromium', { skip, concurrency: false }, () => {
  let story: Awaited<ReturnType<typeof serveStory>>
  let browser: Browser
  let context: BrowserContext

  before(async () => {
    story = await serveStory()
    browser = await openChromium()
    context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      permissions: ['clipboard-read', 'clipboard-write'],
    })
  })
  after(async () => {
    await browser?.close()
    await story?.close()
  })

  async function open(query = ''): Promise<Page> {
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${story.url}${query}`)
    await page.getByText('第 3 期').first().waitFor()
    return page
  }

  /** A cell by its line (first data row is 1) and its column title. */
  const cell = (page: Page, line: number, title: string) => {
    const titles = ['序号', '名称', '类别', '金额', '数量', '日期', '说明', '状态', '字段 1', '字段 2']
    return page.locator(`[aria-rowindex="${line + 1}"] [aria-colindex="${titles.indexOf(title) + 1}"]`)
  }
  const shows = async (page: Page, line: number, title: string, text: string) => {
    await cell(page, line, title).filter({ hasText: text }).waitFor()
    assert.equal(await cell(page, line, title).textContent(), text)
  }
  const stored = (page: Page, index: number, key: string, wanted: unknown) =>
    page.waitForFunction(([i, k, v]) => window.story.store.get(i).values[k] === v, [
      index,
      key,
      wanted,
    ] as const)

  it('edits by typing, F2, double click, choice and date', async () => {
    const page = await open()
    await cell(page, 2, '名称').click()
    await page.keyboard.type('甲 a1')
    await page.keyboard.press('Enter')
    await shows(page, 2, '名称', '甲 a1')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('F2')
    await page.keyboard.type('b')
    await page.keyboard.press('Tab')
    await shows(page, 2, '名称', '甲 a1b')
    await page.keyboard.type('完成') // the choice list narrows to 已完成
    await page.keyboard.press('Tab')
    await shows(page, 2, '类别', '已完成')
    await page.keyboard.type('12.50')
    await page.keyboard.press('Escape')
    await shows(page, 2, '金额', '0.37')
    await page.keyboard.type('12.5x')
    await page.keyboard.press('Enter')
    await page.getByText('“12.5x”不是数字').waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await shows(page, 2, '金额', '12.5')
    await cell(page, 3, '日期').dblclick()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await shows(page, 3, '日期', '2022-03-16')
    await cell(page, 4, '日期').dblclick()
    await page.getByRole('button', { name: '8 · 2023-04-08' }).click()
    await shows(page, 4, '日期', '2023-04-08')
    await cell(page, 5, '说明').dblclick()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('一')
    await page.keyboard.press('Alt+Enter')
    await page.keyboard.type('二')
    await page.keyboard.press('Enter')
    await stored(page, 4, 'note', '一\n二')
    await page.close()
  })

  it('keeps the first stroke of an input method', async () => {
    const page = await open()
    const cdp = await context.newCDPSession(page)
    await cell(page, 3, '名称').click()
    for (const text of ['n', 'ni', 'ni h', 'ni hao']) {
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        windowsVirtualKeyCode: 229,
      })
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    assert.equal(await page.locator('textarea').inputValue(), 'ni hao')
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 })
    await cdp.send('Input.insertText', { text: '你好' })
    assert.equal(await page.locator('textarea').inputValue(), '你好')
    await page.keyboard.press('Enter')
    await shows(page, 3, '名称', '你好')
    await page.close()
  })

  it('copies for Excel, pastes from Excel, and undoes it as one', async () => {
    const page = await open()
    await cell(page, 1, '金额').click()
    await cell(page, 2, '日期').click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+c')
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    assert.equal(copied.replaceAll('\r', ''), '0.00\t0\t2020-01-15\n0.37\t7\t2021-02-15\n')
    await cell(page, 5, '金额').click()
    await page.keyboard.press('Control+v')
    await shows(page, 6, '日期', '2021-02-15')
    await shows(page, 5, '数量', '0')

    const text = '3.5\t八\t2022/3/1\t"甲\n""乙"""\r\n1,200.25\t9\t2022-13-01\t丙\r\n'
    await page.evaluate((excel) => navigator.clipboard.writeText(excel), text)
    await cell(page, 8, '金额').click()
    await page.keyboard.press('Control+v')
    await shows(page, 9, '金额', '1200.25')
    await shows(page, 8, '日期', '2022-03-01')
    await shows(page, 8, '数量', '49') // 八 is no integer: refused, marked, and kept
    assert.equal(await cell(page, 8, '数量').getAttribute('title'), '“八”不是整数')
    await stored(page, 7, 'note', '甲\n"乙"')
    await page.getByText('2 格未能识别').waitFor()
    await page.getByRole('button', { name: '下一处' }).click()
    await page.keyboard.press('F2')
    assert.equal(await page.locator('textarea').inputValue(), '2022-13-01')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await shows(page, 9, '金额', '2.96')
    await shows(page, 8, '日期', '2020-08-15')
    await page.keyboard.press('Control+y')
    await shows(page, 9, '金额', '1200.25')

    await page.evaluate(() => navigator.clipboard.writeText('7'))
    await cell(page, 1, '金额').click()
    await cell(page, 4, '数量').click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+v')
    await shows(page, 4, '数量', '7')
    await shows(page, 1, '金额', '7')
    await page.keyboard.press('Delete')
    await cell(page, 3, '金额').filter({ hasNotText: '7' }).waitFor()
    await stored(page, 2, 'amount', null)
    await page.keyboard.press('Control+z')
    await shows(page, 3, '金额', '7')
    await cell(page, 5, '字段 2').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await shows(page, 6, '字段 2', (await cell(page, 5, '字段 2').textContent()) ?? '')
    await page.close()
  })

  it('copies rows that were never loaded, and adds up a range exactly', async () => {
    const page = await open()
    await cell(page, 1, '金额').click()
    await page.keyboard.press('Control+Shift+ArrowDown')
    await page.waitForFunction(() => window.story.figures?.numbers === 10_000)
    const figures = await page.evaluate(() => window.story.figures)
    assert.deepEqual(figures, {
      rows: 10_000,
      cells: 10_000,
      numbers: 10_000,
      sum: '18498150.00',
      average: '1849.82',
    })
    await page.keyboard.press('Control+c')
    await page.getByText('已复制 10000 格').waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    const lines = copied.trim().split(/\r?\n/)
    assert.equal(lines.length, 10_000)
    assert.equal(lines.at(-1), '3699.63')
    await page.close()
  })

  it('says why a cell is closed, and keeps a notice no longer than to the next act', async () => {
    const page = await open()
    await cell(page, 2, '状态').click()
    await page.keyboard.press('F2')
    await page.getByText('此列由系统计算').waitFor()
    await cell(page, 2, '金额').click()
    await page.evaluate(() => navigator.clipboard.writeText('不是数'))
    await page.keyboard.press('Control+v')
    const notice = page.locator('.ztg-notice:not(.ztg-unseen)')
    await notice.waitFor()
    await cell(page, 3, '名称').click()
    await page.keyboard.type('别的')
    await page.keyboard.press('Enter')
    await notice.waitFor({ state: 'detached' })
    await page.close()
  })

  it('reverts and marks what the server refuses', async () => {
    const page = await open()
    await cell(page, 2, '名称').click()
    await page.keyboard.type('拒绝')
    await page.keyboard.press('Enter')
    await page.locator('[aria-invalid="true"]').first().waitFor()
    await shows(page, 2, '名称', '有机硅第 2 期')
    assert.equal(await cell(page, 2, '名称').getAttribute('title'), '服务器不接受这个值')
    await cell(page, 3, '名称').click()
    await page.keyboard.type('断网')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.ztg-rejected').length === 2)
    await shows(page, 3, '名称', '数字总部第 3 期')
    await page.keyboard.press('Control+z')
    await page.getByText('没有可撤销的操作').waitFor()
    await cell(page, 3, '名称').click()
    await page.keyboard.press('Escape') // takes the mark off
    await page.waitForFunction(() => document.querySelectorAll('.ztg-rejected').length === 1)
    await page.close()
  })

  it('is worked by keyboard alone, header and groups included', async () => {
    const page = await open('?groups')
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
    const active = () => page.locator('.ztg-active').textContent()
    await page.keyboard.press('Enter') // on the first group: it closes
    await page.locator('[aria-expanded="false"]').waitFor()
    await page.keyboard.press('ArrowDown')
    assert.match((await active()) ?? '', /第 2 组/)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator('[aria-expanded="false"]').waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    assert.match((await active()) ?? '', /第 1 期/)
    await page.keyboard.press('Control+End')
    await page.getByText('第 10000 期').first().waitFor()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.locator('[aria-sort="ascending"]').waitFor()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    const columns = await page.evaluate(() => window.story.columns as { key: string; width: number }[])
    assert.deepEqual([columns[0]?.key, columns[0]?.width], ['no', 72])
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    assert.deepEqual(await page.evaluate(() => window.story.opened), ['r1'])
    await page.keyboard.press('Control+a')
    await page.waitForFunction(() => window.story.figures?.rows === 10_000)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab') // Escape, then Tab leaves
    assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
    await page.close()
  })

  it('resizes and reorders columns with the pointer', async () => {
    const page = await open()
    const header = (name: string) => page.getByRole('columnheader', { name })
    const from = await header('数量').boundingBox()
    const to = await header('日期').boundingBox()
    assert(from && to)
    await page.mouse.move(from.x + 30, from.y + 15)
    await page.mouse.down()
    await page.mouse.move(to.x + to.width - 10, to.y + 15, { steps: 4 })
    await page.mouse.up()
    const keys = await page.evaluate(() => (window.story.columns as { key: string }[]).map((c) => c.key))
    assert.deepEqual(keys.slice(3, 7), ['amount', 'day', 'count', 'note'])
    await page.mouse.move(from.x - 2, from.y + 15)
    await page.mouse.down()
    await page.mouse.move(from.x + 48, from.y + 15, { steps: 4 })
    await page.mouse.up()
    assert.equal((await header('金额').boundingBox())?.width, 146)
    await page.close()
  })

  it('scrolls to the end of a million rows, and back by wheel', async () => {
    const page = await open('?rows=1000000')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+End')
    await page.getByText('第 1000000 期').waitFor()
    const last = await page.getByText('第 1000000 期').boundingBox()
    assert(last && last.y + last.height <= 720 - 32, 'the last row stands above the totals')
    await page.mouse.move(600, 400)
    await page.mouse.wheel(0, -320)
    await page.getByText('第 999980 期').waitFor()
    await page.evaluate(() => document.querySelector('.ztg-scroll')?.scrollTo({ top: 5_000_000 }))
    await page
      .getByText(/^第 [45]\d{5} 期|第 [45]\d{5} 期$/)
      .first()
      .waitFor()
    await page.waitForTimeout(200) // the bar comes to rest
    const before = await firstRow(page)
    assert(before > 400_000 && before < 600_000, `the middle of the bar shows the middle: ${before}`)
    await page.mouse.wheel(0, 320)
    await page.waitForTimeout(400)
    assert.equal((await firstRow(page)) - before, 10)
    await page.close()
  })

  it('has nothing serious for axe, in light and dark', async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await open('?groups&find=数字')
      await page.emulateMedia({ colorScheme })
      await page.evaluate(axe)
      const serious = () =>
        page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: Axe }).axe.run()
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
        })
      assert.deepEqual(await serious(), [])
      await cell(page, 5, '类别').dblclick()
      assert.deepEqual(await serious(), [])
      await cell(page, 5, '日期').dblclick()
      assert.deepEqual(await serious(), [])
      await page.close()
    }
  })
})

type Axe = { run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> }

/** Number of the topmost row in sight. */
function firstRow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const top = 42 // the header's height
    const rows = [...document.querySelectorAll('.ztg-body .ztg-row')]
    const first = rows.find((row) => row.getBoundingClientRect().bottom > top + 1)
    return Number(first?.getAttribute('aria-rowindex')) - 1
  })
}
