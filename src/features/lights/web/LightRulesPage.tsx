import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { SettingsTabs } from '../../../web/SettingsTabs.tsx'
import { useMay } from '../../../web/session.tsx'
import { ErrorState, LoadingBar, Page, RefusedState } from '../../../web/ui/index.ts'
import type { LightRules } from '../contract.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleTable } from './RuleTable.tsx'
import { ruleSources } from './rule-sources.ts'
import { useLightRules } from './use-light-rules.ts'
import './light-rules.css'

/** By which rule projects are lit: presets, the zone's own, and beside the editor what a draft would change. */
export function LightRulesPage() {
  const t = useWords('lights')
  const may = useMay()
  const rules = useLightRules()
  if (!may('lightRule:update'))
    return (
      <Page title={t('rules')}>
        <RefusedState />
      </Page>
    )
  return (
    <Page title={t('frame:settings')} tabs={<SettingsTabs />}>
      {rules.isError && <ErrorState error={rules.error} retry={() => void rules.refetch()} />}
      {rules.isPending && <LoadingBar />}
      {rules.data && <Rules rules={rules.data} />}
    </Page>
  )
}

function Rules({ rules }: { rules: LightRules }) {
  const { language } = useLanguage()
  const { search, setSearch } = useAddress()
  const sources = ruleSources(rules, language)
  const inForce = sources.find((one) => one.isInForce)
  const chosen = sources.find((one) => one.key === search['rule']) ?? inForce ?? sources[0]
  const choose = (key: string | undefined) => setSearch({ rule: key }, { replace: true })
  return (
    <div className="zt-light-rules">
      <RuleTable sources={sources} month={rules.month} chosen={chosen?.key} onChoose={choose} />
      {chosen && (
        <RuleEditor key={`${chosen.key} ${chosen.revision}`} source={chosen} rules={rules} onSaved={choose} />
      )}
    </div>
  )
}
