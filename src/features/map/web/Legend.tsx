import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { showArea, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { DownIcon, Light, LoadingBar, UpIcon } from '../../../web/ui/index.ts'
import { conditionsText } from '../../projects/web/conditions-text.ts'
import { parcelStatuses, parcelStatusWords } from '../../spaces/statuses.ts'
import type { Legend as Counts } from '../contract.ts'
import { KeptRows } from './KeptRows.tsx'
import { LegendHead } from './LegendHead.tsx'
import { LegendRow } from './LegendRow.tsx'
import { countsByPhase } from './legend-counts.ts'
import type { MapAsked } from './map-address.ts'
import { PhaseMark } from './PhaseMark.tsx'
import { lightOrder, phases } from './project-looks.ts'
import { SizeKey } from './SizeKey.tsx'
import { Swatch } from './Swatch.tsx'
import './legend.css'

const storageKey = 'zt-map-legend'

type LegendProps = {
  counts: Counts | undefined
  isStale: boolean
  asked: MapAsked
  onToggle: (key: string) => void
  isPhone: boolean
  /** Begins folded, whatever was chosen for the map alone. */
  isFolded?: boolean
  children?: React.ReactNode
}

/** What the colours mean, how many of each are in sight, and which are shown. */
export function Legend({ counts, isStale, asked, onToggle, isPhone, isFolded, children }: LegendProps) {
  const t = useWords('map')
  const [isOpen, setOpen] = useState(
    () => !isPhone && !isFolded && localStorage.getItem(storageKey) !== 'closed',
  )
  const toggle = () => {
    if (!isPhone && !isFolded) localStorage.setItem(storageKey, isOpen ? 'closed' : 'open')
    setOpen(!isOpen)
  }
  const parcels = counts?.parcels.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="zt-legend" data-open={isOpen || undefined} aria-label={t('legend')}>
      {isStale && <LoadingBar />}
      <button type="button" className="zt-legend-head" aria-expanded={isOpen} onClick={toggle}>
        <h2>{t('legend')}</h2>
        {counts && (
          <span className="zt-quiet">
            {t('inSight', { parcels: showNumber(parcels ?? 0), projects: showNumber(counts.projects) })}
          </span>
        )}
        {isOpen ? <DownIcon /> : <UpIcon />}
      </button>
      {isOpen && (
        <div className="zt-legend-body">
          {children}
          <ParcelRows counts={counts} asked={asked} onToggle={onToggle} />
          <KeptRows counts={counts} hidden={asked.hidden} onToggle={onToggle} />
          <BuildingRow counts={counts} asked={asked} onToggle={onToggle} />
          <ProjectRows counts={counts} asked={asked} onToggle={onToggle} />
          <SizeKey />
          <p className="zt-legend-note">
            <span className="zt-legend-dashed" aria-hidden="true" /> {t('dashed')}
          </p>
          {counts && counts.unplaced > 0 && <Unplaced count={counts.unplaced} asked={asked} />}
        </div>
      )}
    </section>
  )
}

type RowsProps = Pick<LegendProps, 'counts' | 'asked' | 'onToggle'>

function ParcelRows({ counts, asked, onToggle }: RowsProps) {
  const t = useWords('map')
  const { language } = useLanguage()
  const of = (status: string) => counts?.parcels.find(({ key }) => key === status)
  const all = counts?.parcels.reduce((sum, { count }) => sum + count, 0)
  return (
    <table className="zt-legend-table">
      <LegendHead title={t('parcels')} units={[t('pieces'), t('frame:mu')]} />
      <tbody>
        {parcelStatuses.map((status) => (
          <LegendRow
            key={status}
            mark={<Swatch status={status} />}
            word={parcelStatusWords[status][language]}
            isHidden={asked.hidden.has(status)}
            onToggle={() => onToggle(status)}
            figures={[of(status)?.count ?? 0, wholeMu(of(status)?.areaM2)]}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('together')}</th>
          <td className="zt-number">{showNumber(all ?? null)}</td>
          <td className="zt-number">{counts ? wholeMu(counts.areaM2) : ''}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Buildings with a place, and what is vacant in them. */
function BuildingRow({ counts, asked, onToggle }: RowsProps) {
  const t = useWords('map')
  const { count = 0, vacantM2 = '0' } = counts?.buildings ?? {}
  return (
    <table className="zt-legend-table">
      <LegendHead title={t('buildingsTitle')} units={[t('blocks'), `${t('vacant')} ㎡`]} />
      <tbody>
        <LegendRow
          mark={<span className="zt-legend-building" aria-hidden="true" />}
          word={t('building')}
          isHidden={asked.hidden.has('buildings')}
          onToggle={() => onToggle('buildings')}
          figures={[count, showNumber(vacantM2, 0)]}
        />
      </tbody>
    </table>
  )
}

const wholeMu = (areaM2: string | undefined) => (areaM2 ? showArea(areaM2, { digits: 0 }) : 0)

function ProjectRows({ counts, asked, onToggle }: RowsProps) {
  const t = useWords('map')
  const { by, hidden } = asked
  const byPhase = countsByPhase(counts?.stages ?? [])
  const ofLight = (light: string) => counts?.lights.find(({ key }) => key === light)?.count ?? 0
  return (
    <table className="zt-legend-table">
      <LegendHead
        title={t(by === 'stage' ? 'projectsByStage' : 'projectsByLight')}
        units={[t('projectCount')]}
      />
      <tbody>
        {by === 'stage'
          ? phases.map((phase) => (
              <LegendRow
                key={phase}
                mark={<PhaseMark phase={phase} />}
                word={t(`phase.${phase}`)}
                isHidden={hidden.has(phase)}
                onToggle={() => onToggle(phase)}
                figures={[byPhase.get(phase) ?? 0]}
              />
            ))
          : lightOrder.map((light) => (
              <LegendRow
                key={light}
                mark={undefined}
                word={<Light light={light} />}
                isHidden={hidden.has(light)}
                onToggle={() => onToggle(light)}
                figures={[ofLight(light)]}
              />
            ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('together')}</th>
          <td className="zt-number">{showNumber(counts?.projects ?? null)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** Those that the map cannot show open in the ledger, as far as it can be asked for them. */
function Unplaced({ count, asked: { unitId, chain } }: { count: number; asked: MapAsked }) {
  const t = useWords('map')
  const where = conditionsText([
    ...(unitId ? [{ field: 'corps' as const, op: 'is' as const, value: [unitId] }] : []),
    ...(chain ? [{ field: 'chain' as const, op: 'is' as const, value: [chain] }] : []),
  ])
  return (
    <p className="zt-legend-note">
      <Link to="/ledger" search={(where ? { where } : {}) as never}>
        {t('unplaced', { count })}
      </Link>
    </p>
  )
}
