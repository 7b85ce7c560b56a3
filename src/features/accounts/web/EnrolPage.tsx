import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ApiProblem } from '../../../web/api.ts'
import { LanguageButton, ThemeButton } from '../../../web/frame/switches.tsx'
import { useWords } from '../../../web/i18n/index.ts'
import { useSession } from '../../../web/session.tsx'
import { Button, ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import { FactorSetUp } from './FactorSetUp.tsx'
import { ProofForm } from './ProofForm.tsx'
import { useBeginFactor } from './use-account.ts'
import './sign-in.css'
import './factor.css'

/** All that a person sees whom the zone asks for a second factor, until they have one. */
export function EnrolPage() {
  const t = useWords('accounts')
  const { me, signOut } = useSession()
  const client = useQueryClient()
  const { mutate, data, error, isPending } = useBeginFactor()
  // Of a session that has been open for a while, the server wants the password first.
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    if (error instanceof ApiProblem && error.code === 'wrong_password') setAsked(true)
  }, [error])
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
        {isPending && <LoadingBar />}
        {error && !asked && <ErrorState error={error} retry={() => mutate({})} />}
        {(data || asked) && (
          <section className="zt-sign-in-form zt-enrol">
            <h1>{t('mustEnrol')}</h1>
            <p className="zt-sign-in-zone">
              {me.zone.name} · {me.member.name}
            </p>
            <p className="zt-sign-in-notice">{t('mustEnrolText')}</p>
            {data ? (
              <FactorSetUp begun={data} onDone={() => void client.invalidateQueries({ queryKey: ['me'] })} />
            ) : (
              <ProofForm
                act={t('begin')}
                withCode={false}
                isPending={isPending}
                problem={error?.message}
                onSend={({ password }) => mutate({ password })}
                onCancel={() => void signOut()}
              />
            )}
          </section>
        )}
      </main>
      <footer className="zt-sign-in-foot">{t('frame:notSecret')}</footer>
    </div>
  )
}
