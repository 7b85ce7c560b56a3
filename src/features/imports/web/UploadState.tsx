import { Button, Progress } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { showSize } from './accepted-file.ts'
import { importsTexts } from './texts.ts'
import type { Upload } from './useUpload.ts'

type Props = {
  state: Exclude<Upload, { kind: 'idle' }>
  cancel: () => void
  again: () => void
  choose: () => void
  look: () => void
}

/** What becomes of the file given: how much has been sent, or why it was not taken and what to do. */
export function UploadState({ state, cancel, again, choose, look }: Props) {
  const t = useWords('imports')
  if (state.kind === 'sending') {
    const { file, ratio } = state
    const percent = Math.floor(ratio * 100)
    const sent = { name: file.name, percent, sent: showSize(file.size * ratio), size: showSize(file.size) }
    return (
      <div className="zt-drop-state" role="status">
        <p>{ratio < 1 ? t('upload.sending', sent) : t('upload.reading', { name: file.name })}</p>
        <Progress
          percent={percent}
          showInfo={false}
          size="small"
          status={ratio < 1 ? 'normal' : 'active'}
          aria-label={t('upload.reading', { name: file.name })}
        />
        <Button onClick={cancel}>{t('upload.cancel')}</Button>
      </div>
    )
  }
  if (state.kind === 'refused')
    return (
      <div className="zt-drop-state" role="alert">
        <p>{t(`drop.${state.refusal}`, { name: state.name })}</p>
        <Button type="primary" onClick={choose}>
          {t('upload.other')}
        </Button>
      </div>
    )
  if (state.kind === 'lost')
    return (
      <div className="zt-drop-state" role="alert">
        <p>{t(state.arrived ? 'upload.lostReading' : 'upload.lost', { name: state.file.name })}</p>
        {state.arrived && (
          <Button type="primary" onClick={look}>
            {t('upload.look')}
          </Button>
        )}
        <Button type={state.arrived ? 'default' : 'primary'} onClick={again}>
          {t('upload.again')}
        </Button>
      </div>
    )
  const out = wayOut(state.problem.code, state.problem.details)
  return (
    <div className="zt-drop-state" role="alert">
      <p>
        <b>{state.file.name}</b>
        <br />
        {state.problem.message}
        {out && <> {t(`upload.out.${out}`)}</>}
      </p>
      <Button type="primary" onClick={choose}>
        {t('upload.other')}
      </Button>
      {!out && <Button onClick={again}>{t('upload.again')}</Button>}
    </div>
  )
}

/** Which way out to add to the server's own sentence; none where the file is not to blame. */
function wayOut(code: string, details: unknown): string | undefined {
  if (code === 'too_large') return 'too_large'
  if (code !== 'unreadable_file') return undefined
  const reason = String((details as { reason?: unknown } | undefined)?.reason)
  return Object.hasOwn(importsTexts.zh.upload.out, reason) ? reason : 'other'
}
