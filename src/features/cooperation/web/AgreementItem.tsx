import { Button } from 'antd'
import { useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { Agreement } from '../contract.ts'
import { AnswerDialog, type Asked, NoteDialog } from './AnswerDialogs.tsx'
import { StateMark } from './StateMark.tsx'
import { StepList } from './StepList.tsx'
import type { CooperationActs } from './use-cooperation.ts'

type Open = Asked | 'withdraw' | 'takeBack'

/** An agreement whole: what it moves, each unit's share and answer, and how it came about. */
export function AgreementItem({ agreement, acts }: { agreement: Agreement; acts: CooperationActs }) {
  const t = useWords('cooperation')
  const [open, setOpen] = useState<Open>()
  const { state, kind, fromName, toName, effectiveOn, shares, sides, abilities } = agreement
  const close = () => setOpen(undefined)
  const isOpen = state === 'proposed' || state === 'agreed'
  const shareOf = (unitId: string | null) => shares.find((share) => share.unitId === unitId)?.percent
  return (
    <li data-state={state}>
      <div className="zt-agreement-head">
        <h3>
          {t(kind)}{' '}
          {kind === 'transfer'
            ? t('fromTo', { from: fromName, to: toName ?? '' })
            : t('led', { from: fromName })}
        </h3>
        <StateMark state={state} />
        {(isOpen || state === 'done') && (
          <span className="zt-quiet">{t(isOpen ? 'takesEffect' : 'effective', { day: effectiveOn })}</span>
        )}
      </div>
      <p>{agreement.reason}</p>
      <table className="zt-shares">
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            <th scope="col" className="zt-number">
              {t('share')}
            </th>
            <th scope="col">{t('sides')}</th>
          </tr>
        </thead>
        <tbody>
          {sides.map((side) => (
            <tr key={side.unitId ?? ''}>
              <th scope="row">{side.unitName}</th>
              <td className="zt-number">{shareOf(side.unitId) ?? '·'}</td>
              <td>
                {side.agreedAt ? (
                  <span>
                    ✓ {t(side.onBehalf ? 'agreedBehalf' : 'agreedBy', { name: side.agreedBy ?? '' })}{' '}
                    <span className="zt-quiet">{showTime(side.agreedAt)}</span>
                  </span>
                ) : (
                  <span className="zt-quiet">{isOpen ? `○ ${t('notYet')}` : '—'}</span>
                )}
                {side.mayAnswer && (
                  <span className="zt-cooperation-acts">
                    <Button size="small" type="primary" onClick={() => setOpen({ side, answer: 'agree' })}>
                      {t('agree')}
                    </Button>
                    <Button size="small" onClick={() => setOpen({ side, answer: 'refuse' })}>
                      {t('refuse')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(abilities.includes('withdraw') || abilities.includes('takeBack')) && (
        <div className="zt-cooperation-acts">
          {(['withdraw', 'takeBack'] as const)
            .filter((act) => abilities.includes(act))
            .map((act) => (
              <Button key={act} size="small" onClick={() => setOpen(act)}>
                {t(act)}
              </Button>
            ))}
        </div>
      )}
      <StepList agreement={agreement} isFolded={!isOpen} />
      {typeof open === 'object' && (
        <AnswerDialog asked={open} agreement={agreement} acts={acts} onClose={close} />
      )}
      {typeof open === 'string' && (
        <NoteDialog act={open} agreement={agreement} acts={acts} onClose={close} />
      )}
    </li>
  )
}
