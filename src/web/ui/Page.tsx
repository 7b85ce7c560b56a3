import { type ReactNode, useEffect } from 'react'
import { useWords } from '../i18n/index.ts'
import './page.css'

type PageProps = {
  title: string
  /** Beside the title: a count, a state. */
  aside?: ReactNode
  actions?: ReactNode
  tabs?: ReactNode
  /** A record opened beside the page's content, a `SidePanel`. */
  panel?: ReactNode
  /** The content reaches the edges and scrolls by itself, as the ledger's grid does. */
  full?: boolean
  children: ReactNode
}

/** Names the browser's tab. */
export function useTitle(title: string) {
  const t = useWords('frame')
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
}

/** A page: title row, then content. Names the browser's tab too. */
export function Page({ title, aside, actions, tabs, panel, full = false, children }: PageProps) {
  useTitle(title)
  return (
    <div className={full ? 'zt-page zt-page-full' : 'zt-page'}>
      <header className="zt-page-head">
        <h1>{title}</h1>
        {aside && <div className="zt-page-aside">{aside}</div>}
        {actions && <div className="zt-page-actions">{actions}</div>}
      </header>
      {tabs}
      <div className="zt-page-body">
        <div className="zt-page-content">{children}</div>
        {panel}
      </div>
    </div>
  )
}
