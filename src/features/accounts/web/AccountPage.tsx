import { showDay, showTime } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useSession } from '../../../web/session.tsx'
import { useTheme } from '../../../web/theme/index.ts'
import { Button, Choice, ErrorState, KeyValue, Page } from '../../../web/ui/index.ts'
import { roleWords } from '../../organisation/web/role-words.ts'
import type { Account } from '../contract.ts'
import { useDeviceWords } from './device-words.ts'
import { FactorPart } from './FactorPart.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SessionsPart } from './SessionsPart.tsx'
import { useAccount } from './use-account.ts'
import './account.css'
import './factor.css'

export function AccountPage() {
  const t = useWords('accounts')
  const { me, signOut } = useSession()
  const { language, setLanguage } = useLanguage()
  const { theme, setTheme } = useTheme()
  const account = useAccount()
  const last = account.data?.lastSignIn
  const oldOn = account.data?.password.oldOn
  const posts = me.posts.map((post) => t('frame:post', { unit: post.unit, role: t(roleWords(post.role)) }))
  return (
    <Page title={t('settings')} tabs={<SettingsTabs />}>
      <div className="zt-account">
        <section>
          <h2>{t('mine')}</h2>
          <KeyValue
            columns={1}
            items={[
              { label: t('name'), value: me.member.name },
              { label: t('login'), value: me.member.login },
              { label: t('posts'), value: posts.length > 0 ? posts.join('\n') : t('frame:noPost') },
              {
                label: t('language'),
                value: (
                  <Choice
                    label={t('language')}
                    value={language}
                    onChange={setLanguage}
                    options={[
                      { value: 'zh', label: '中文' },
                      { value: 'en', label: 'English' },
                    ]}
                  />
                ),
              },
              {
                label: t('theme'),
                value: (
                  <Choice
                    label={t('theme')}
                    value={theme}
                    onChange={setTheme}
                    options={[
                      { value: 'light', label: t('light') },
                      { value: 'dark', label: t('dark') },
                    ]}
                  />
                ),
              },
            ]}
          />
          <p className="zt-quiet">
            {last && <LastSignIn last={last} />}
            {t('idle', { minutes: me.idleMinutes })}
          </p>
          <Button onClick={() => void signOut()}>{t('frame:signOut')}</Button>
        </section>
        <section className="zt-account-password">
          <h2>{t('change')}</h2>
          {account.data && (
            <p className="zt-quiet">
              {t('passwordSince', { day: showDay(account.data.password.since) })}
              {oldOn && t('passwordUntil', { day: oldOn })}
            </p>
          )}
          <PasswordForm />
        </section>
        <section>
          <h2>{t('factor')}</h2>
          {account.error && <ErrorState quiet error={account.error} retry={() => void account.refetch()} />}
          {account.data && <FactorPart factor={account.data.secondFactor} />}
        </section>
        <section>
          <h2>{t('sessions')}</h2>
          <SessionsPart />
        </section>
      </div>
    </Page>
  )
}

function LastSignIn({ last }: { last: NonNullable<Account['lastSignIn']> }) {
  const t = useWords('accounts')
  const device = useDeviceWords()
  const values = { at: showTime(last.at), device: device(last) }
  return (
    <>
      {last.address ? t('lastFrom', { ...values, address: last.address }) : t('last', values)}
      <br />
    </>
  )
}
