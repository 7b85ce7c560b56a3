import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button } from '../../../web/ui/index.ts'

/** Shown this once: to be written down before anything else. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords('accounts')
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <div className="zt-factor-codes">
      <h3>{t('recoveryTitle')}</h3>
      <p>{t('recoveryText')}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="zt-factor-acts">
        <Button kind="primary" onClick={onDone}>
          {t('recoverySaved')}
        </Button>
        {/* Only https and this machine have a clipboard. */}
        {navigator.clipboard && <Button onClick={() => void copy()}>{t('copy')}</Button>}
        <span className="zt-quiet" role="status">
          {copied && t('copied')}
        </span>
      </div>
    </div>
  )
}
