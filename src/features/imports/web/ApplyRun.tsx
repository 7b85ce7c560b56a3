import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { Run } from './applying.ts'
import { importKeys } from './useImports.ts'

/** How far the writing is, or how it ended otherwise than well. */
export function ApplyRun({
  run,
  onApply,
  onForget,
  onTell,
  recheck,
}: {
  run: Run
  onApply: () => void
  onForget: () => void
  onTell: (message: string) => void
  /** The button that checks again, for those who may. */
  recheck: ReactNode
}) {
  const t = useWords('imports')
  const client = useQueryClient()
  if (run.state === 'running') {
    const { done, total } = run
    const label = total > 0 ? t('apply.running', { done, total }) : t('apply.starting')
    return (
      <div className="zt-apply-running">
        <p role="status">{label}</p>
        <Progress
          percent={total > 0 ? Math.floor((done / total) * 100) : 0}
          size="small"
          showInfo={false}
          aria-label={label}
        />
        <p className="zt-quiet">{t('apply.leave')}</p>
      </div>
    )
  }
  // The import's status on the server says which of the two it was.
  const look = () =>
    void client.refetchQueries({ queryKey: importKeys.list }).then(() => onTell(t('apply.stillOpen')))
  return (
    <div className="zt-apply-problem" role="alert">
      <p data-severity="question">
        <span aria-hidden="true">■ </span>
        {run.state === 'lost' ? t('apply.lost') : run.message}
      </p>
      {run.state === 'lost' && (
        <Button type="primary" onClick={look}>
          {t('apply.look')}
        </Button>
      )}
      {run.state === 'failed' && run.recheck && recheck}
      {run.state === 'failed' && !(run.recheck && recheck) && (
        <Button onClick={run.retry ? onApply : onForget}>{t('apply.again')}</Button>
      )}
    </div>
  )
}
