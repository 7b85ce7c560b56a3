import assert from 'node:assert/strict'
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { sampleAccount } from './caller.ts'
import { journeys, signIn } from './journey.ts'
import { chineseWordsOn } from './words-on-screen.ts'

const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + ahead * 30_000,
  })

/** Scans nothing: reads the key as somebody does who types it into the phone. */
async function setUp(page: Page) {
  const secret = (await page.locator('.zt-factor-key').textContent()) ?? ''
  await page.getByLabel('验证器现在显示的 6 位数字').fill(codeOf(secret))
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await page.locator('.zt-factor-codes').waitFor()
  const codes = await page.locator('.zt-factor-codes code').allTextContents()
  assert.equal(codes.length, 10)
  return { secret, codes }
}

journeys('Second factor', ({ claim }) => {
  claim(
    'a person sets one up, signs out, signs in with a code, and once with a recovery code',
    async ({ openAs, url }) => {
      const page = await openAs('officer2')
      await page.goto(`${url}/settings`)
      await page.getByRole('button', { name: '启用两步验证' }).click()
      await page.locator('.zt-factor-proof input').fill(sampleAccount.password)
      await page.locator('.zt-factor-proof button[type=submit]').click()
      await page.getByRole('img', { name: '两步验证的二维码' }).waitFor()
      const { secret, codes } = await setUp(page)
      await page.getByRole('button', { name: '已保存，继续' }).click()
      await page.getByText('还有 10 个恢复码没有用过。').waitFor()

      await page.locator('.zt-account').getByRole('button', { name: '退出', exact: true }).click()
      await page
        .locator('.zt-sample-accounts button', { has: page.getByText('officer2', { exact: true }) })
        .click()
      await page.getByLabel('验证码').fill('000000')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.getByText(/验证码不正确/).waitFor()
      // The code of now set it up, so the next half minute's is the first that opens.
      await page.getByLabel('验证码').fill(codeOf(secret, 1))
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.locator('#main').waitFor()
      await page.goto(`${url}/settings`)
      await page.getByText(/上次登录 .*来自 127\.0\.0\.1/).waitFor()

      await page.locator('.zt-account').getByRole('button', { name: '退出', exact: true }).click()
      await page
        .locator('.zt-sample-accounts button', { has: page.getByText('officer2', { exact: true }) })
        .click()
      await page.getByLabel('验证码').fill(codes[0] ?? '')
      await page.getByRole('button', { name: '登录', exact: true }).click()
      await page.locator('#main').waitFor()
      await page.goto(`${url}/settings`)
      await page.getByText('还有 9 个恢复码没有用过。').waitFor()

      // A second device, ended from here.
      const other = await page.context().browser()?.newContext()
      assert.ok(other)
      const there = await other.newPage()
      const pending = await there.request.post(`${url}/api/sign-in`, {
        data: { ...sampleAccount, login: 'officer2' },
      })
      const opened = await there.request.post(`${url}/api/sign-in/code`, {
        data: { pending: (await pending.json()).pending, code: codes[1] },
      })
      assert.equal(opened.status(), 200)
      await page.reload()
      await page.getByRole('button', { name: /^退出它/ }).click()
      await page.locator('.zt-sessions li').nth(1).waitFor({ state: 'detached' })
      assert.equal((await there.request.get(`${url}/api/me`)).status(), 401)
      await other.close()

      await page.getByRole('banner').getByRole('button', { name: 'English' }).click()
      await page.getByText('Recovery codes not used yet: 8.').waitFor()
      assert.deepEqual(await chineseWordsOn(page), [])
    },
  )

  claim(
    'the security administrator asks it of administrators, who are led to it before anything else',
    async ({ open, openAs, url }) => {
      const security = await openAs('security')
      await security.goto(`${url}/settings/security`)
      await security
        .getByRole('row', { name: /密码使用期限/ })
        .getByText('■ 未达到')
        .first()
        .waitFor()
      await security.getByRole('button', { name: '修改', exact: true }).click()
      await security.getByLabel('连续输错几次锁定').fill('2')
      await security.getByLabel('两步验证').selectOption({ label: '管理员必须' })
      await security.getByRole('button', { name: '保存' }).click()
      await security.getByText('连续输错几次锁定填的是 2，应为 3 到 10 之间的整数。').waitFor()
      await security.getByLabel('连续输错几次锁定').fill('4')
      await security.getByRole('button', { name: '保存' }).click()
      await security.getByRole('heading', { name: '先设置两步验证' }).waitFor()
      await setUp(security)
      await security.getByRole('button', { name: '已保存，继续' }).click()
      await security
        .getByRole('row', { name: /连续输错几次锁定/ })
        .getByText('4 次')
        .waitFor()

      const auditor = await open()
      await signInTo(auditor, 'auditor')
      await auditor.getByRole('heading', { name: '先设置两步验证' }).waitFor()
      await setUp(auditor)
      await auditor.getByRole('button', { name: '已保存，继续' }).click()
      await auditor.locator('#main').waitFor()
      await auditor.goto(`${url}/settings/security`)
      assert.equal(await auditor.getByRole('button', { name: '修改', exact: true }).count(), 0)
      await auditor.getByRole('listitem').filter({ hasText: '已用两步验证' }).getByRole('link').click()
      await auditor.getByRole('complementary', { name: '已用两步验证' }).getByText('auditor').waitFor()

      await security.goto(`${url}/settings/people?find=auditor`)
      await security.getByRole('button', { name: /的账号$/ }).click()
      await security.getByRole('button', { name: '重置两步验证' }).click()
      await security.getByLabel('原因（记入日志）').fill('手机丢失')
      await security.getByRole('dialog').last().getByRole('button', { name: '重置两步验证' }).click()
      await security.getByText(/的两步验证已重置/).waitFor()
      const [wide, screen] = await auditor.evaluate(
        () => [document.documentElement.scrollWidth, innerWidth] as const,
      )
      assert.ok(wide <= screen)
      const officer = await open({ phone: true })
      await signIn(officer, 'officer1')
    },
  )
})

async function signInTo(page: Page, login: string) {
  await page.locator('.zt-sample-accounts button', { has: page.getByText(login, { exact: true }) }).click()
}
