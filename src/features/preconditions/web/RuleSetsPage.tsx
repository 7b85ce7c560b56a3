import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { RuleSets } from '../contract.ts'
import { RuleSetEditor } from './RuleSetEditor.tsx'
import { RuleSetList } from './RuleSetList.tsx'
import { setSources } from './set-sources.ts'
import { useRuleSets } from './use-rule-sets.ts'
import './rule-sets.css'

/** Under which conditions land is supplied: the zone's sets, published examples to make them of, and the parcels each binds. */
export function RuleSetsPage() {
  const t = useWords('preconditions')
  const may = useMay()
  const sets = useRuleSets()
  if (!may('ruleSet:update'))
    return (
      <Page title={t('sets')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('frame:settings')} tabs={<SettingsTabs />}>
      {sets.isError && <ErrorState error={sets.error} retry={() => void sets.refetch()} />}
      {sets.isPending && <LoadingBar />}
      {sets.data && <Sets sets={sets.data} />}
    </Page>
  )
}

function Sets({ sets }: { sets: RuleSets }) {
  const { language } = useLanguage()
  const { search, setSearch } = useAddress()
  const sources = setSources(sets, language)
  const chosen = sources.find((one) => one.key === search['set']) ?? sources[0]
  const choose = (key: string | undefined) => setSearch({ set: key }, { replace: true })
  return (
    <div className="zt-rule-sets">
      <RuleSetList sources={sources} chosen={chosen?.key} onChoose={choose} />
      {chosen && (
        <RuleSetEditor
          key={`${chosen.key} ${chosen.set?.revision}`}
          source={chosen}
          sets={sets}
          onSaved={choose}
        />
      )}
    </div>
  )
}
