import type { ReactNode } from 'react'
import { showTime } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import type { FirstContact } from '../contract.ts'

type RegistrationItemProps = {
  row: FirstContact
  isHolder: boolean
  /** The unit has lost a dispute over a project that this person may not know of. */
  isLost?: boolean
  /** What it was called, where that says something. */
  name?: string | undefined
  head?: ReactNode
  acts?: ReactNode
}

/** One registration: whose, of which day, how it came about and what became of it. */
export function RegistrationItem({ row, isHolder, isLost = false, name, head, acts }: RegistrationItemProps) {
  const t = useWords('cooperation')
  const state = row.isOpen ? 'open' : isHolder ? 'holds' : isLost ? 'settledOtherwise' : 'later'
  const shape = { open: '▲', holds: '✓', later: '○', settledOtherwise: '○' }[state]
  return (
    <li>
      <div className="zt-registration-head">
        {head}
        <b>{row.unitName}</b>
        <span>{row.contactOn}</span>
        <span className="zt-cooperation-state" data-state={state}>
          <span aria-hidden="true">{shape}</span> {t(state)}
        </span>
      </div>
      <p>{row.note}</p>
      {row.explanation && <p>{t('explained', { text: row.explanation })}</p>}
      {row.isOpen && row.contested && <p className="zt-quiet">{t(`contest.${row.contested}`)}</p>}
      <p className="zt-quiet">
        {t('registeredBy', { name: row.registeredBy, time: showTime(row.registeredAt) })}
        {name && ` · ${t('calledThen', { name })}`}
      </p>
      {acts}
    </li>
  )
}
