import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { ChangePassword } from '../contract.ts'

const empty = { current: '', next: '', again: '' }

export function PasswordForm() {
  const t = useWords('accounts')
  const me = useMe()
  const client = useQueryClient()
  const [given, setGiven] = useState(empty)
  const [unlike, setUnlike] = useState(false)
  const change = useMutation({
    mutationFn: (input: ChangePassword) => api.send('POST', '/password', input),
    onSuccess: () => {
      setGiven(empty)
      return client.invalidateQueries({ queryKey: ['me'] })
    },
  })

  const set = (key: keyof typeof empty) => (value: string) =>
    setGiven((before) => ({ ...before, [key]: value }))

  function submit(event: FormEvent) {
    event.preventDefault()
    setUnlike(given.next !== given.again)
    if (given.next === given.again) change.mutate({ current: given.current, next: given.next })
  }

  return (
    <form className="zt-form" onSubmit={submit}>
      <input type="text" name="username" autoComplete="username" value={me.member.login} readOnly hidden />
      <TextField
        label={t('current')}
        type="password"
        autoComplete="current-password"
        value={given.current}
        onChange={set('current')}
        maxLength={200}
        required
      />
      <TextField
        label={t('next')}
        hint={t('rule')}
        type="password"
        autoComplete="new-password"
        value={given.next}
        onChange={set('next')}
        minLength={8}
        maxLength={200}
        required
      />
      <TextField
        label={t('again')}
        type="password"
        autoComplete="new-password"
        value={given.again}
        onChange={set('again')}
        maxLength={200}
        required
      />
      <p className="zt-form-problem" role="alert">
        {unlike ? t('notAlike') : change.error?.message}
      </p>
      <Button kind="primary" type="submit" disabled={change.isPending}>
        {t('change')}
      </Button>
      <p className="zt-quiet" role="status">
        {change.isSuccess && t('changed')}
      </p>
    </form>
  )
}
