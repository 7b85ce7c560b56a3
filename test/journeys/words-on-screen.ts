import type { Page } from 'playwright-core'
import { fields } from '../../src/features/projects/fields.ts'
import { texts } from '../../src/web/i18n/texts.ts'
import type { TextTree } from '../../src/web/i18n/words.ts'

const leaves = (tree: TextTree): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value)))

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The other language's own name is the same in both. */
const sameInBoth = new Set(['中文', 'English'])

/** Every Chinese word of the product itself; what stands between are values. */
const chinese = [
  ...Object.values(texts).flatMap(({ zh }) => leaves(zh)),
  ...fields.flatMap((field) => [field.zh, ...(field.choices ?? []).map((choice) => choice.zh)]),
]
  .filter((text) => !sameInBoth.has(text) && /\p{Script=Han}/u.test(text.replace(/\{\{.*?\}\}/g, '')))
  .map(
    (text) =>
      new RegExp(
        `^${text
          .split(/\{\{.*?\}\}/)
          .map(literal)
          .join('.+')}$`,
        'su',
      ),
  )

/** Those of the product's Chinese words that are seen, or read out, on the page. */
export async function chineseWordsOn(page: Page): Promise<string[]> {
  const seen = await page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim()
      if (text && node.parentElement?.checkVisibility()) found.add(text)
    }
    for (const name of ['title', 'placeholder', 'aria-label', 'alt'])
      for (const element of document.querySelectorAll(`[${name}]`))
        found.add(element.getAttribute(name)?.trim() ?? '')
    return [...found, document.title]
  })
  return seen.filter((text) => chinese.some((word) => word.test(text)))
}
