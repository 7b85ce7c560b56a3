import { useAddress } from '../../../web/address.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { Choice, FilterBar } from '../../../web/ui/index.ts'
import type { SupportChart } from '../support-contract.ts'
import { supportKinds, supportKindWords } from '../support-kinds.ts'
import type { SupportAsked } from './asked.ts'
import { CorpsChoice } from './CorpsChoice.tsx'
import { SearchWords } from './SearchWords.tsx'

const states = ['open', 'overdue', 'met', 'all'] as const

/** Whose needs, of what kind, of whom, in which state: all of it in the address. */
export function SupportFilters({ asked, chart }: { asked: SupportAsked; chart: SupportChart }) {
  const t = useWords('charts')
  const { language } = useLanguage()
  const { setSearch } = useAddress()
  const choose = (key: string) => (event: { target: { value: string } }) =>
    setSearch({ [key]: event.target.value || undefined })
  return (
    <FilterBar label={t('support')}>
      <Choice
        label={t('stateLabel')}
        value={asked.state ?? 'open'}
        options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        onChange={(next) => setSearch({ state: next === 'open' ? undefined : next })}
      />
      <CorpsChoice value={asked.corps} onChange={choose('corps')} />
      <select
        className="zt-chart-select"
        aria-label={t('kind')}
        value={asked.kind ?? ''}
        onChange={choose('kind')}
      >
        <option value="">{t('anyKind')}</option>
        {supportKinds.map((kind) => (
          <option key={kind} value={kind}>
            {supportKindWords[kind][language]}
          </option>
        ))}
      </select>
      <select className="zt-chart-select" aria-label={t('of')} value={asked.of ?? ''} onChange={choose('of')}>
        <option value="">{t('anyOf')}</option>
        <option value="me">{t('ofMe')}</option>
        {chart.askedOf.map(({ of, name, count }) => (
          <option key={of} value={of}>{`${name} (${count})`}</option>
        ))}
      </select>
      <SearchWords label={t('supportWords')} />
    </FilterBar>
  )
}
