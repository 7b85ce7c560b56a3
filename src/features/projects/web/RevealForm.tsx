import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, TextField } from '../../../web/ui/index.ts'

const usual = ['visit', 'meeting', 'progress', 'request'] as const
const shortest = 2

/** Why somebody must see whom to call: a usual reason by one click, or their own words. */
export function RevealForm({
  onReveal,
  onCancel,
}: {
  onReveal: (reason: string) => Promise<void>
  onCancel: () => void
}) {
  const t = useWords('projects')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const [isSending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // In braces: a browser may answer scrolling with a promise, and an effect answers with its end or nothing.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  async function send() {
    setSending(true)
    setProblem('')
    try {
      await onReveal(reason.trim())
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setSending(false)
    }
  }

  return (
    <form
      ref={form}
      className="zt-contact-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <TextField
        label={t('contact.why')}
        hint={t('contact.logged')}
        value={reason}
        maxLength={200}
        autoFocus
        onChange={setReason}
      />
      <p className="zt-contact-reasons">
        {usual.map((key) => (
          <Button key={key} onClick={() => setReason(t(`contact.reason.${key}`))}>
            {t(`contact.reason.${key}`)}
          </Button>
        ))}
      </p>
      {problem && (
        <p className="zt-contact-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="zt-contact-acts">
        <Button kind="primary" type="submit" disabled={isSending || reason.trim().length < shortest}>
          {t('contact.seeNow')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </p>
    </form>
  )
}
