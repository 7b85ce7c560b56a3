import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { SignInPage } from '../contract.ts'
import type { SignInMutation } from './use-sign-in.ts'

type Zone = SignInPage['zones'][number]
type SignInFormProps = { zones: Zone[]; zone: Zone; onZone: (code: string) => void; signIn: SignInMutation }

export function SignInForm({ zones, zone, onZone, signIn }: SignInFormProps) {
  const t = useWords('accounts')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const passwordInput = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (signIn.error) passwordInput.current?.select()
  }, [signIn.error])

  function submit(event: FormEvent) {
    event.preventDefault()
    signIn.mutate({ zone: zone.code, login: login.trim().toLowerCase(), password })
  }

  return (
    <form onSubmit={submit} className="zt-form">
      {zones.length > 1 && (
        <label className="zt-field">
          <span>{t('zone')}</span>
          <select value={zone.code} onChange={(event) => onZone(event.target.value)}>
            {zones.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <TextField
        label={t('login')}
        value={login}
        onChange={setLogin}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
      />
      <TextField
        label={t('password')}
        type="password"
        value={password}
        onChange={setPassword}
        inputRef={passwordInput}
        name="password"
        autoComplete="current-password"
        maxLength={200}
        required
      />
      <p className="zt-form-problem" role="alert">
        {signIn.error?.message}
      </p>
      <Button kind="primary" type="submit" disabled={signIn.isPending}>
        {t('signIn')}
      </Button>
    </form>
  )
}
