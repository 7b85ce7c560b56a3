import type { Browser, Page } from 'playwright-core'

export type Look = {
  phone?: boolean
  language?: 'zh' | 'en'
  theme?: 'light' | 'dark'
}

const desk = { width: 1440, height: 900 }
const telephone = { width: 390, height: 844 }
/** Long enough for a machine with other work; nothing waits for it to pass. */
const patience = 15_000

/** A window of a new person at the product's first page. */
export async function openWindow(browser: Browser, url: string, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: look.phone ? telephone : desk,
    ...(look.phone ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(patience)
  const { language, theme } = look
  if (language || theme)
    // Once, as a person chose it: what a page chooses afterwards stays.
    await context.addInitScript(
      ([words, light]) => {
        if (words && localStorage.getItem('zt-language') === null) localStorage.setItem('zt-language', words)
        if (light && localStorage.getItem('zt-theme') === null) localStorage.setItem('zt-theme', light)
      },
      [language, theme] as const,
    )
  const page = await context.newPage()
  await page.goto(url)
  return page
}
