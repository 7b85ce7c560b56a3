import './flag.css'

/**
 * The flags that offices stick on a chart on the wall: red with a tick when done, black with a cut tail when overdue,
 * told apart by shape as well as by colour. A picture, for hundreds of drawings go by as somebody scrolls. Without a
 * label the words stand beside it.
 */
export function Flag({ state, label }: { state: 'done' | 'overdue'; label?: string | undefined }) {
  return label === undefined ? (
    <span className="zt-flag" data-flag={state} aria-hidden="true" />
  ) : (
    <span className="zt-flag" data-flag={state} role="img" aria-label={label} />
  )
}
