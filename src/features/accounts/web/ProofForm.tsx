import { type FormEvent, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'

type ProofFormProps = {
  act: string
  /** Who has a second factor already shows that too. */
  withCode: boolean
  isPending: boolean
  problem: string | undefined
  onSend: (proof: { password: string; code: string }) => void
  onCancel: () => void
}

/** The password again, and the code: an open screen alone changes nothing of an account. */
export function ProofForm({ act, withCode, isPending, problem, onSend, onCancel }: ProofFormProps) {
  const t = useWords('accounts')
  const [given, setGiven] = useState({ password: '', code: '' })
  const set = (key: keyof typeof given) => (value: string) =>
    setGiven((before) => ({ ...before, [key]: value }))

  function submit(event: FormEvent) {
    event.preventDefault()
    onSend(given)
  }

  return (
    <form className="zt-form zt-factor-proof" onSubmit={submit}>
      <TextField
        label={t('current')}
        type="password"
        autoComplete="current-password"
        value={given.password}
        onChange={set('password')}
        maxLength={200}
        required
      />
      {withCode && (
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="one-time-code"
          value={given.code}
          onChange={set('code')}
          maxLength={40}
          required
        />
      )}
      <p className="zt-form-problem" role="alert">
        {problem}
      </p>
      <div className="zt-factor-acts">
        <Button kind="primary" type="submit" disabled={isPending}>
          {act}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
