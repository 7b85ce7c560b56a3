import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { Me } from '../contract.ts'
import { useSignInCode } from './use-sign-in.ts'

type CodeFormProps = { pending: string; onSignedIn: (me: Me) => void; onBack: (notice?: string) => void }

/** The second step of the sign-in. When its time is over, the first begins again. */
export function CodeForm({ pending, onSignedIn, onBack }: CodeFormProps) {
  const t = useWords('accounts')
  const [code, setCode] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const signIn = useSignInCode(onSignedIn)
  const { error } = signIn

  useEffect(() => {
    if (error instanceof ApiProblem && error.code === 'not_signed_in') onBack(error.message)
    else if (error) input.current?.select()
    else input.current?.focus()
  }, [error, onBack])

  function submit(event: FormEvent) {
    event.preventDefault()
    signIn.mutate({ pending, code })
  }

  return (
    <form onSubmit={submit} className="zt-form">
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        value={code}
        onChange={setCode}
        inputRef={input}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
      <p className="zt-form-problem" role="alert">
        {error?.message}
      </p>
      <Button kind="primary" type="submit" disabled={signIn.isPending}>
        {t('signIn')}
      </Button>
      <Button kind="quiet" onClick={() => onBack()}>
        {t('otherAccount')}
      </Button>
    </form>
  )
}
