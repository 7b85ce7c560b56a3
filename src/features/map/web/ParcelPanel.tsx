import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { systemOf } from '../../../engine/geometry/systems.ts'
import { ApiProblem } from '../../../web/api.ts'
import { showArea, showNumber } from '../../../web/format.ts'
import { useLanguage, useWords } from '../../../web/i18n/index.ts'
import {
  Button,
  EmptyState,
  ErrorState,
  KeyValue,
  Light,
  LoadingBar,
  SidePanel,
} from '../../../web/ui/index.ts'
import { Illustrative } from '../../projects/web/Illustrative.tsx'
import { StageMark } from '../../projects/web/StageMark.tsx'
import type { ParcelDetail } from '../../spaces/contract.ts'
import { StatusField } from './StatusField.tsx'
import { useParcel } from './use-map-data.ts'
import './panels.css'

type ParcelPanelProps = {
  id: string
  /** Called once it is known where it lies. */
  onPlace?: (bounds: readonly number[]) => void
  onShow?: (bounds: readonly number[]) => void
  onClose: () => void
}

/** A parcel beside the map: what it is, what it is in, who stands on it, what it came of. */
export function ParcelPanel({ id, onPlace, onShow, onClose }: ParcelPanelProps) {
  const t = useWords('map')
  const { data: parcel, error, refetch } = useParcel(id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each parcel; what moves it later must not move the map
  useEffect(() => {
    if (parcel) onPlace?.(parcel.bounds)
  }, [id, parcel !== undefined])
  return (
    <SidePanel
      label={t('parcel')}
      title={
        <>
          {parcel ? (parcel.number ?? parcel.name ?? t('unnamed')) : t('parcel')}{' '}
          {parcel?.provenance === 'illustrative' && <Illustrative />}
        </>
      }
      onClose={onClose}
    >
      {parcel ? (
        <ParcelSheet parcel={parcel} onShow={onShow && (() => onShow(parcel.bounds))} />
      ) : error instanceof ApiProblem && error.status === 404 ? (
        <EmptyState title={t('noParcel')}>{t('noParcelText')}</EmptyState>
      ) : error ? (
        <ErrorState error={error} retry={() => void refetch()} />
      ) : (
        <LoadingBar />
      )}
    </SidePanel>
  )
}

function ParcelSheet({ parcel, onShow }: { parcel: ParcelDetail; onShow: (() => void) | undefined }) {
  const t = useWords('map')
  const { language } = useLanguage()
  const system = systemOf(parcel.epsg)
  const isDrawnOtherwise = parcel.drawnM2 !== parcel.areaM2
  return (
    <div className="zt-map-sheet">
      {parcel.endedOn && <p className="zt-map-ended">{t('ended', { day: parcel.endedOn })}</p>}
      <StatusField parcel={parcel} />
      <KeyValue
        columns={1}
        items={[
          ...(parcel.name && parcel.number ? [{ label: t('name'), value: parcel.name }] : []),
          {
            label: t('areaLabel'),
            value: (
              <>
                <b>{showArea(parcel.areaM2, { digits: 2 })}</b> {t('frame:mu')}{' '}
                <span className="zt-quiet">
                  {showNumber(parcel.areaM2)} {'㎡'}
                </span>
              </>
            ),
          },
          ...(isDrawnOtherwise
            ? [{ label: t('drawnLabel'), value: `${showNumber(parcel.drawnM2)} ㎡` }]
            : []),
          { label: t('use'), value: [parcel.landUse, parcel.landClass].filter(Boolean).join(' · ') },
          { label: t('territory'), value: parcel.territory },
          { label: t('unit'), value: parcel.unit },
          {
            label: t('survey'),
            value: `${system.ok ? system.system.name[language] : `EPSG:${parcel.epsg}`} · ${t('points', { count: parcel.points })}`,
          },
          { label: t('source'), value: parcel.source },
          { label: t('note'), value: parcel.note },
        ]}
      />
      {onShow && (
        <p>
          <Button onClick={onShow}>{t('showOnMap')}</Button>
        </p>
      )}
      <section>
        <h3>{t('projectsHere', { count: parcel.projects.length })}</h3>
        {parcel.projects.length === 0 && <EmptyState quiet title={t('noProjectsHere')} />}
        <ul className="zt-map-rows">
          {parcel.projects.map((project) => (
            <li key={project.id}>
              <Link to={`/projects/${project.id}`}>{project.name}</Link>
              <span>
                <StageMark stage={project.stage} /> <Light light={project.light} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Relatives title={t('parents')} items={parcel.parents} />
      <Relatives title={t('children')} items={parcel.children} />
    </div>
  )
}

function Relatives({ title, items }: { title: string; items: ParcelDetail['parents'] }) {
  const t = useWords('map')
  if (items.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="zt-map-rows">
        {items.map((one) => (
          <li key={one.id}>
            <Link
              to="."
              search={((before: Record<string, unknown>) => ({ ...before, parcel: one.id })) as never}
            >
              {one.number ?? one.name ?? t('unnamed')}
            </Link>
            <span className="zt-quiet">
              {t(one.kind, { day: one.onDay })} · {showArea(one.areaM2, { digits: 2 })} {t('frame:mu')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
