import { useAddress } from '../../../web/address.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { Choice } from '../../../web/ui/index.ts'
import type { MapState } from '../contract.ts'
import type { MapAsked } from './map-address.ts'
import { type Colouring, colourings } from './project-looks.ts'

type MapFiltersProps = {
  asked: MapAsked
  state: MapState
  onUnit: (unit: MapState['units'][number] | undefined) => void
}

/** Whose land and projects, of which chain, coloured by what: all of it in the address. */
export function MapFilters({ asked, state, onUnit }: MapFiltersProps) {
  const t = useWords('map')
  const { setSearch } = useAddress()
  return (
    <div className="zt-map-filters">
      <select
        aria-label={t('corps')}
        value={asked.unitId ?? ''}
        onChange={({ target }) => {
          setSearch({ corps: target.value || undefined })
          onUnit(state.units.find(({ id }) => id === target.value))
        }}
      >
        <option value="">{t('everyCorps')}</option>
        {state.units.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={t('chain')}
        value={asked.chain ?? ''}
        onChange={({ target }) => setSearch({ chain: target.value || undefined })}
      >
        <option value="">{t('everyChain')}</option>
        {state.chains.map((chain) => (
          <option key={chain} value={chain}>
            {chain}
          </option>
        ))}
      </select>
      <Choice<Colouring>
        label={t('colouring')}
        value={asked.by}
        options={colourings.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={(next) => setSearch({ by: next === 'stage' ? undefined : next })}
      />
    </div>
  )
}
