import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import './sheet-tabs.css'

type SheetTabsProps = {
  /** Beginning of the ids by which tabs and panel know each other. */
  of: string
  items: readonly { key: string; label: string }[]
  active: string
  onChange: (key: string) => void
  children: ReactNode
}

/** Tabs with the panel of the one chosen, none hidden behind a button: lines at a desk, on a phone one that a thumb pushes along. */
export function SheetTabs({ of, items, active, onChange, children }: SheetTabsProps) {
  const bar = useRef<HTMLDivElement>(null)
  const chosen = () => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')
  // In braces: a browser may answer scrolling with a promise, and an effect answers with its end or nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is chosen
  useEffect(() => {
    chosen()?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [active])

  function walk(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!step) return
    const place = items.findIndex(({ key }) => key === active) + step
    const next = items[(place + items.length) % items.length]
    if (next) onChange(next.key)
    requestAnimationFrame(() => chosen()?.focus())
  }

  const panel = `${of}-panel-${active}`
  return (
    <>
      <div ref={bar} role="tablist" className="zt-sheet-tabs" onKeyDown={walk}>
        {items.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${of}-tab-${key}`}
            aria-selected={key === active}
            {...(key === active ? { 'aria-controls': panel } : {})}
            tabIndex={key === active ? 0 : -1}
            onClick={() => onChange(key)}
          >
            {label}
          </button>
        ))}
      </div>
      <div
        key={active}
        role="tabpanel"
        id={panel}
        aria-labelledby={`${of}-tab-${active}`}
        className="zt-sheet-panel"
      >
        {children}
      </div>
    </>
  )
}
