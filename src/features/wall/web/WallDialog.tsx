import { type ReactNode, useEffect, useId, useRef } from 'react'
import './wall-dialog.css'

/** Over the wall, to be answered by whoever stands before it; Esc puts it away. */
export function WallDialog({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close() // gives the focus back to where it came from
  }, [])
  return (
    <dialog
      ref={dialog}
      className="zt-wall-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  )
}
