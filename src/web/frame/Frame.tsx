import { Outlet } from '@tanstack/react-router'
import { useWords } from '../i18n/index.ts'
import { PastBar } from './AsOf.tsx'
import { BottomBar } from './BottomBar.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'
import './frame.css'

export function Frame() {
  const t = useWords('frame')
  return (
    <div className="zt-frame">
      <a className="zt-skip" href="#main">
        {t('skip')}
      </a>
      <TopBar />
      <PastBar />
      <Rail />
      <main id="main" className="zt-main" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="zt-foot">{t('notSecret')}</footer>
      <BottomBar />
    </div>
  )
}
