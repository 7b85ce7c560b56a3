import { type ReactNode, useId } from 'react'
import { useWords } from '../../../web/i18n/index.ts'

type StepProps = {
  number: 1 | 2 | 3
  name: 'read' | 'check' | 'apply'
  state: 'waiting' | 'now' | 'done'
  /** One line beside the name: what came of it, or what it waits for. */
  summary?: ReactNode
  /** Left out, the step cannot be folded. */
  open?: boolean | undefined
  onToggle?: (() => void) | undefined
  /** What the step is there for, at the end of its line. */
  action?: ReactNode
  children?: ReactNode
}

/** A step of the page: number and name, its outcome in one line, and its content where it is open. */
export function Step({ number, name, state, summary, open = true, onToggle, action, children }: StepProps) {
  const t = useWords('imports')
  const id = useId()
  return (
    <section className="zt-step" data-state={state} data-step={name} aria-labelledby={id}>
      <header className="zt-step-head">
        <span className="zt-step-number" aria-hidden="true">
          {number}
        </span>
        <h2 id={id}>{t(`step.${name}`)}</h2>
        {summary && <div className="zt-step-summary">{summary}</div>}
        {action}
        {onToggle && (
          <button type="button" className="zt-link" aria-expanded={open} onClick={onToggle}>
            {t(open ? 'step.hide' : 'step.show')}
          </button>
        )}
      </header>
      {open && children && <div className="zt-step-body">{children}</div>}
    </section>
  )
}
