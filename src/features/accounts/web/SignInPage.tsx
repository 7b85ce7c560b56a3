import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { api } from '../../../web/api.ts'
import { LanguageButton, ThemeButton } from '../../../web/frame/switches.tsx'
import { useWords } from '../../../web/i18n/index.ts'
import { ErrorState, LoadingBar } from '../../../web/ui/index.ts'
import type { Me, SignInPage as SignInAnswer } from '../contract.ts'
import { CodeForm } from './CodeForm.tsx'
import { SampleAccounts } from './SampleAccounts.tsx'
import { SignInForm } from './SignInForm.tsx'
import { useSignIn } from './use-sign-in.ts'
import './sign-in.css'

const zoneKey = 'zt-zone'

/** `notice` is why the session before came to an end, in the server's words. */
export function SignInPage({
  notice,
  onSignedIn,
}: {
  notice: string | undefined
  onSignedIn: (me: Me) => void
}) {
  const t = useWords('accounts')
  const page = useQuery({ queryKey: ['sign-in'], queryFn: () => api.get<SignInAnswer>('/sign-in') })
  const [chosen, setChosen] = useState(() => localStorage.getItem(zoneKey))
  const [pending, setPending] = useState<string>()
  const [late, setLate] = useState<string>()
  const signIn = useSignIn(onSignedIn, setPending)
  const back = useCallback((why?: string) => {
    setPending(undefined)
    setLate(why)
  }, [])
  const why = late ?? notice

  useEffect(() => {
    document.title = `${t('signIn')} · ${t('frame:product')}`
  }, [t])

  const zones = page.data?.zones ?? []
  const zone = zones.find((one) => one.code === chosen) ?? zones[0]

  function choose(code: string) {
    localStorage.setItem(zoneKey, code)
    setChosen(code)
    signIn.reset()
  }

  return (
    <div className="zt-sign-in">
      <header className="zt-sign-in-head">
        <LanguageButton />
        <ThemeButton />
      </header>
      <main className="zt-sign-in-main">
        {page.isPending && <LoadingBar />}
        {page.error && <ErrorState error={page.error} retry={() => void page.refetch()} />}
        {zone && (
          <>
            <section className="zt-sign-in-form">
              <img
                src={new URL('../../../web/mark.svg', import.meta.url).href}
                width="36"
                height="36"
                alt=""
              />
              <h1>{t('frame:product')}</h1>
              {zones.length === 1 && <p className="zt-sign-in-zone">{zone.name}</p>}
              {why && !pending && !signIn.error && (
                <p className="zt-sign-in-notice" role="status">
                  {why}
                </p>
              )}
              {pending ? (
                <CodeForm pending={pending} onSignedIn={onSignedIn} onBack={back} />
              ) : (
                <SignInForm zones={zones} zone={zone} onZone={choose} signIn={signIn} />
              )}
            </section>
            {!pending && zone.sample && zone.accounts.length > 0 && (
              <SampleAccounts zone={zone} signIn={signIn} />
            )}
          </>
        )}
        {page.data && !zone && <p>{t('noZone')}</p>}
      </main>
      <footer className="zt-sign-in-foot">{t('frame:notSecret')}</footer>
    </div>
  )
}
