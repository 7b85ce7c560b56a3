import { type KeyboardEvent, useEffect, useRef } from 'react'
import './phone-tabs.css'

type PhoneTabsProps = {
  /** Of the `Tabs` whose panels these show. */
  of: string
  items: readonly { key: string; label: string }[]
  active: string
  onChange: (key: string) => void
}

/** Tabs in one line that a thumb pushes along, none hidden behind a button. */
export function PhoneTabs({ of, items, active, onChange }: PhoneTabsProps) {
  const bar = useRef<HTMLDivElement>(null)
  const chosen = () => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is chosen
  useEffect(() => chosen()?.scrollIntoView({ block: 'nearest', inline: 'center' }), [active])

  function walk(event: KeyboardEvent) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!step) return
    const place = items.findIndex(({ key }) => key === active) + step
    const next = items[(place + items.length) % items.length]
    if (next) onChange(next.key)
    requestAnimationFrame(() => chosen()?.focus())
  }

  return (
    <div ref={bar} role="tablist" className="zt-phone-tabs" onKeyDown={walk}>
      {items.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`${of}-tab-${key}`}
          aria-selected={key === active}
          {...(key === active ? { 'aria-controls': `${of}-panel-${key}` } : {})}
          tabIndex={key === active ? 0 : -1}
          onClick={() => onChange(key)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
