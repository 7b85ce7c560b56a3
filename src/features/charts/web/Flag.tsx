import type { ReactNode } from 'react'
import './flag.css'

/** Red with a tick when done, black with a cut tail when overdue: told apart by shape as well as by colour. */
const shapes: Record<'done' | 'overdue', ReactNode> = {
  done: (
    <>
      <path className="zt-flag-cloth" d="M3.5 1.5h9v7h-9z" />
      <path className="zt-flag-tick" d="m5.4 5 1.9 1.8L10.8 3.4" />
    </>
  ),
  overdue: <path className="zt-flag-cloth" d="M3.5 1.5h9.5L10.6 5l2.4 3.5H3.5z" />,
}

/** The flags that offices stick on a chart on the wall. */
export function Flag({ state, label }: { state: 'done' | 'overdue'; label?: string }) {
  return (
    <span className="zt-flag" data-flag={state}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path className="zt-flag-pole" d="M2.5 1v12.5" />
        {shapes[state]}
      </svg>
      {label && <span className="zt-unseen">{label}</span>}
    </span>
  )
}
