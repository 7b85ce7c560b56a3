import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../web/api.ts'
import { useWords, type Words } from '../../../web/i18n/index.ts'
import { useMe } from '../../../web/session.tsx'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { ChangePassword } from '../contract.ts'
import type { PasswordRules } from '../model/password-rules.ts'
import { useAccount } from './use-account.ts'

/** The rules of the zone for this person, in one line. */
const passwordHint = (t: Words, { minLength, classes, history }: PasswordRules) =>
  [
    t('ruleLength', { count: minLength }),
    classes > 1 && t('ruleClasses', { count: classes }),
    t('ruleNames'),
    history > 0 && t('ruleHistory', { count: history }),
  ]
    .filter(Boolean)
    .join(t('ruleJoin'))

const empty = { current: '', next: '', again: '' }

export function PasswordForm() {
  const t = useWords('accounts')
  const me = useMe()
  const client = useQueryClient()
  const rules = useAccount().data?.password.rules
  const [given, setGiven] = useState(empty)
  const [unlike, setUnlike] = useState(false)
  const change = useMutation({
    mutationFn: (input: ChangePassword) => api.send('POST', '/password', input),
    onSuccess: () => {
      setGiven(empty)
      return Promise.all(
        ['me', 'account', 'sessions'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      )
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
        hint={rules && passwordHint(t, rules)}
        type="password"
        autoComplete="new-password"
        value={given.next}
        onChange={set('next')}
        minLength={rules?.minLength ?? 8}
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
