import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import type { Blocker } from '../contract.ts'
import { kindWords } from '../kinds.ts'
import { type Act, levelWords } from '../ladder.ts'
import { BlockerDialog } from './BlockerDialog.tsx'
import { BlockerState } from './BlockerState.tsx'
import { LadderRail } from './LadderRail.tsx'
import { StepDialog, targetOf } from './StepDialog.tsx'
import { StepList } from './StepList.tsx'
import type { BlockerActs } from './use-blockers.ts'
import { whoHasIt } from './who-has-it.ts'

type BlockerItemProps = { blocker: Blocker; today: string; acts: BlockerActs; isChosen: boolean }

/** What leads on stands first, what takes back last. */
const order: readonly Act[] = ['up', 'solve', 'reopen', 'note', 'down', 'withdraw']

/** One blocker: what it is, where it is and with whom, how long, what one may do, and all that happened. */
export function BlockerItem({ blocker, today, acts, isChosen }: BlockerItemProps) {
  const t = useWords('blockers')
  const { language } = useLanguage()
  const [doing, setDoing] = useState<Act | 'amend'>()
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const { title, state, abilities } = blocker
  const may = order.filter((act) => abilities.includes(act))
  const isOpen = state === 'open'
  const labelOf = (act: Act) => {
    const to = targetOf(act, blocker)
    return t(`${act}Act`, { to: to ? levelWords[to][language] : '' })
  }
  const close = () => setDoing(undefined)
  return (
    <li className="zt-blocker" ref={place} data-state={state} data-chosen={isChosen || undefined}>
      <div className="zt-blocker-head">
        <h3>{title}</h3>
        <span className="zt-blocker-kind">{kindWords[blocker.kind][language]}</span>
        <BlockerState blocker={blocker} />
      </div>
      {blocker.detail && <p className="zt-blocker-detail">{blocker.detail}</p>}
      <LadderRail blocker={blocker} />
      <p className="zt-blocker-facts">
        {isOpen && (
          <span>
            <span className="zt-quiet">{t('with')}</span> {whoHasIt(t, blocker)}
          </span>
        )}
        {isOpen && <b>{t('daysAtLevel', { count: blocker.daysAtLevel })}</b>}
        <span>{t(isOpen ? 'daysOpen' : 'daysTook', { count: blocker.daysOpen })}</span>
        {blocker.wantedOn && (
          <span className={blocker.late ? 'zt-late' : undefined}>
            {t('wanted', { day: blocker.wantedOn })}
          </span>
        )}
        <span className="zt-quiet">{t('raisedBy', { day: blocker.raisedOn, who: blocker.raisedBy })}</span>
      </p>
      {may.length > 0 && (
        <div className="zt-blocker-acts">
          {may.map((act) => (
            <Button
              key={act}
              size="small"
              type={act === 'down' || act === 'withdraw' ? 'text' : 'default'}
              onClick={() => setDoing(act)}
            >
              {labelOf(act)}
            </Button>
          ))}
          {abilities.includes('amend') && (
            <Button
              type="text"
              size="small"
              aria-label={t('editOf', { title })}
              onClick={() => setDoing('amend')}
            >
              {t('edit')}
            </Button>
          )}
        </div>
      )}
      <StepList steps={blocker.steps} isOpen={isOpen} />
      {doing === 'amend' && <BlockerDialog blocker={blocker} today={today} acts={acts} onClose={close} />}
      {doing && doing !== 'amend' && <StepDialog blocker={blocker} act={doing} acts={acts} onClose={close} />}
    </li>
  )
}
