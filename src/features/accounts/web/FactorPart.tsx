import { useState } from 'react'
import { showDay } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'
import type { Account, FactorProof } from '../contract.ts'
import { FactorSetUp } from './FactorSetUp.tsx'
import { ProofForm } from './ProofForm.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useBeginFactor, useFactorOff, useNewRecoveryCodes } from './use-account.ts'

type Doing = 'begin' | 'off' | 'codes'
const fewCodes = 3

/** The second factor of one's own account: off, being set up, or on. */
export function FactorPart({ factor }: { factor: Account['secondFactor'] }) {
  const t = useWords('accounts')
  const [doing, setDoing] = useState<Doing>()
  const acts = { begin: useBeginFactor(), off: useFactorOff(), codes: useNewRecoveryCodes() }
  const isOn = factor.since !== null

  function stop() {
    setDoing(undefined)
    for (const act of Object.values(acts)) act.reset()
  }
  const words = {
    begin: isOn ? t('otherAuthenticator') : t('begin'),
    off: t('turnOff'),
    codes: t('newCodes'),
  }

  function send(proof: FactorProof) {
    if (doing === 'off') acts.off.mutate(proof, { onSuccess: stop })
    else if (doing === 'codes') acts.codes.mutate(proof)
    else acts.begin.mutate(isOn ? proof : { password: proof.password })
  }

  if (acts.begin.data) return <FactorSetUp begun={acts.begin.data} onDone={stop} />
  if (acts.codes.data) return <RecoveryCodes codes={acts.codes.data.recoveryCodes} onDone={stop} />
  if (doing)
    return (
      <ProofForm
        act={words[doing]}
        withCode={isOn}
        isPending={acts[doing].isPending}
        problem={acts[doing].error?.message}
        onSend={send}
        onCancel={stop}
      />
    )
  return (
    <>
      <p>
        {isOn ? t('factorOn', { day: showDay(factor.since) }) : t('factorOff')}{' '}
        {factor.asked && isOn && t('factorAsked')}
      </p>
      {isOn && (
        <p data-few={factor.recoveryCodes < fewCodes || undefined}>
          {t('codesLeft', { count: factor.recoveryCodes })}
        </p>
      )}
      <div className="zt-factor-acts">
        <Button onClick={() => setDoing('begin')}>{words.begin}</Button>
        {isOn && <Button onClick={() => setDoing('codes')}>{words.codes}</Button>}
        {isOn && !factor.asked && <Button onClick={() => setDoing('off')}>{words.off}</Button>}
      </div>
    </>
  )
}
