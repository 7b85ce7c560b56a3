import type { Locator, Page } from 'playwright-core'

/** The import room by what a person sees and presses in it. */
export function importRoomOf(page: Page) {
  const step = (name: '读取' | '核对' | '导入') =>
    page.locator('.zt-step').filter({ has: page.getByRole('heading', { name, exact: true }) })
  const issue = (cell: string) => page.locator('.zt-issue').filter({ hasText: cell })
  return {
    step,
    issue,
    /** Gives a file to the room and comes out on the page of its import. */
    upload: async (url: string, path: string) => {
      await page.goto(`${url}/imports`)
      await page.locator('input[type=file]').setInputFiles(path)
      await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
      await step('读取').waitFor()
    },
    column: (letter: string) =>
      page
        .locator('.zt-mapping-table tbody tr')
        .filter({ has: page.getByRole('rowheader', { name: letter, exact: true }) }),
    tab: (words: string): Locator => step('核对').locator('.zt-check-tabs button').filter({ hasText: words }),
    /** From now on, everything that the page says of the writing is kept. */
    watchWriting: () =>
      page.evaluate(() => {
        const said = new Set<string>()
        const look = () => {
          const text = document.querySelector('.zt-apply-running [role=status]')?.textContent
          if (text) said.add(text)
        }
        new MutationObserver(look).observe(document.body, {
          childList: true,
          subtree: true,
          characterData: true,
        })
        Object.assign(window, { writingSaid: said })
      }),
    saidOfWriting: () =>
      page.evaluate(() => [...(window as unknown as { writingSaid: Set<string> }).writingSaid]),
  }
}
