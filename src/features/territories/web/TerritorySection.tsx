import { Button } from 'antd'
import { useState } from 'react'
import { sumDecimal } from '../../../shared/decimal.ts'
import { showArea } from '../../../web/format.ts'
import { useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { EmptyState } from '../../../web/ui/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import type { Territory } from '../contract.ts'
import { TerritoryDialog } from './TerritoryDialog.tsx'
import './territory-section.css'

type TerritorySectionProps = {
  unit: { id: string; name: string }
  territories: readonly Territory[]
  day: string
}

/** The areas that a unit holds on a day, with their size in 亩. */
export function TerritorySection({ unit, territories, day }: TerritorySectionProps) {
  const t = useWords('territories')
  const may = useMay()
  const [edited, setEdited] = useState<Territory | 'new'>()
  const known = territories.flatMap(({ areaM2 }) => areaM2 ?? [])
  return (
    <section>
      <h3>
        {t('title')} {territories.length}{' '}
        {known.length > 0 && known.length === territories.length && (
          <span className="zt-quiet">
            {showArea(sumDecimal(known))} {t('mu')}
          </span>
        )}
      </h3>
      {territories.length === 0 && <EmptyState quiet title={t('none')} />}
      <ul>
        {territories.map((territory) => (
          <li key={territory.holdingId} className="zt-territory">
            <span>
              {territory.name} {territory.provenance === 'illustrative' && <Illustrative />}
              <span className="zt-territory-more">
                {territory.toOn
                  ? t('organisation:span', { from: territory.fromOn, to: territory.toOn })
                  : t('organisation:since', { from: territory.fromOn })}
                {territory.hasBoundary && ` · ${t('hasBoundary')}`}
                {territory.source && ` · ${territory.source}`}
              </span>
            </span>
            <span className="zt-number">
              {showArea(territory.areaM2)} {territory.areaM2 && <span className="zt-quiet">{t('mu')}</span>}
            </span>
            {territory.abilities.includes('update') && (
              <Button size="small" type="text" onClick={() => setEdited(territory)}>
                {t('edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {may('territory:create') && (
        <Button size="small" className="zt-territory-add" onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      )}
      {edited && (
        <TerritoryDialog
          unit={unit}
          day={day}
          territory={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </section>
  )
}
