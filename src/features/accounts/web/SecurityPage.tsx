import { type FormEvent, useState } from 'react'
import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { Button, ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import { accountStates } from '../model/account-states.ts'
import { levels, presetOf, type SettingKey, type Settings, settings } from '../model/settings.ts'
import type { Security } from '../security-contract.ts'
import { AccountsPanel } from './AccountsPanel.tsx'
import { SecurityFigures } from './SecurityFigures.tsx'
import { SettingTable } from './SettingTable.tsx'
import { useSaveSecurity, useSecurity } from './use-security.ts'
import { WallsPart } from './WallsPart.tsx'
import './security.css'
import './walls.css'

/** What the zone asks of its accounts, what each setting satisfies, and how the accounts stand. */
export function SecurityPage() {
  const t = useWords('security')
  const may = useMay()
  const { search, setSearch } = useAddress()
  const security = useSecurity(may('security:read'))
  if (!may('security:read'))
    return (
      <Page title={t('title')}>
        <RefusedState />
      </Page>
    )
  const state = accountStates.find((one) => one === search['accounts'])
  return (
    <Page
      title={t('frame:settings')}
      tabs={<SettingsTabs />}
      panel={state && <AccountsPanel state={state} onClose={() => setSearch({ accounts: undefined })} />}
    >
      {security.isPending && <LoadingBar />}
      {security.error && <ErrorState error={security.error} retry={() => void security.refetch()} />}
      {security.data && (
        <div className="zt-security">
          <SecurityFigures security={security.data} chosen={state} />
          <WallsPart security={security.data} />
          <SettingForm key={security.data.revision} security={security.data} />
        </div>
      )}
    </Page>
  )
}

function SettingForm({ security }: { security: Security }) {
  const t = useWords('security')
  const may = useMay()
  const [draft, setDraft] = useState<Settings>()
  const [empty, setEmpty] = useState<SettingKey>()
  const save = useSaveSecurity()

  function submit(event: FormEvent) {
    event.preventDefault()
    const unfilled = settings.find(({ key }) => Number.isNaN(draft?.[key]))?.key
    setEmpty(unfilled)
    if (draft && !unfilled)
      save.mutate({ revision: security.revision, ...draft }, { onSuccess: () => setDraft(undefined) })
  }
  function stop() {
    setDraft(undefined)
    setEmpty(undefined)
    save.reset()
  }

  return (
    <form onSubmit={submit} className="zt-security-form" noValidate>
      <header>
        <h2>{t('settings')}</h2>
        {!draft && may('security:update') && (
          <Button onClick={() => setDraft(security.values)}>{t('edit')}</Button>
        )}
        {draft && (
          <>
            {levels.map((level) => (
              <Button key={level} onClick={() => setDraft(presetOf(level))}>
                {t('preset', { level: t(`level${level}`) })}
              </Button>
            ))}
            <span className="zt-security-acts">
              <Button onClick={stop}>{t('cancel')}</Button>
              <Button kind="primary" type="submit" disabled={save.isPending}>
                {t('save')}
              </Button>
            </span>
          </>
        )}
      </header>
      <p className="zt-form-problem" role="alert">
        {empty ? t('fillIn', { what: t(`name.${empty}`) }) : save.error?.message}
      </p>
      <SettingTable
        values={draft ?? security.values}
        {...(draft ? { onChange: (patch) => setDraft({ ...draft, ...patch }) } : {})}
      />
      <p className="zt-quiet">{t('marks')}</p>
    </form>
  )
}
