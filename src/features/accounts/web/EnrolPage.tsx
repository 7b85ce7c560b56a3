import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { LanguageButton, ThemeButton } from '../../../web/frame/switches.tsx'
import { useWords } from '../../../web/i18n/index.ts'
import { useSession } from '../../../web/session.tsx'
import { Button, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { FactorSetUp } from './FactorSetUp.tsx'
import { useBeginFactor } from './use-account.ts'
import './sign-in.css'
import './factor.css'

/** All that a person sees whom the zone asks for a second factor, until they have one. */
export function EnrolPage() {
  const t = useWords('accounts')
  const { me, signOut } = useSession()
  const client = useQueryClient()
  const { mutate, data, error } = useBeginFactor()
  useEffect(() => mutate({}), [mutate])
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
        {!data && !error && <LoadingBar />}
        {error && <ErrorState error={error} retry={() => mutate({})} />}
        {data && (
          <section className="zt-sign-in-form zt-enrol">
            <h1>{t('mustEnrol')}</h1>
            <p className="zt-sign-in-zone">
              {me.zone.name} · {me.member.name}
            </p>
            <p className="zt-sign-in-notice">{t('mustEnrolText')}</p>
            <FactorSetUp begun={data} onDone={() => void client.invalidateQueries({ queryKey: ['me'] })} />
          </section>
        )}
      </main>
      <footer className="zt-sign-in-foot">{t('frame:notSecret')}</footer>
    </div>
  )
}
