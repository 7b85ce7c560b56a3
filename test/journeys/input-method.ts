import type { Page } from 'playwright-core'

/** Writes `text` through a Chinese input method: each of `strokes` stands in the field while it is composed. */
export async function composeAndCommit(page: Page, strokes: readonly string[], text: string) {
  const devtools = await page.context().newCDPSession(page)
  const key = { type: 'rawKeyDown', windowsVirtualKeyCode: 229 } as const
  for (const stroke of strokes) {
    await devtools.send('Input.dispatchKeyEvent', { ...key, key: 'Process' })
    await devtools.send('Input.imeSetComposition', {
      text: stroke,
      selectionStart: stroke.length,
      selectionEnd: stroke.length,
    })
  }
  // The Enter that chooses the candidate belongs to the input method and must not leave the cell.
  await devtools.send('Input.dispatchKeyEvent', { ...key, key: 'Enter' })
  await devtools.send('Input.insertText', { text })
  await devtools.detach()
}
