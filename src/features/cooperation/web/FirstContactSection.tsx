import { Button } from 'antd'
import { useState } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { EmptyState } from '../../../web/ui/index.ts'
import type { ProjectCooperation } from '../contract.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import { RegistrationItem } from './RegistrationItem.tsx'
import type { CooperationActs } from './use-cooperation.ts'

export type CooperationProps = {
  project: { id: string; name: string }
  answer: ProjectCooperation
  acts: CooperationActs
}

/** The unit that came first, with every registration and decision beside. */
export function FirstContactSection({ project, answer, acts }: CooperationProps) {
  const t = useWords('cooperation')
  const [open, setOpen] = useState<'register' | 'decide'>()
  const { holder, registrations, decisions, ledgerUnit } = answer.firstContact
  const first = registrations.find(({ id }) => id === holder?.firstContactId)
  const isOther = holder !== null && ledgerUnit !== null && ledgerUnit !== holder.unitName
  const close = () => setOpen(undefined)
  return (
    <section aria-labelledby="zt-first-contact">
      <div className="zt-section-head">
        <h2 id="zt-first-contact">{t('firstContact')}</h2>
        <div className="zt-cooperation-acts">
          {answer.abilities.includes('decide') && registrations.length > 0 && (
            <Button size="small" onClick={() => setOpen('decide')}>
              {t('decide')}
            </Button>
          )}
          {answer.abilities.includes('register') && (
            <Button size="small" onClick={() => setOpen('register')}>
              {t('register')}
            </Button>
          )}
        </div>
      </div>
      {holder ? (
        <p className="zt-first-holder">
          <span className="zt-quiet">{t('holder')}</span>
          <b>{holder.unitName}</b>
          {first && <span>{first.contactOn}</span>}
          <span className="zt-quiet">{t(holder.by === 'rule' ? 'byRule' : 'byDecision')}</span>
        </p>
      ) : (
        <EmptyState quiet title={ledgerUnit ? t('onlyLedger', { name: ledgerUnit }) : t('noHolder')}>
          {t('noHolderText')}
        </EmptyState>
      )}
      {isOther && <p className="zt-cooperation-notice">{t('otherInLedger', { name: ledgerUnit })}</p>}
      {registrations.length > 0 && (
        <ul className="zt-registrations">
          {registrations.map((row) => (
            <RegistrationItem
              key={row.id}
              row={row}
              isHolder={row.id === holder?.firstContactId}
              name={row.called === project.name ? undefined : row.called}
            />
          ))}
        </ul>
      )}
      {decisions.length > 0 && (
        <>
          <h3 className="zt-cooperation-sub">{t('decisions')}</h3>
          <ol className="zt-cooperation-steps">
            {decisions.map((one) => (
              <li key={one.id}>
                <time dateTime={one.decidedAt}>{showTime(one.decidedAt)}</time>
                <b>{one.decidedBy}</b>
                <span>{t('decidedFor', { unit: one.unitName })}</span>
                <span className="zt-cooperation-note">{one.reason}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      {open === 'register' && <RegisterDialog project={project} rule={answer} acts={acts} onClose={close} />}
      {open === 'decide' && (
        <DecideDialog project={project} answer={answer.firstContact} acts={acts} onClose={close} />
      )}
    </section>
  )
}
