import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../i18n/index.ts'
import { Button } from './Button.tsx'
import { CloseIcon, DownIcon, ExpandIcon, UpIcon } from './icons.tsx'
import './side-panel.css'

type SidePanelProps = {
  title: ReactNode
  label: string
  onClose: () => void
  onPrevious?: (() => void) | undefined
  onNext?: (() => void) | undefined
  /** Address of the same record as a page of its own. */
  fullPage?: string
  actions?: ReactNode
  children: ReactNode
}

/** A record beside its list; the caller keeps its address. Esc closes, Alt+↑ and Alt+↓ walk the list. */
export function SidePanel({
  title,
  label,
  onClose,
  onPrevious,
  onNext,
  fullPage,
  actions,
  children,
}: SidePanelProps) {
  const t = useWords('frame')
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])

  function onKeyDown(event: KeyboardEvent) {
    // A drop-down open inside the panel takes its own Esc.
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) onClose()
    else if (event.altKey && event.key === 'ArrowUp') onPrevious?.()
    else if (event.altKey && event.key === 'ArrowDown') onNext?.()
    else return
    event.preventDefault()
  }

  return (
    <aside ref={panel} className="zt-side-panel" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      <header className="zt-side-panel-head">
        <div className="zt-side-panel-title">{title}</div>
        {actions}
        {(onPrevious || onNext) && (
          <>
            <Button
              kind="icon"
              disabled={!onPrevious}
              onClick={onPrevious}
              aria-label={t('previous')}
              title={`${t('previous')} Alt+↑`}
            >
              <UpIcon />
            </Button>
            <Button
              kind="icon"
              disabled={!onNext}
              onClick={onNext}
              aria-label={t('next')}
              title={`${t('next')} Alt+↓`}
            >
              <DownIcon />
            </Button>
          </>
        )}
        {fullPage && (
          <Link
            to={fullPage}
            className="zt-button zt-button-icon"
            aria-label={t('fullPage')}
            title={t('fullPage')}
          >
            <ExpandIcon />
          </Link>
        )}
        <Button kind="icon" onClick={onClose} aria-label={t('close')} title={`${t('close')} Esc`}>
          <CloseIcon />
        </Button>
      </header>
      <div className="zt-side-panel-body">{children}</div>
    </aside>
  )
}
