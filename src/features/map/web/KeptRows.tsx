import { showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { keptShares } from '../../matching/contract.ts'
import type { Legend } from '../contract.ts'
import { LegendHead } from './LegendHead.tsx'
import { LegendRow } from './LegendRow.tsx'
import type { MapAsked } from './map-address.ts'

type KeptRowsProps = {
  counts: Legend | undefined
  hidden: MapAsked['hidden']
  onToggle: (key: string) => void
}

/** Of the parcels, those that projects have kept, with what of them is kept. */
export function KeptRows({ counts, hidden, onToggle }: KeptRowsProps) {
  const t = useWords('map')
  return (
    <table className="zt-legend-table zt-legend-more">
      <LegendHead title={t('keptTitle')} units={[t('pieces'), t('frame:mu')]} isUnseen />
      <tbody>
        {keptShares.map((share) => {
          const own = counts?.kept.find(({ key }) => key === share)
          return (
            <LegendRow
              key={share}
              mark={<span className="zt-legend-kept" data-share={share} aria-hidden="true" />}
              word={t(share)}
              isHidden={hidden.has(share)}
              onToggle={() => onToggle(share)}
              figures={[own?.count ?? 0, own ? showArea(own.areaM2, { digits: 0 }) : 0]}
            />
          )
        })}
      </tbody>
    </table>
  )
}
