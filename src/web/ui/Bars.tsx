import type { ReactNode } from 'react'
import './bars.css'

/** What narrows a list, in one row that wraps; `end` stands at the far side (count, reset). */
export function FilterBar({
  children,
  end,
  label,
}: {
  children: ReactNode
  end?: ReactNode
  label?: string
}) {
  return (
    <search className="zt-filter-bar" aria-label={label}>
      <div className="zt-bar-items">{children}</div>
      {end && <div className="zt-bar-end">{end}</div>}
    </search>
  )
}

/** What can be done with the list below or the rows chosen in it. */
export function Toolbar({ children, end, label }: { children: ReactNode; end?: ReactNode; label?: string }) {
  return (
    <div className="zt-toolbar" role="toolbar" aria-label={label}>
      <div className="zt-bar-items">{children}</div>
      {end && <div className="zt-bar-end">{end}</div>}
    </div>
  )
}
