import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Button, Choice, FilterBar } from '../../../web/ui/index.ts'
import { phaseKeys } from '../../projects/phases.ts'
import type { BattleChart } from '../contract.ts'
import { type BattleAsked, onlys, spans, stepFrom } from './asked.ts'
import { CorpsChoice } from './CorpsChoice.tsx'
import { SearchWords } from './SearchWords.tsx'
import { useChains } from './use-chains.ts'

type Props = {
  asked: BattleAsked
  chart: BattleChart
  /** On a phone only what narrows: it shows this month and the next. */
  isPhone: boolean
  onPrint: () => void
}

/** Which projects, in which months, grouped by what: all of it in the address. */
export function BattleFilters({ asked, chart, isPhone, onPrint }: Props) {
  const t = useWords('charts')
  const { setSearch } = useAddress()
  const chains = useChains()
  const choose = (key: string) => (event: { target: { value: string } }) =>
    setSearch({ [key]: event.target.value || undefined })
  return (
    <FilterBar label={t('battle')} end={!isPhone && <Button onClick={onPrint}>{t('print')}</Button>}>
      {!isPhone && <MonthSpan asked={asked} chart={chart} />}
      {!isPhone && (
        <Choice
          label={t('groupBy')}
          value={asked.group}
          options={[
            { value: 'corps', label: t('byCorps') },
            { value: 'chain', label: t('byChain') },
          ]}
          onChange={(next) => setSearch({ group: next === 'corps' ? undefined : next })}
        />
      )}
      <CorpsChoice value={asked.corps} onChange={choose('corps')} />
      {!isPhone && (
        <select
          className="zt-chart-select"
          aria-label={t('chain')}
          value={asked.chain ?? ''}
          onChange={choose('chain')}
        >
          <option value="">{t('everyChain')}</option>
          {chains.map((chain) => (
            <option key={chain} value={chain}>
              {chain}
            </option>
          ))}
          <option value="none">{t('noChain')}</option>
        </select>
      )}
      {!isPhone && (
        <select
          className="zt-chart-select"
          aria-label={t('stages')}
          value={asked.phase ?? ''}
          onChange={choose('phase')}
        >
          <option value="">{t('everyPhase')}</option>
          {phaseKeys.map((phase) => (
            <option key={phase} value={phase}>
              {t(`phase.${phase}`)}
            </option>
          ))}
        </select>
      )}
      <select
        className="zt-chart-select"
        aria-label={t('only')}
        value={asked.only ?? ''}
        onChange={choose('only')}
      >
        <option value="">{t('onlyAll')}</option>
        {onlys.map((only) => (
          <option key={only} value={only}>
            {t(only === 'todo' ? 'onlyTodo' : 'onlyOverdue')}
          </option>
        ))}
      </select>
      <SearchWords label={t('words')} />
    </FilterBar>
  )
}

function MonthSpan({ asked, chart }: { asked: BattleAsked; chart: BattleChart }) {
  const t = useWords('charts')
  const { setSearch } = useAddress()
  const step = (months: number) => setSearch({ from: stepFrom(chart.from, months) })
  return (
    <span className="zt-chart-span">
      <Button kind="icon" aria-label={t('earlier')} title={t('earlier')} onClick={() => step(-3)}>
        ‹
      </Button>
      <input
        type="month"
        className="zt-chart-select"
        aria-label={t('span')}
        min="2000-01"
        max="2197-12"
        value={chart.from}
        onChange={(event) => event.target.value && setSearch({ from: event.target.value })}
      />
      <Button kind="icon" aria-label={t('later')} title={t('later')} onClick={() => step(3)}>
        ›
      </Button>
      <select
        className="zt-chart-select"
        aria-label={t('months', { count: asked.months })}
        value={asked.months}
        onChange={({ target }) => setSearch({ months: target.value === '12' ? undefined : target.value })}
      >
        {spans.map((months) => (
          <option key={months} value={months}>
            {t('months', { count: Number(months) })}
          </option>
        ))}
      </select>
    </span>
  )
}
