import { LanguageButton, ThemeButton } from '../../../web/frame/switches.tsx'
import { useWords } from '../../../web/i18n/index.ts'
import { useSession } from '../../../web/session.tsx'
import { Button } from '../../../web/ui/index.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { useAccount } from './use-account.ts'
import './sign-in.css'

/** All that a person sees until the password that somebody set for them is their own. */
export function NewPassword() {
  const t = useWords('accounts')
  const { me, signOut } = useSession()
  const account = useAccount().data
  return (
    <div className="zt-sign-in">
      <header className="zt-sign-in-head">
        <LanguageButton />
        <ThemeButton />
        <Button kind="quiet" onClick={() => void signOut()}>
          {t('frame:signOut')}
        </Button>
      </header>
      <main className="zt-sign-in-main">
        <section className="zt-sign-in-form">
          <h1>{t('mustChange')}</h1>
          <p className="zt-sign-in-zone">
            {me.zone.name} · {me.member.name}
          </p>
          <p className="zt-sign-in-notice">
            {account && t(account.password.first ? 'mustChangeText' : 'mustRenewText')}
          </p>
          <PasswordForm />
        </section>
      </main>
      <footer className="zt-sign-in-foot">{t('frame:notSecret')}</footer>
    </div>
  )
}
