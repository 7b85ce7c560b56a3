import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { Choice, Page, RefusedState } from '../../../web/ui/index.ts'
import { AgreementList } from './AgreementList.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import { RegistrationList } from './RegistrationList.tsx'
import { useCooperationActs, useFirstContacts } from './use-cooperation.ts'
import './cooperation.css'

const shows = ['waiting', 'underWay', 'done', 'own', 'disputed'] as const
type Show = (typeof shows)[number]

/** What units have between them: what waits for this person, what is on its way, what is over, and who came first. */
export function CooperationPage() {
  const t = useWords('cooperation')
  const may = useMay()
  const { search, setSearch } = useAddress()
  const acts = useCooperationActs()
  const own = useFirstContacts('own').data
  const [isOpen, setOpen] = useState(false)
  const show: Show = shows.find((one) => one === search['show']) ?? 'waiting'
  if (!may('project:read'))
    return (
      <Page title={t('room')}>
        <RefusedState />
      </Page>
    )
  const options = shows
    .filter((one) => one !== 'disputed' || own?.abilities.includes('decide'))
    .map((value) => ({ value, label: t(`show.${value}`) }))
  return (
    <Page
      title={t('room')}
      actions={
        own?.abilities.includes('register') && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('register')}
          </Button>
        )
      }
    >
      <div className="zt-cooperation-page">
        <Choice
          label={t('showLabel')}
          value={show}
          options={options}
          onChange={(next) => setSearch({ show: next === 'waiting' ? undefined : next })}
        />
        {show === 'own' || show === 'disputed' ? (
          <RegistrationList key={show} show={show} acts={acts} />
        ) : (
          <AgreementList key={show} show={show} />
        )}
      </div>
      {isOpen && own && <RegisterDialog rule={own} acts={acts} onClose={() => setOpen(false)} />}
    </Page>
  )
}
