import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'
import type { FactorStarted } from '../contract.ts'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useConfirmFactor } from './use-account.ts'

const QrCode = lazy(() => import('./QrCode.tsx').then((file) => ({ default: file.QrCode })))

type FactorSetUpProps = { begun: FactorStarted; onDone: () => void }

/** Scan, type one code, keep the recovery codes. */
export function FactorSetUp({ begun, onDone }: FactorSetUpProps) {
  const t = useWords('accounts')
  const [code, setCode] = useState('')
  const confirm = useConfirmFactor()

  function submit(event: FormEvent) {
    event.preventDefault()
    confirm.mutate(code)
  }

  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} onDone={onDone} />
  return (
    <div className="zt-factor-set-up">
      <ol>
        <li>{t('scan')}</li>
        <li>
          <Suspense fallback={<div className="zt-qr" />}>
            <QrCode text={begun.uri} label={t('qr')} />
          </Suspense>
          <p className="zt-quiet">{t('byHand')}</p>
          <code className="zt-factor-key">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </li>
      </ol>
      <form className="zt-form" onSubmit={submit}>
        <TextField
          label={t('firstCode')}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          required
        />
        <p className="zt-form-problem" role="alert">
          {confirm.error?.message}
        </p>
        <Button kind="primary" type="submit" disabled={confirm.isPending}>
          {t('turnOn')}
        </Button>
      </form>
    </div>
  )
}
