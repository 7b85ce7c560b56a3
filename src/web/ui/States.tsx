import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api.ts'
import { useWords } from '../i18n/index.ts'
import { Button } from './Button.tsx'
import { Page } from './Page.tsx'
import './states.css'

type Parts = { title: string; children?: ReactNode; action?: ReactNode; quiet?: boolean }

/** Says what will be here and how it comes. `quiet` is one line inside a list. */
export function EmptyState({ title, children, action, quiet = false }: Parts) {
  return (
    <div className={quiet ? 'zt-state zt-state-quiet' : 'zt-state'}>
      {quiet ? <p>{title}</p> : <h2 className="zt-state-title">{title}</h2>}
      {children && <div className="zt-state-text">{children}</div>}
      {action && <div className="zt-state-action">{action}</div>}
    </div>
  )
}

/** The server's own sentence and the way out. A refusal shows as one. */
export function ErrorState({
  error,
  retry,
  quiet = false,
}: {
  error: unknown
  retry?: (() => void) | undefined
  quiet?: boolean
}) {
  const t = useWords('frame')
  if (error instanceof ApiProblem && error.status === 403) return <RefusedState message={error.message} />
  const told = error instanceof ApiProblem ? error.message : t('errorUnknown')
  return (
    <div className={quiet ? 'zt-state zt-state-quiet' : 'zt-state'} role="alert">
      {!quiet && <h2 className="zt-state-title">{t('errorTitle')}</h2>}
      <div className="zt-state-text">{told}</div>
      <div className="zt-state-action">
        {retry ? (
          <Button onClick={retry}>{t('retry')}</Button>
        ) : (
          <Button onClick={() => location.reload()}>{t('reload')}</Button>
        )}
      </div>
    </div>
  )
}

export function RefusedState({ message }: { message?: string }) {
  const t = useWords('frame')
  return (
    <EmptyState title={t('refusedTitle')} action={<Link to="/">{t('back')}</Link>}>
      {message === undefined ? (
        t('refusedText')
      ) : (
        <>
          {message}
          <br />
          {t('refusedHelp')}
        </>
      )}
    </EmptyState>
  )
}

export function MissingState() {
  const t = useWords('frame')
  return (
    <Page title={t('missingTitle')}>
      <div className="zt-state-text">{t('missingText')}</div>
      <div className="zt-state-action">
        <Link to="/">{t('back')}</Link>
      </div>
    </Page>
  )
}

/** A thin bar that appears only when an answer takes longer than 300 ms. */
export function LoadingBar({ label }: { label?: string }) {
  const t = useWords('frame')
  return (
    <div className="zt-loading" role="status">
      <span className="zt-unseen">{label ?? t('loading')}</span>
    </div>
  )
}
