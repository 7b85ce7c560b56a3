import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../web/i18n/index.ts'
import type { RankedPlace } from '../contract.ts'
import { PlaceReasons } from './PlaceReasons.tsx'
import { ReserveDialog } from './ReserveDialog.tsx'
import { shownNumber } from './shown-number.ts'

const muPerM2 = 0.0015
const signs: Record<RankedPlace['standing'], string> = { pass: '✓', unknown: '○', fail: '✕' }

type PlaceListProps = { projectId: string; items: readonly RankedPlace[]; mayReserve: boolean }

/** The places in their order; each unfolds to what speaks for it and what against. */
export function PlaceList({ projectId, items, mayReserve }: PlaceListProps) {
  const [open, setOpen] = useState<number | undefined>(1)
  const [reserving, setReserving] = useState<RankedPlace>()
  return (
    <>
      <ol className="zt-places">
        {items.map((place) => (
          <Place
            key={`${place.kind} ${place.parts.map(({ id }) => id).join(' ')}`}
            place={place}
            isOpen={open === place.rank}
            onReserve={mayReserve && place.standing !== 'fail' ? () => setReserving(place) : undefined}
            onToggle={() => setOpen(open === place.rank ? undefined : place.rank)}
          />
        ))}
      </ol>
      {reserving && (
        <ReserveDialog projectId={projectId} place={reserving} onClose={() => setReserving(undefined)} />
      )}
    </>
  )
}

type PlaceProps = {
  place: RankedPlace
  isOpen: boolean
  /** Missing for who may not, and where a rule is broken. */
  onReserve: (() => void) | undefined
  onToggle: () => void
}

function Place({ place, isOpen, onReserve, onToggle }: PlaceProps) {
  const t = useWords('matching')
  const { rank, kind, parts, areaM2, standing, score } = place
  const failing = place.checks.filter((check) => check.standing !== 'pass').length
  return (
    <li data-standing={standing}>
      <button type="button" className="zt-place" aria-expanded={isOpen} onClick={onToggle}>
        <b className="zt-number">{rank}</b>
        <span className="zt-place-name">{parts.map(({ label }) => label).join(' + ')}</span>
        <span className="zt-quiet">{t(`kind.${kind}`)}</span>
        <span className="zt-number">
          {t('area', { mu: shownNumber(areaM2 * muPerM2), m2: shownNumber(areaM2, 0) })}
        </span>
        <span className="zt-verdict" data-verdict={standing}>
          <span aria-hidden>{signs[standing]}</span>{' '}
          {standing === 'pass' ? t('standing.pass') : t(`standing.${standing}`, { count: failing })}
        </span>
        <span className="zt-place-score">
          <meter min={0} max={1} value={score} aria-label={t('score')} /> {shownNumber(score * 100, 0)}
        </span>
      </button>
      {isOpen && (
        <div className="zt-place-open">
          <p>
            {parts
              .filter((part) => part.kind === 'parcel')
              .map(({ id, label }) => (
                <Link key={id} to="/map" search={{ parcel: id } as never}>
                  {t('onMap', { label })}
                </Link>
              ))}
            {onReserve && (
              <Button size="small" onClick={onReserve}>
                {t('reserved.act')}
              </Button>
            )}
          </p>
          <PlaceReasons place={place} />
        </div>
      )}
    </li>
  )
}
