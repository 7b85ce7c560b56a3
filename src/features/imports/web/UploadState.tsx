import { Button, Progress } from 'antd'
import { useWords } from '../../../web/i18n/index.ts'
import { showSize } from './accepted-file.ts'
import type { Upload } from './useUpload.ts'

type Props = {
  words: string
  state: Exclude<Upload, { kind: 'idle' }>
  cancel: () => void
  again: () => void
  choose: () => void
  look: () => void
}

/** What becomes of the file given: how much has been sent, or why it was not taken and what to do. */
export function UploadState({ words, state, cancel, again, choose, look }: Props) {
  const t = useWords(words)
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
  return (
    <div className="zt-drop-state" role="alert">
      <p>{state.problem.message}</p>
      <Button type="primary" onClick={choose}>
        {t('upload.other')}
      </Button>
      {!fileToBlame.has(state.problem.code) && <Button onClick={again}>{t('upload.again')}</Button>}
    </div>
  )
}

/** Sending the same file again would end the same way. */
const fileToBlame = new Set(['unreadable_file', 'too_large'])
