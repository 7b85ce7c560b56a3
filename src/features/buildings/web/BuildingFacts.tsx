import { showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { KeyValue } from '../../../web/ui/index.ts'
import type { BuildingDetail } from '../contract.ts'
import { buildingKindWords } from '../words.ts'
import { BuildingForm } from './BuildingForm.tsx'
import { useRoomActs } from './use-buildings.ts'

/** What is known of a building as a whole; those who keep it set it right in place. */
export function BuildingFacts({ building }: { building: BuildingDetail }) {
  const t = useWords('buildings')
  const { language } = useLanguage()
  const acts = useRoomActs()
  return (
    <section className="zt-building-facts" aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      <KeyValue
        columns={3}
        items={[
          { label: t('kind'), value: buildingKindWords[building.kind][language] },
          {
            label: t('floors'),
            value: t('floorsOf', { above: building.floorsAbove, below: building.floorsBelow }),
          },
          {
            label: t('floorArea'),
            value: building.floorAreaM2 && showNumber(building.floorAreaM2),
            unit: '㎡',
          },
          { label: t('goodsLift'), value: building.goodsLiftT, unit: 't' },
          { label: t('completedOn'), value: building.completedOn },
          { label: t('owner'), value: building.owner },
          { label: t('parcel'), value: building.parcelNumber },
          { label: t('territory'), value: [building.territory, building.unit].filter(Boolean).join(' · ') },
          { label: t('address'), value: building.address },
          { label: t('source'), value: building.source, wide: true },
          ...(building.note ? [{ label: t('note'), value: building.note, wide: true }] : []),
        ]}
      />
      {building.abilities.includes('create') && building.abilities.includes('update') && (
        <BuildingForm key={building.revision} building={building} act={acts.building} />
      )}
    </section>
  )
}
