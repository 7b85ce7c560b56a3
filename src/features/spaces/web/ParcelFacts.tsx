import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showArea } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import { useMay } from '../../../web/session.tsx'
import { KeyValue, Light } from '../../../web/ui/index.ts'
import { Swatch } from '../../map/web/Swatch.tsx'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import { StageMark } from '../../projects/web/StageMark.tsx'
import type { ParcelDetail } from '../contract.ts'
import { systemName } from '../shown-values.ts'
import { showSquareMetres } from './areas.ts'
import { StatusChoice } from './StatusChoice.tsx'
import './parcel-facts.css'

/** What is known of a parcel: for the panel beside the list and for the one beside the map. */
export function ParcelFacts({ parcel, acts }: { parcel: ParcelDetail; acts?: ReactNode }) {
  const t = useWords('space')
  const { language } = useLanguage()
  const drawnDiffers = parcel.drawnM2 !== parcel.areaM2
  return (
    <div className="zt-parcel-facts">
      {parcel.endedOn && <p className="zt-parcel-ended">{t('ended', { day: parcel.endedOn })}</p>}
      <div className="zt-parcel-state">
        <Swatch status={parcel.status} />
        <StatusChoice parcel={parcel} />
      </div>
      {acts && <div className="zt-parcel-acts">{acts}</div>}
      <KeyValue
        columns={1}
        items={[
          {
            label: t('area'),
            value: (
              <>
                {showArea(parcel.areaM2)} {t('mu')}{' '}
                <span className="zt-quiet">{showSquareMetres(parcel.areaM2)} ㎡</span>
              </>
            ),
          },
          ...(drawnDiffers
            ? [
                {
                  label: t('drawnArea'),
                  value: (
                    <>
                      {showArea(parcel.drawnM2)} {t('mu')}{' '}
                      <span className="zt-quiet">{showSquareMetres(parcel.drawnM2)} ㎡</span>
                    </>
                  ),
                },
              ]
            : []),
          {
            label: t('use'),
            value: [parcel.landUse, parcel.landClass].filter(Boolean).join(' · ') || null,
          },
          { label: t('territory'), value: parcel.territory },
          { label: t('unit'), value: parcel.unit },
          {
            label: t('survey'),
            value: t('surveyOf', { system: systemName(parcel.epsg, language), points: parcel.points }),
          },
          {
            label: t('source'),
            value: (
              <>
                {parcel.source ?? <span className="zt-quiet">—</span>}
                {parcel.provenance === 'illustrative' && (
                  <>
                    {' '}
                    <Illustrative />
                  </>
                )}
              </>
            ),
          },
          ...(parcel.note ? [{ label: t('note'), value: parcel.note }] : []),
        ]}
      />
      <Occupants parcel={parcel} />
      <Relatives parcel={parcel} side="parents" />
      <Relatives parcel={parcel} side="children" />
    </div>
  )
}

/** Projects whose ledger line names it, as far as one may know of them. */
function Occupants({ parcel: { projects } }: { parcel: ParcelDetail }) {
  const t = useWords('space')
  const may = useMay()
  if (!may('project:read')) return null
  return (
    <section>
      <h3>{t('projects', { count: projects.length })}</h3>
      {projects.length === 0 ? (
        <p className="zt-quiet">{t('noProjects')}</p>
      ) : (
        <ul>
          {projects.map(({ id, name, stage, light }) => (
            <li key={id}>
              <Link to={`/projects/${id}`}>{name}</Link>
              <span className="zt-parcel-project-marks">
                <StageMark stage={stage} />
                <Light light={light} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What it was split or merged from, or into; each opens in the same place. */
function Relatives({ parcel, side }: { parcel: ParcelDetail; side: 'parents' | 'children' }) {
  const t = useWords('space')
  const relatives = parcel[side]
  if (relatives.length === 0) return null
  return (
    <section>
      <h3>{t(side)}</h3>
      <ul>
        {relatives.map(({ id, number, name, areaM2, kind, onDay }) => (
          <li key={id}>
            <Link to="." search={((before: object) => ({ ...before, parcel: id })) as never}>
              {number ?? name ?? t('unnumbered')}
            </Link>
            <span>
              {showArea(areaM2)} {t('mu')}{' '}
              <span className="zt-quiet">{t(`relation.${side}.${kind}`, { day: onDay })}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
