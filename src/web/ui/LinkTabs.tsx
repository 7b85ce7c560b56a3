import { Link } from '@tanstack/react-router'
import './link-tabs.css'

/** Tabs that are addresses. */
export function LinkTabs({
  label,
  items,
}: {
  label: string
  items: readonly { path: string; label: string }[]
}) {
  return (
    <nav className="zt-link-tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.path} to={item.path} activeOptions={{ exact: true, includeSearch: false }}>
          {item.label}
        </Link>
      ))}
    </nav>
  )
}
