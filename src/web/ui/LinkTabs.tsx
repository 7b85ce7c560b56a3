import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import './link-tabs.css'

/** Tabs that are addresses; the one that is open is in sight. */
export function LinkTabs({
  label,
  items,
}: {
  label: string
  items: readonly { path: string; label: string }[]
}) {
  const bar = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another is open
  useEffect(() => {
    bar.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname])
  return (
    <nav ref={bar} className="zt-link-tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.path} to={item.path} activeOptions={{ exact: true, includeSearch: false }}>
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
