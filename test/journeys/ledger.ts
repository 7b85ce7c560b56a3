import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** The grid of the ledger, by what a person sees: the title of a column and the name of a project. */
export function ledgerOf(page: Page) {
  const columnIndex = async (title: string) => {
    const header = page.getByRole('columnheader').filter({ hasText: title }).first()
    return header.getAttribute('aria-colindex')
  }
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  const cell = async (name: string, title: string): Promise<Locator> =>
    row(name).locator(`[role=gridcell][aria-colindex="${await columnIndex(title)}"]`)
  const saved = () =>
    page.waitForResponse(
      (response) => response.request().method() === 'PATCH' && response.url().endsWith('/api/ledger'),
    )
  return {
    /** Opens the ledger, searched for `q`, with these columns: short enough to be drawn without scrolling. */
    open: async (url: string, q: string, columns: string) => {
      const search = new URLSearchParams({ ...(q ? { q } : {}), columns: `name!,${columns}` })
      await page.goto(`${url}/ledger?${search}`)
      await page.getByRole('gridcell').first().waitFor()
    },
    columnIndex,
    row,
    cell,
    /** Waits until the cell says it, then holds it to the letter. */
    shows: async (name: string, title: string, text: string) => {
      const place = await cell(name, title)
      await place.filter({ hasText: text }).waitFor()
      assert.equal(await place.textContent(), text)
    },
    names: () => page.locator('[role=gridcell] .zt-name-text'),
    /** The field that the grid writes with. */
    input: page.locator('.ztg textarea'),
    /** Answers once the server has. */
    saved,
    /** Types over a cell and waits for the server; `isRefused` where something else than the text comes of it. */
    type: async (name: string, title: string, text: string, { isRefused = false } = {}) => {
      await (await cell(name, title)).click()
      const answered = saved()
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await answered
      if (!isRefused) await (await cell(name, title)).filter({ hasText: text }).waitFor()
    },
  }
}
