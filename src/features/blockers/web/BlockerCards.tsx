import { Link } from '@tanstack/react-router'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { ListedBlocker } from '../contract.ts'
import { kindWords } from '../kinds.ts'
import { LevelMark } from './LevelMark.tsx'
import { toBlocker } from './to-blocker.ts'
import { whoHasIt } from './who-has-it.ts'
import './blocker-cards.css'

export type BlockerRowsProps = {
  items: readonly ListedBlocker[]
  corpsName: (id: string | null) => string
}

/** Blockers for a phone, and for a short list. */
export function BlockerCards({ items, corpsName }: BlockerRowsProps) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  return (
    <ul className="zt-blocker-cards">
      {items.map((row) => (
        <li key={row.id}>
          <Link {...toBlocker(row)}>
            <span className="zt-blocker-cards-title">{row.title}</span>
            <span className={row.late ? 'zt-number zt-late' : 'zt-number'}>
              {row.late && <span aria-hidden="true">■ </span>}
              {row.late && <span className="zt-unseen">{t('late')} </span>}
              {t(row.state === 'open' ? 'daysOpen' : 'daysTook', { count: row.daysOpen })}
            </span>
            <span className="zt-blocker-cards-line">
              <LevelMark level={row.level} />
              <span>{whoHasIt(t, row)}</span>
              <span>{kindWords[row.kind][language]}</span>
            </span>
            <span className="zt-blocker-cards-line zt-quiet">
              <span>{row.projectName}</span>
              <span>{corpsName(row.corpsId)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
